import { useEffect } from 'react';
import type { FeedState } from '../../live/feed-state.js';
import { sayInTitle } from '../tab-title.js';

/**
 * How many messages of others have not been seen. While the page is in the background the tab's title says so, without
 * names or words, whatever becomes of the case meanwhile.
 */
export function useNewsTitle(state: FeedState | null, title: (n: number) => string): number {
  const unseen = state?.loaded
    ? state.entries.filter(
        ({ kind, actor, number }) =>
          kind === 'message' && actor.kind !== 'resident' && number > state.seenByResident,
      ).length
    : 0;
  useEffect(() => {
    const look = () => sayInTitle('news', document.hidden && unseen > 0 ? title(unseen) : null);
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [unseen, title]);
  useEffect(() => () => sayInTitle('news', null), []);
  return unseen;
}
