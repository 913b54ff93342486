import { useEffect, useState, useSyncExternalStore } from 'react';
import { useDesk } from '../shared/desk-context.js';
import { ThreadFeed, type ThreadState } from './thread-feed.js';

const never = () => () => undefined;

/** The live thread of a consultation for as long as the view stands. */
export function useThread(consultationId: string): { feed: ThreadFeed | null; state: ThreadState | null } {
  const { connection, store, clock } = useDesk();
  const [feed, setFeed] = useState<ThreadFeed | null>(null);
  useEffect(() => {
    if (!connection) return;
    const opened = new ThreadFeed(connection, consultationId, store, clock.now);
    setFeed(opened);
    return () => {
      opened.close();
      setFeed(null);
    };
  }, [connection, consultationId, store, clock]);
  const state = useSyncExternalStore(feed?.subscribe ?? never, () => feed?.getState() ?? null);
  return { feed, state };
}
