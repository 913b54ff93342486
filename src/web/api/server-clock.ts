/**
 * The server's time as the browser knows it. A phone's own clock may be wrong and the demo's clock is set elsewhere,
 * so all that is said about time goes by the server's.
 */
export interface ServerClock {
  now(): Date;
  /** Tells what the server's clock showed just now. */
  sync(serverNow: string): void;
}

/** Starts at the browser's own clock until the first `sync`. `tick` gives milliseconds. */
export function serverClock(tick: () => number = Date.now): ServerClock {
  let ahead = 0;
  return {
    now: () => new Date(tick() + ahead),
    sync: (serverNow) => {
      const at = Date.parse(serverNow);
      if (!Number.isNaN(at)) ahead = at - tick();
    },
  };
}
