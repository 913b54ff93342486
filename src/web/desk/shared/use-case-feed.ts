import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { changesCase, type DeskCase } from '../../../contracts/index.js';
import { CaseFeed } from '../../live/case-feed.js';
import { type FeedState, merged } from '../../live/feed-state.js';
import { useDesk } from './desk-context.js';
import { keys } from './query.js';

export interface LiveCase extends FeedState {
  /** Null for the moment before the connection is there. */
  feed: CaseFeed | null;
}

const never = () => () => undefined;

/** The live timeline of an open case. */
export function useFeed(deskCase: DeskCase): LiveCase {
  const { connection, store, clock } = useDesk();
  const client = useQueryClient();
  const [feed, setFeed] = useState<CaseFeed | null>(null);
  const caseId = deskCase.id;
  const [first] = useState(deskCase);

  useEffect(() => {
    // A case that has gone to another unit is read as it was then.
    if (!connection || first.relation === 'former') return;
    const renew = () => void client.invalidateQueries({ queryKey: keys.case(caseId) });
    const opened = new CaseFeed({
      connection,
      caseId,
      side: 'staff',
      store,
      now: clock.now,
      entries: first.timeline,
      seenByStaff: first.seenByStaff,
      seenByResident: first.seenByResident,
    });
    setFeed(opened);
    // The feed's own sign of change comes at each round of watching; a fetch is a reading in the access log, so the
    // case is fetched only when the server or the timeline says that it changed.
    const stop = connection.on(
      'case:changed',
      (event: { caseId: string }) => event.caseId === caseId && renew(),
    );
    const stopLost = connection.on(
      'case:lost',
      (event: { caseId: string }) => event.caseId === caseId && renew(),
    );
    return () => {
      stop();
      stopLost();
      opened.close();
      setFeed(null);
    };
  }, [connection, caseId, store, clock, client, first]);

  const live = useSyncExternalStore(feed ? feed.subscribe : never, () => feed?.getState() ?? null);
  const entries = useMemo(
    () => merged(deskCase.timeline, live?.entries ?? []),
    [deskCase.timeline, live?.entries],
  );
  const changes = entries.findLast(({ kind }) => changesCase(kind))?.number ?? 0;
  const known = deskCase.lastNumber;
  useEffect(() => {
    if (changes > known) void client.invalidateQueries({ queryKey: keys.case(caseId) });
  }, [changes, known, caseId, client]);

  return useMemo(
    () => ({
      feed,
      entries,
      outbox: live?.outbox ?? [],
      connection: live?.connection ?? 'connecting',
      loaded: live?.loaded ?? false,
      seenByStaff: Math.max(live?.seenByStaff ?? 0, deskCase.seenByStaff),
      seenByResident: Math.max(live?.seenByResident ?? 0, deskCase.seenByResident),
      typing: live?.typing ?? null,
      lost: live?.lost ?? false,
      problem: live?.problem ?? null,
    }),
    [feed, entries, live, deskCase.seenByStaff, deskCase.seenByResident],
  );
}
