import { useCallback, useEffect, useRef, useState } from 'react';
import { type NearEnd, nearEnd } from './session-end.rule.js';

const LOOK_MS = 15_000;
/** Acts are noted no more often than this. */
const NOTED_MS = 5_000;
const ACTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

interface Given {
  /** When the session ends whatever is done, by this device's clock; null where that is far. */
  endsAt: number | null;
  /** Where it is kept when somebody last did something, for all tabs of the browser. */
  acted: { get: () => number | null; set: (at: number) => void };
}

/** The end of the session that is near, if one is, and how to say that one is there. Being in a call is as good as that. */
export function useNearEnd({ endsAt, acted }: Given): { near: NearEnd | null; stay: () => void } {
  const [near, setNear] = useState<NearEnd | null>(null);
  const kept = useRef(acted);
  kept.current = acted;
  const staying = useRef<() => void>(() => undefined);
  // Whoever opens the page, or signs in, is there.
  useEffect(() => kept.current.set(Date.now()), []);
  useEffect(() => {
    let noted = 0;
    const look = () => {
      const now = Date.now();
      const isInCall = document.querySelector('.call-stage') !== null;
      if (isInCall) kept.current.set(now);
      const found = nearEnd({ now, endsAt, lastActAt: kept.current.get() ?? now });
      setNear((before) => (same(before, found) ? before : found));
    };
    staying.current = () => {
      noted = Date.now();
      kept.current.set(noted);
      look();
    };
    const act = () => {
      if (Date.now() - noted >= NOTED_MS) staying.current();
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    for (const name of ACTS) window.addEventListener(name, act, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const name of ACTS) window.removeEventListener(name, act, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [endsAt]);
  return { near, stay: useCallback(() => staying.current(), []) };
}

function same(one: NearEnd | null, other: NearEnd | null): boolean {
  return one?.why === other?.why && one?.at === other?.at && one?.isOver === other?.isOver;
}
