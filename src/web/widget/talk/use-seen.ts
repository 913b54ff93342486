import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { CaseFeed } from '../../live/case-feed.js';
import type { FeedState } from '../../live/feed-state.js';
import { focusOn } from '../frame.js';
import { isOnScreen, PARTS } from './on-screen.rule.js';
import { lastFromOthers } from './talk-items.js';

/** How often a page in front says that it is, so that staff see whether the resident is there. */
const HERE_EVERY_MS = 20_000;

/** What others wrote or did, as it stands on the page; each says its number. */
function shownIn(area: HTMLElement): { element: HTMLElement; number: number }[] {
  return [...area.querySelectorAll<HTMLElement>('[data-number]')].map((element) => ({
    element,
    number: Number(element.dataset.number),
  }));
}

/** Whether it only says what happened in between; that is no new message to go to. */
const isHappening = (element: HTMLElement) => element.dataset.happening !== undefined;

/** The first that has not been seen, if there is any. */
export function firstUnseen(area: HTMLElement, seen: number): HTMLElement | null {
  return shownIn(area).find(({ number }) => number > seen)?.element ?? null;
}

export interface Unseen {
  /** How many messages of others have never been on the screen. */
  count: number;
  show: () => void;
}

/**
 * Says what has been seen: all up to the first message that has not been on the screen, of a page in front. What only is
 * there, above or below or folded away, has not been seen.
 */
export function useSeen(
  area: RefObject<HTMLElement | null>,
  feed: CaseFeed | null,
  state: FeedState | null,
): Unseen {
  /** Numbers that have been on the screen. */
  const been = useRef(new Set<number>());
  const [count, setCount] = useState(0);
  const { entries, loaded } = state ?? {};

  useEffect(() => {
    if (!area.current || !feed || !entries || !loaded) return;
    const before = feed.getState().seenByResident;
    const place = area.current;
    const fresh = shownIn(place).filter(({ number }) => number > before);
    const now = new Set<number>();
    const tell = () => {
      if (document.visibilityState !== 'visible') return;
      for (const number of now) been.current.add(number);
      const unseen = fresh.filter(({ number }) => !been.current.has(number));
      const upTo = unseen[0] ? unseen[0].number - 1 : lastFromOthers(entries);
      if (upTo > 0) feed.seen(upTo);
      setCount(unseen.filter(({ element }) => !isHappening(element)).length);
    };
    const watch = new IntersectionObserver(
      (seen) => {
        for (const one of seen) {
          const number = Number((one.target as HTMLElement).dataset.number);
          if (isOnScreen(one, Math.min(place.clientHeight, window.innerHeight))) now.add(number);
          else now.delete(number);
        }
        tell();
      },
      { threshold: PARTS },
    );
    for (const { element } of fresh) watch.observe(element);
    if (fresh.length === 0) tell();
    document.addEventListener('visibilitychange', tell);
    return () => {
      watch.disconnect();
      document.removeEventListener('visibilitychange', tell);
    };
  }, [area, feed, entries, loaded]);

  useEffect(() => {
    if (!feed || !loaded) return;
    const stay = setInterval(() => {
      if (document.visibilityState === 'visible') feed.stillHere();
    }, HERE_EVERY_MS);
    return () => clearInterval(stay);
  }, [feed, loaded]);

  const show = useCallback(() => {
    const list = area.current ? shownIn(area.current) : [];
    const next = list.find(
      ({ number }) => !been.current.has(number) && number > (feed?.getState().seenByResident ?? 0),
    );
    if (!next) return;
    next.element.scrollIntoView({ block: 'start' });
    focusOn(next.element);
  }, [area, feed]);
  return { count, show };
}
