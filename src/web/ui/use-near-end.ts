import { useCallback, useEffect, useRef, useState } from 'react';
import { DEEDS } from './deeds.js';
import { type NearEnd, nearEnd, wasTooQuiet } from './session-end.rule.js';

const LOOK_MS = 15_000;
/** Acts are noted no more often than this. */
const NOTED_MS = 5_000;

interface Given {
  /** When the session ends whatever is done, by this device's clock; null where that is far. */
  endsAt: number | null;
  /** Where it is kept when somebody last did something, for all tabs of the browser. */
  acted: { get: () => number | null; set: (at: number) => void };
}

interface Found {
  near: NearEnd | null;
  /** Somebody says that they are there, if it is not too late. */
  stay: () => void;
  /** Something says that it goes on, whatever was done. */
  goOn: () => void;
}

/** The end of the session that is near, if one is, and how to put it off. Being in a call does. */
export function useNearEnd({ endsAt, acted }: Given): Found {
  const [near, setNear] = useState<NearEnd | null>(null);
  const kept = useRef(acted);
  kept.current = acted;
  const ways = useRef({ stay: () => {}, goOn: () => {} });
  // Whoever opens the page, or signs in, is there.
  useEffect(() => {
    const now = Date.now();
    if (!wasTooQuiet(kept.current.get(), now)) kept.current.set(now);
  }, []);
  useEffect(() => {
    let noted = 0;
    const look = () => {
      const now = Date.now();
      const isInCall = document.querySelector('.call-stage') !== null;
      if (isInCall) kept.current.set(now);
      const found = nearEnd({ now, endsAt, lastActAt: kept.current.get() ?? now });
      setNear((before) => (same(before, found) ? before : found));
    };
    const goOn = () => {
      noted = Date.now();
      kept.current.set(noted);
      look();
    };
    // A device that slept looks first when it is touched.
    const stay = () => (wasTooQuiet(kept.current.get(), Date.now()) ? look() : goOn());
    ways.current = { stay, goOn };
    const act = () => {
      if (Date.now() - noted >= NOTED_MS) stay();
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    for (const name of DEEDS) window.addEventListener(name, act, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const name of DEEDS) window.removeEventListener(name, act, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [endsAt]);
  return {
    near,
    stay: useCallback(() => ways.current.stay(), []),
    goOn: useCallback(() => ways.current.goOn(), []),
  };
}

function same(one: NearEnd | null, other: NearEnd | null): boolean {
  return one?.why === other?.why && one?.at === other?.at && one?.isOver === other?.isOver;
}
