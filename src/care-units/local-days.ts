import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';

/** Days of the region's calendar as whole numbers, 0 is 1970-01-01, and the instants at which they begin. */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** More than any one caller needs; a long simulation must not fill the memory. */
const MOST_KEPT = 5_000;

/** Resolving the time zone costs far more than all else here, so each day is resolved once. */
const beginnings = new Map<number, number>();

/** The instant, in ms, at which a local day begins. */
export function beginningOfDay(day: number): number {
  const known = beginnings.get(day);
  if (known !== undefined) return known;
  if (beginnings.size >= MOST_KEPT) beginnings.clear();
  const begins = localMidnight(day).toMillis();
  beginnings.set(day, begins);
  return begins;
}

/** The local day that holds an instant given in ms. */
export function dayOf(ms: number): number {
  let day = Math.floor(ms / DAY_MS);
  while (beginningOfDay(day + 1) <= ms) day += 1;
  while (beginningOfDay(day) > ms) day -= 1;
  return day;
}

/**
 * The instant, in ms, of a wall-clock time on a local day. One that spring skips is taken as the same time after the
 * leap; one that autumn has twice is the first.
 * @param minute minutes after midnight by the wall clock; 1440 and more lie in the next days
 */
export function instantOf(day: number, minute: number): number {
  if (minute >= 1440) return instantOf(day + 1, minute - 1440);
  const begins = beginningOfDay(day);
  if (beginningOfDay(day + 1) - begins === DAY_MS) return begins + minute * MINUTE_MS;
  return localMidnight(day)
    .set({ hour: Math.floor(minute / 60), minute: minute % 60 })
    .toMillis();
}

/** ISO weekday, 1 Monday … 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The day of a date; `month` is 1 … 12. */
export function dayOfDate(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / DAY_MS;
}

/** The day of `YYYY-MM-DD`, else null when there is no such date. */
export function parseDay(date: string): number | null {
  const ms = ISO_DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms)) return null;
  const day = ms / DAY_MS;
  return isoDate(day) === date ? day : null;
}

/** `YYYY-MM-DD` */
export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

function localMidnight(day: number): DateTime {
  return DateTime.fromISO(isoDate(day), { zone: REGION_TIME_ZONE });
}
