import type { Instant, WaitEstimate } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';

/** Minutes between which a wait is expected to end. */
export interface WaitRange {
  fromMinutes: number;
  toMinutes: number;
  /** When its unit closes, if the wait may not end before. */
  closesAt: Instant | null;
}

/** Even someone who is free needs a moment to read before the first answer. Minutes. */
const LEAST_TO = 5;

/**
 * What is known about how long a waiting case has to wait. The routing room provides it, in a global module;
 * without one the application does not start.
 */
export abstract class ExpectedWaits {
  /** From now on; null when it cannot be known: its unit is closed, or nobody is on duty. */
  abstract of(careCase: CareCase): Promise<WaitRange | null>;
}

/**
 * An estimate in steps that a person would use: single minutes to 5, fives to 60, then quarters of an hour,
 * rounded up.
 * @param closesAt when the unit closes, null when it does not
 */
export function sayableRange(
  { fromMinutes, toMinutes }: WaitEstimate,
  now: Date,
  closesAt: Instant | null,
): WaitRange {
  const to = Math.max(LEAST_TO, sayable(toMinutes));
  const mayClose = closesAt !== null && Date.parse(closesAt) < now.getTime() + to * 60_000;
  return {
    fromMinutes: Math.min(sayable(fromMinutes), to),
    toMinutes: to,
    closesAt: mayClose ? closesAt : null,
  };
}

function sayable(exact: number): number {
  const minutes = Math.max(1, Math.ceil(exact));
  const step = minutes <= 5 ? 1 : minutes <= 60 ? 5 : 15;
  return Math.ceil(minutes / step) * step;
}
