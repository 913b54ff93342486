import { Skeleton, Tabs } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { QueueScope, QueueView } from '../../../contracts/index.js';
import { useDesk } from '../shell/desk-context.js';
import { Failure } from '../shell/failure.js';
import { useNow } from '../shell/use-now.js';
import { useWords } from '../texts.js';
import { NextCase } from './next-case.js';
import { QueueList } from './queue-list.js';
import { useArrivals } from './use-arrivals.js';
import { useLiveQueue, useQueue } from './use-queue.js';

const SCOPES = ['mine', 'queue', 'unit'] as const satisfies readonly QueueScope[];

interface Props {
  shown: string | null;
  onOpen: (caseId: string) => void;
}

/** The left column: next case, which cases, and the cases. */
export function QueueColumn({ shown, onOpen }: Props) {
  const { t } = useWords();
  const { store } = useDesk();
  const [scope, setScope] = useState<QueueScope>(() => keptScope(store.get('scope')));
  useEffect(() => store.set('scope', scope), [store, scope]);
  useLiveQueue();
  const own = useQueue('queue');
  const seen = useQueue(scope);
  const said = useArrivals(own.data?.rows);
  const counts = seen.data?.counts ?? own.data?.counts;
  const names = { mine: t('tabMine'), queue: t('tabQueue'), unit: t('tabUnit') };

  return (
    <section id="queue" className="queue" aria-labelledby="queue-title" tabIndex={-1}>
      <h2 id="queue-title" className="hidden">
        {t('queue')}
      </h2>
      <NextCase onOpen={onOpen} />
      <Tabs
        className="queue-tabs"
        value={scope}
        onChange={(value) => setScope(keptScope(value))}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('tabs')} grow>
          {SCOPES.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {names[one]}
              {counts && <span className="count">{counts[one]}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={scope} className="queue-panel">
          {seen.isError && <Failure text={t('failedQueue')} onTry={() => void seen.refetch()} />}
          {seen.isPending && <LoadingRows />}
          {seen.data?.rows.length === 0 && <Empty scope={scope} view={seen.data} />}
          {seen.data && <QueueList key={scope} rows={seen.data.rows} shown={shown} onOpen={onOpen} />}
        </Tabs.Panel>
      </Tabs>
      <div role="status" className="hidden">
        {said}
      </div>
    </section>
  );
}

function keptScope(kept: unknown): QueueScope {
  return SCOPES.find((scope) => scope === kept) ?? 'queue';
}

function LoadingRows() {
  const { t } = useWords();
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
  const { t, time } = useWords();
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
