import { ProblemError } from './api.js';

/** Seconds between tries: soon at first, never rarer than every 15 s, with a little spread so that all do not come at once. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(15_000, 1000 * 2 ** attempt);
  return Math.round(base * (0.8 + 0.4 * random()));
}

export interface KeepTrying {
  /** Told before each wait, so that a person can be told. */
  onWaiting?: (error: ProblemError) => void;
  signal?: AbortSignal;
  /** Resolves after `ms`, or earlier when a connection is back. */
  pause?: (ms: number) => Promise<void>;
}

/**
 * Does `work` until it succeeds or fails for good. Only for work that may be repeated (ids made by the client).
 * Faults that may pass (no connection, the database away) are waited out.
 */
export async function keepTrying<T>(work: () => Promise<T>, options: KeepTrying = {}): Promise<T> {
  const pause = options.pause ?? pauseUntilOnline;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.passing || options.signal?.aborted) throw error;
      options.onWaiting?.(error);
      await pause(backoffMs(attempt));
      if (options.signal?.aborted) throw error;
    }
  }
}

/** Resolves after `ms`, or when the browser says that it is online again. */
export function pauseUntilOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
  });
}
