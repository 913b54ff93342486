import { ON_DUTY_MS } from '../care-units/duty.rule.js';
import type { Urgency } from '../contracts/index.js';

/** A case of urgency 1 or 2 does not wait for longer than this for a holder who gives no sign of life. */
export const URGENT_HOLD_MINUTES = 2;
const URGENT: Urgency = 2;

/** What shows that a holder is there: the claim itself, and the desk's signs of life. */
export interface Signs {
  claimedAt: Date | null;
  lastSeenAt: Date | null;
}

/** The last sign of life of a case's holder. */
export function lastSign({ claimedAt, lastSeenAt }: Signs): Date {
  return new Date(Math.max(claimedAt?.getTime() ?? 0, lastSeenAt?.getTime() ?? 0));
}

/**
 * Since when a case's holder is gone, by the same rule that keeps staff on duty; null while they are there.
 */
export function goneSince(signs: Signs, now: Date): Date | null {
  const last = lastSign(signs);
  return last.getTime() <= now.getTime() - ON_DUTY_MS ? last : null;
}

/**
 * Minutes without a sign of life after which a case returns to its queue automatically. A holder who only
 * moves to another room keeps a conversation that can wait; until then a colleague may take it over by hand.
 */
export function holdMinutes(urgency: Urgency, minutes: number): number {
  return urgency <= URGENT ? Math.min(minutes, URGENT_HOLD_MINUTES) : minutes;
}

/** After a silence of our own, desks get this long to be heard again before anybody counts as gone. */
export const HEARD_AGAIN_MS = ON_DUTY_MS;
/** Rounds farther apart than this had a silence between them: the database was away, or the process was. */
const SILENCE_MS = 30_000;

/** Since when signs of life could be heard without a silence. */
export interface Hearing {
  since: Date;
  lastRound: Date;
}

/** What is known about our own hearing after a round in which the database answered. */
export function hearingAfter(before: Hearing | null, now: Date): Hearing {
  const apart = before ? Math.abs(now.getTime() - before.lastRound.getTime()) : Number.POSITIVE_INFINITY;
  return { since: before && apart <= SILENCE_MS ? before.since : now, lastRound: now };
}

/** Whether a silence of a desk may count against it: after one of our own, it may not have been heard yet. */
export function hearsDesks({ since, lastRound }: Hearing): boolean {
  return lastRound.getTime() - since.getTime() >= HEARD_AGAIN_MS;
}
