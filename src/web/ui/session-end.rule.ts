const MINUTE = 60_000;
/** Without a sign of the person for this long, whoever is at the device is signed out. */
export const QUIET_MS = 60 * MINUTE;
/** This long before its end a session warns of it. */
export const WARNING_MS = 15 * MINUTE;

export interface SessionTimes {
  now: number;
  /** When it ends whatever is done; null where nothing is known of that. */
  endsAt: number | null;
  /** When a person last did something here; null while nobody has to, as in a call. */
  lastActAt: number | null;
}

/** The end that is near: by time, which only signing in again puts off, or because it is quiet, which any act puts off. */
export interface NearEnd {
  why: 'time' | 'quiet';
  at: number;
  isOver: boolean;
}

/** Whether it was quiet for too long: whoever does something only then may be anybody. */
export function wasTooQuiet(lastActAt: number | null, now: number): boolean {
  return lastActAt !== null && now >= lastActAt + QUIET_MS;
}

/** The end of a session that its reader is to be warned of, or that has come. What pages do by themselves is no act. */
export function nearEnd({ now, endsAt, lastActAt }: SessionTimes): NearEnd | null {
  const quietAt = lastActAt === null ? Number.POSITIVE_INFINITY : lastActAt + QUIET_MS;
  const timeAt = endsAt ?? Number.POSITIVE_INFINITY;
  const at = Math.min(quietAt, timeAt);
  if (now < at - WARNING_MS) return null;
  return { why: quietAt < timeAt ? 'quiet' : 'time', at, isOver: now >= at };
}
