import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResidentCase } from '../../contracts/index.js';
import { ProblemError } from '../api/api.js';
import { keepTrying } from '../api/keep-trying.js';
import { useSession, useWidget } from './widget.js';

export interface OpenCase {
  view: ResidentCase | null;
  /** Why it cannot be shown, when it never will be by waiting. */
  problem: ProblemError | null;
  /** Fetches it anew, e.g. when the feed says that it changed. */
  reload: () => void;
  /** Takes the answer of a request that changed the case. */
  take: (view: ResidentCase) => void;
}

/**
 * A case as the server has it. An answer that was asked for earlier than what is shown never replaces it.
 */
export function useCase(caseId: string, first: ResidentCase | null): OpenCase {
  const { calls, trouble, stale } = useWidget();
  const { status, person } = useSession();
  const [view, setView] = useState<ResidentCase | null>(first?.id === caseId ? first : null);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const asked = useRef(0);
  const shown = useRef(0);

  const take = useCallback((next: ResidentCase) => {
    asked.current += 1;
    shown.current = asked.current;
    setView(next);
    setProblem(null);
  }, []);

  const load = useCallback(
    (signal?: AbortSignal) => {
      asked.current += 1;
      const ticket = asked.current;
      let over: (() => void) | null = null;
      keepTrying(() => calls.one(caseId), {
        signal,
        onWaiting: () => {
          over ??= trouble.begin();
        },
      })
        .then(
          (next) => {
            if (signal?.aborted || ticket <= shown.current) return;
            shown.current = ticket;
            setView(next);
            setProblem(null);
          },
          (error: unknown) => {
            if (signal?.aborted) return;
            if (error instanceof ProblemError) setProblem(error);
            else throw error;
          },
        )
        .finally(() => over?.());
    },
    [calls, caseId, trouble],
  );

  const personId = person?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is signed in decides what may be seen, so ask again
  useEffect(() => {
    if (status !== 'open') return;
    const stop = new AbortController();
    load(stop.signal);
    return () => stop.abort();
  }, [load, status, personId]);

  useEffect(() => stale.hear(() => load()), [stale, load]);

  return { view, problem, reload: load, take };
}
