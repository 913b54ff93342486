import { useEffect, useRef } from 'react';
import type { TimelineEntry } from '../../../contracts/index.js';
import { sayInTitle } from '../tab-title.js';

/** Messages that came while the page is in the background are counted in the tab's title; without names or words. */
export function useNewsTitle(
  entries: readonly TimelineEntry[],
  loaded: boolean,
  title: (n: number) => string,
): void {
  const last = useRef(0);
  last.current = loaded ? (entries.at(-1)?.number ?? 0) : last.current;
  /** The last entry that was there when the page went into the background. */
  const left = useRef<number | null>(null);
  useEffect(() => {
    const look = () => {
      left.current = document.hidden ? last.current : null;
      if (!document.hidden) sayInTitle('news', null);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      sayInTitle('news', null);
    };
  }, []);
  useEffect(() => {
    const since = left.current;
    if (since === null || !loaded) return;
    const n = entries.filter(
      ({ kind, actor, number }) => kind === 'message' && actor.kind !== 'resident' && number > since,
    ).length;
    if (n > 0) sayInTitle('news', title(n));
  }, [entries, loaded, title]);
}
