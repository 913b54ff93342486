import { useCallback, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../api/api.js';
import { keepTrying } from '../api/keep-trying.js';
import { useWidget } from './widget.js';

export interface Action<A extends unknown[]> {
  /** Does it. A second press while it runs does nothing. */
  run: (...args: A) => void;
  busy: boolean;
  /** It could not be sent yet, and is tried again. */
  waiting: boolean;
  /** Why it failed for good. */
  problem: ProblemError | null;
  clear: () => void;
}

/** What these say is that the case has moved on since it was shown. */
const STALE: ReadonlySet<string> = new Set(['wrong-state', 'wrong-answer', 'conflict', 'wrong-flow-version']);

/**
 * Something a person does once. It is repeated until it succeeds or is refused, so `work` must be safe to repeat:
 * make its ids before calling `run`.
 */
export function useAction<A extends unknown[], R>(
  work: (...args: A) => Promise<R>,
  done?: (result: R) => void,
): Action<A> {
  const { trouble, stale } = useWidget();
  const [state, setState] = useState({ busy: false, waiting: false, problem: null as ProblemError | null });
  const running = useRef<AbortController | null>(null);
  const latest = useRef({ work, done });
  latest.current = { work, done };

  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    (...args: A) => {
      if (running.current) return;
      const stop = new AbortController();
      running.current = stop;
      let over: (() => void) | null = null;
      setState({ busy: true, waiting: false, problem: null });
      keepTrying(() => latest.current.work(...args), {
        signal: stop.signal,
        onWaiting: () => {
          over ??= trouble.begin();
          setState({ busy: true, waiting: true, problem: null });
        },
      })
        .then(
          (result) => {
            if (stop.signal.aborted) return;
            running.current = null;
            setState({ busy: false, waiting: false, problem: null });
            latest.current.done?.(result);
          },
          (error: unknown) => {
            running.current = null;
            if (stop.signal.aborted) return;
            if (!(error instanceof ProblemError)) console.error(error);
            const problem = error instanceof ProblemError ? error : unexpected(error);
            setState({ busy: false, waiting: false, problem });
            if (STALE.has(problem.code)) stale.tell();
          },
        )
        .finally(() => over?.());
    },
    [trouble, stale],
  );

  const clear = useCallback(() => setState((before) => ({ ...before, problem: null })), []);
  return { run, ...state, clear };
}

function unexpected(error: unknown): ProblemError {
  const detail = error instanceof Error ? error.message : String(error);
  return new ProblemError('internal', {
    type: 'urn:slussen:problem:internal',
    title: detail,
    status: 0,
    detail,
  });
}
