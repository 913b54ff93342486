import type { Urgency } from '../contracts/index.js';

const MINUTE_MS = 60_000;

/**
 * Minutes within which a case of an urgency should be answered, from the moment its unit is open for it. The hotline's
 * nurses are asked to answer within 15 minutes; the rest follow the words of each level (at once, today, days, can wait).
 */
export const TARGET_MINUTES: Readonly<Record<Urgency, number>> = {
  1: 5,
  2: 15,
  3: 2 * 60,
  4: 24 * 60,
  5: 72 * 60,
};

/**
 * When the target of an urgency runs out.
 * @param from when the waiting began, or when the unit opens if that is later
 */
export function dueAt(urgency: Urgency, from: Date): Date {
  return new Date(from.getTime() + TARGET_MINUTES[urgency] * MINUTE_MS);
}
