import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { keys } from '../shared/query.js';
import { useFlowAddress } from '../shared/use-flow-address.js';
import { FlowListView } from './flow-list.js';
import './flows.css';
import { late } from '../../ui/late.js';
import { FlowPageView } from './flow-page.js';
import { useFlowTexts } from './texts.js';

/** Comes when it is asked for. */
const TryOut = late(() => import('./try-out.js').then((module) => module.default));

/** The clinical editors' pages: all flows, one of them, its try-out. */
export default function FlowsView() {
  const { flowId, hash, isTried } = useFlowAddress();
  if (!flowId) return <List />;
  return <OneFlow key={`${flowId} ${hash} ${isTried}`} flowId={flowId} hash={hash} isTried={isTried} />;
}

function List() {
  const { t } = useFlowTexts();
  const { api } = useDesk();
  const list = useQuery({ queryKey: keys.flows, queryFn: () => api.call('GET /api/desk/flows') });
  return (
    <Page title={t('title')}>
      {list.data ? (
        <FlowListView list={list.data} />
      ) : (
        <NotHere isError={list.isError} onTry={() => void list.refetch()} />
      )}
    </Page>
  );
}

function OneFlow({ flowId, hash, isTried }: { flowId: string; hash: string | null; isTried: boolean }) {
  const { t, text } = useFlowTexts();
  const { api } = useDesk();
  const page = useQuery({
    queryKey: keys.flow(flowId, hash),
    queryFn: () =>
      api.call('GET /api/desk/flows/:flowId', { params: { flowId }, query: hash ? { hash } : {} }),
  });
  if (!page.data)
    return (
      <Page title={t('title')}>
        <NotHere isError={page.isError} onTry={() => void page.refetch()} />
      </Page>
    );
  const name = text(page.data.words.name);
  return (
    <Page title={isTried ? t('tryTitle', { name }) : name}>
      {isTried ? (
        <Suspense fallback={<Skeleton className="loading-block" />}>
          <TryOut page={page.data} />
        </Suspense>
      ) : (
        <FlowPageView page={page.data} />
      )}
    </Page>
  );
}

function Page({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // When a person came here by a link, not when the page was reloaded.
    if (document.activeElement !== document.body) heading.current?.focus();
  }, []);
  return (
    <div className="flows">
      <h1 ref={heading} tabIndex={-1} className="flows-title">
        {title}
      </h1>
      {children}
    </div>
  );
}

function NotHere({ isError, onTry }: { isError: boolean; onTry: () => void }) {
  const { t } = useFlowTexts();
  return isError ? <Failure text={t('failed')} onTry={onTry} /> : <Skeleton className="loading-block" />;
}
