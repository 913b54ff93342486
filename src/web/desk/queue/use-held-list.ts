import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { QueueRow } from '../../../contracts/index.js';
import { type HeldQueue, holdQueue } from './hold-queue.js';

const NEW_SHOWN_MS = 12_000;

export interface HeldList extends HeldQueue {
  /** Rows that have slid in lately. */
  fresh: ReadonlySet<string>;
  /** Lets the newest order in at once. */
  release(): void;
  /** For the element that holds the list. */
  hold: {
    onPointerEnter(event: { pointerType: string }): void;
    onPointerLeave(): void;
    onFocus(): void;
    onBlur(event: { currentTarget: Element; relatedTarget: Element | null }): void;
  };
}

/**
 * The rows of `incoming` as they may be shown: still while the pointer or the keyboard is in the list. `there` are all rows
 * of the queue, also those that are not wanted: one of them that is wanted later is not new.
 */
export function useHeldList(incoming: readonly QueueRow[], there: ReadonlySet<string>): HeldList {
  const [shown, setShown] = useState<readonly QueueRow[]>(incoming);
  const [before, setBefore] = useState(there);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const [hasPointer, setPointer] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isHeld = hasPointer || hasFocus;
  const latest = useRef({ shown, before });
  latest.current = { shown, before };

  const release = useCallback((): void => {
    const known = new Set([...latest.current.before, ...latest.current.shown.map((row) => row.caseId)]);
    const came = incoming.filter((row) => !known.has(row.caseId)).map((row) => row.caseId);
    if (came.length > 0) setFresh((kept) => new Set([...kept, ...came]));
    setShown(incoming);
    setBefore(there);
  }, [incoming, there]);

  useEffect(() => {
    if (!isHeld) release();
  }, [isHeld, release]);
  useEffect(() => {
    if (fresh.size === 0) return;
    const timer = setTimeout(() => setFresh(new Set()), NEW_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [fresh]);

  const held = useMemo(() => holdQueue(shown, incoming, before), [shown, incoming, before]);
  return {
    ...held,
    fresh,
    release,
    hold: {
      // A finger does not rest on the list as a mouse does.
      onPointerEnter: (event) => setPointer(event.pointerType === 'mouse'),
      onPointerLeave: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
      },
    },
  };
}
