import { Skeleton, Tabs } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { QueueScope, QueueView } from '../../../contracts/index.js';
import { waitingForMe } from '../consult/consult-news.js';
import { ConsultationLists } from '../consult/consultation-lists.js';
import { useConsultNews } from '../consult/use-consult-news.js';
import { useConsultations } from '../consult/use-consultations.js';
import { useDesk } from '../shared/desk-context.js';
import { Failure } from '../shared/failure.js';
import { useNow } from '../shared/use-now.js';
import type { Shown } from '../shared/use-shown-case.js';
import { useTexts } from '../texts/desk-texts.js';
import { NextCase } from './next-case.js';
import { OpenForCallerButton } from './open-for-caller.js';
import { QueueList } from './queue-list.js';
import { SearchButton } from './search-button.js';
import { Unplaced } from './unplaced.js';
import { useArrivals } from './use-arrivals.js';
import { useCaseNews } from './use-case-news.js';
import { useHolderNews } from './use-holder-news.js';
import { useLiveQueue, useQueue } from './use-queue.js';

const SCOPES = ['mine', 'queue', 'unit'] as const satisfies readonly QueueScope[];
const TABS = [...SCOPES, 'consult'] as const;
type Tab = (typeof TABS)[number];

interface Props {
  shown: Shown | null;
  onOpen: (shown: Shown | null) => void;
}

/** The left column: next case, which cases, and the cases. */
export function QueueColumn({ shown, onOpen }: Props) {
  const { t } = useTexts();
  const { store, commission } = useDesk();
  const [tab, setTab] = useState<Tab>(() => keptTab(store.get('scope')));
  useEffect(() => store.set('scope', tab), [store, tab]);
  const scope = tab === 'consult' ? 'queue' : tab;
  useLiveQueue();
  const own = useQueue('queue');
  const seen = useQueue(scope);
  const mine = useQueue('mine');
  const news = useCaseNews(mine.data?.rows, own.data?.rows, shown?.kind === 'case' ? shown.id : null);
  const said = useArrivals(own.data?.rows, news.unread);
  useHolderNews(own.data?.rows, shown?.id ?? null);
  const consultations = useConsultations();
  useConsultNews(consultations.data, shown?.id ?? null, (id) => onOpen({ kind: 'consultation', id }));
  const openCase = (id: string) => onOpen({ kind: 'case', id });
  const counts = seen.data?.counts ?? own.data?.counts;
  const names = { mine: t('tabMine'), queue: t('tabQueue'), unit: t('tabUnit') };

  return (
    <section id="queue" className="queue" aria-labelledby="queue-title" tabIndex={-1}>
      <h2 id="queue-title" className="hidden">
        {t('queue')}
      </h2>
      <NextCase onOpen={openCase} onUndone={(id) => id === shown?.id && onOpen(null)} />
      <OpenForCallerButton onOpen={() => onOpen({ kind: 'caller', id: null })} />
      <SearchButton onOpen={() => onOpen({ kind: 'search', id: null })} />
      <Unplaced n={own.data?.unplaced ?? 0} onShow={() => setTab('unit')} />
      <Tabs
        className="queue-tabs"
        value={tab}
        onChange={(value) => setTab(keptTab(value))}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('tabs')} grow>
          {SCOPES.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {names[one]}
              {counts && <span className="count">{counts[one]}</span>}
              {one === 'mine' && news.unread > 0 && (
                <span className="count" data-kind="unread">
                  {t('unread', { n: news.unread })}
                </span>
              )}
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="consult">
            {t('tabConsult')}{' '}
            {consultations.data && (
              <span className="count" data-kind="consult">
                {waitingForMe(consultations.data, commission)}
              </span>
            )}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="consult" className="queue-panel">
          <ConsultationLists of={consultations} shownId={shown?.id ?? null} onOpen={onOpen} />
        </Tabs.Panel>
        <Tabs.Panel value={scope} className="queue-panel">
          {seen.isError && <Failure text={t('failedQueue')} onTry={() => void seen.refetch()} />}
          {seen.isPending && <LoadingRows />}
          {seen.data?.rows.length === 0 && <Empty scope={scope} view={seen.data} />}
          {seen.data && (
            <QueueList
              key={scope}
              scope={scope}
              rows={seen.data.rows}
              shown={shown?.kind === 'case' ? shown.id : null}
              onOpen={openCase}
            />
          )}
        </Tabs.Panel>
      </Tabs>
      <div role="status" className="hidden">
        {said}
      </div>
      <div role="status" className="hidden">
        {news.said}
      </div>
    </section>
  );
}

function keptTab(kept: unknown): Tab {
  return TABS.find((tab) => tab === kept) ?? 'queue';
}

function LoadingRows() {
  const { t } = useTexts();
  return (
    <div className="loading-rows" aria-busy="true">
      <p className="quiet">{t('loading')}</p>
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} className="loading-row" />
      ))}
    </div>
  );
}

function Empty({ scope, view }: { scope: QueueScope; view: QueueView }) {
  const { t, time } = useTexts();
  useNow();
  const titles = { mine: t('emptyMine'), queue: t('emptyQueue'), unit: t('emptyUnit') };
  return (
    <div className="empty">
      <p className="empty-title">{titles[scope]}</p>
      {scope !== 'mine' && view.lastClosedAt && (
        <p>{t('emptyLastClosed', { when: time.relative(view.lastClosedAt) })}</p>
      )}
      <p>{scope === 'mine' ? t('emptyMineText') : t('emptyQueueText')}</p>
    </div>
  );
}
