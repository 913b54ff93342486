import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ResidentCase } from '../../../contracts/index.js';
import { CaseFeed } from '../../live/case-feed.js';
import type { FeedState } from '../../live/feed-state.js';
import { LiveConnection } from '../../live/live-connection.js';
import { openSocket } from '../../live/open-socket.js';
import { socketLibrary } from '../../live/socket-library.js';
import { useSession, useWidget } from '../widget.js';

const never = () => () => undefined;

/**
 * The live feed of a case for as long as the view stands. The socket library is fetched here and not before; `missing`
 * says that it does not come, and then the case is read anew at each try.
 */
export function useFeed(
  view: ResidentCase,
  reload: () => void,
): { feed: CaseFeed | null; connection: LiveConnection | null; state: FeedState | null; missing: boolean } {
  const { session, store, clock, trouble } = useWidget();
  const { person, status } = useSession();
  const [feed, setFeed] = useState<CaseFeed | null>(null);
  const [line, setLine] = useState<LiveConnection | null>(null);
  const changed = useRef(reload);
  changed.current = reload;
  const personId = person?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person is another connection
  useEffect(() => {
    if (status !== 'open') return;
    let stop: (() => void) | null = null;
    let gone = false;
    openSocket({ token: () => session.token }).then((socket) => {
      if (gone) return;
      const connection = new LiveConnection({
        socket,
        page: { window, document },
        onRefused: async () => (await session.renew()) || session.getState().status === 'open',
        onSessionEnded: () => session.serverEnded(),
      });
      const made = new CaseFeed({
        connection,
        caseId: view.id,
        side: 'resident',
        store,
        now: () => clock.now(),
        seenByStaff: view.seenByStaff,
        seenByResident: view.seenByResident,
        onCaseChanged: () => changed.current(),
      });
      setFeed(made);
      setLine(connection);
      stop = () => {
        made.close();
        connection.close();
      };
    }, console.error);
    return () => {
      gone = true;
      stop?.();
      setFeed(null);
      setLine(null);
    };
  }, [session, store, clock, view.id, status, personId]);

  const missing = useSyncExternalStore(socketLibrary.subscribe, () => socketLibrary.missing);
  useEffect(() => {
    if (!missing) return;
    const over = trouble.begin();
    changed.current();
    const stop = socketLibrary.subscribe(() => changed.current());
    return () => {
      over();
      stop();
    };
  }, [missing, trouble]);

  const state = useSyncExternalStore(feed?.subscribe ?? never, () => feed?.getState() ?? null);
  return { feed, connection: line, state, missing };
}
