import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import { ageInYears } from './age.js';

/** From this age a child writes with an e-ID of its own (1177: guardians act for a child to 12). */
export const WRITES_FROM_AGE = 13;

/** Whether a guardian may write for a child born on that date (`YYYY-MM-DD`): until the day the child turns 13. */
export function isWrittenFor(birthDate: string, now: Date): boolean {
  return ageInYears(birthDate, now) < WRITES_FROM_AGE;
}

/** The same for a query: children born after that date (`YYYY-MM-DD`) may be written for. */
export function writtenForIfBornAfter(now: Date): string {
  const today = DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE });
  const then = today.minus({ years: WRITES_FROM_AGE });
  // Whoever was born on 29 February is a year older on the 28th.
  const isLastDay = today.day === today.daysInMonth;
  return (isLastDay ? then.endOf('month') : then).toISODate() ?? '';
}
