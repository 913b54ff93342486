import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';

/** A stretch of opening on certain weekdays, local time. `to` at or before `from` reaches into the next day. */
export interface OpeningStretch {
  /** ISO weekdays, 1 Monday … 7 Sunday, on which it begins. */
  days: number[];
  /** `HH:MM` */
  from: string;
  /** `HH:MM`; `00:00` is the midnight that ends the day. */
  to: string;
}

export interface OpeningHours {
  week: OpeningStretch[];
  /** Local dates `YYYY-MM-DD` on which no stretch begins. */
  closedDates: string[];
}

export const ALWAYS_OPEN: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' }],
  closedDates: [],
};

/** How far ahead the next opening is looked for. */
const DAYS_AHEAD = 60;

/** One opening: from `opens`, up to but not including `closes`. */
export interface Opening {
  opens: Date;
  closes: Date;
}

/**
 * The openings that begin on the local day that holds `at`.
 * Local wall-clock times are resolved day by day in Europe/Stockholm, so daylight saving moves neither end: a clinic
 * that opens at 08:00 opens at 08:00 on the first summer Monday too. A wall-clock time that spring skips is taken as
 * the same time after the leap; one that autumn has twice is the first. A stretch that spring swallows whole is left out.
 */
export function openingsOn(hours: OpeningHours, at: Date): Opening[] {
  return beginningOn(hours, localDay(at));
}

/** Whether the unit is open at that instant: from `from`, up to but not including `to`. */
export function isOpen(hours: OpeningHours, at: Date): boolean {
  const day = localDay(at);
  return [day.minus({ days: 1 }), day]
    .flatMap((each) => beginningOn(hours, each))
    .some(({ opens, closes }) => opens <= at && at < closes);
}

/** When it next opens: `at` itself when open, else the nearest beginning; null when it does not open in 60 days. */
export function nextOpening(hours: OpeningHours, at: Date): Date | null {
  if (isOpen(hours, at)) return at;
  const day = localDay(at);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const openings = beginningOn(hours, day.plus({ days: ahead }))
      .map(({ opens }) => opens.getTime())
      .filter((opens) => opens > at.getTime());
    if (openings.length > 0) return new Date(Math.min(...openings));
  }
  return null;
}

function beginningOn(hours: OpeningHours, day: DateTime): Opening[] {
  if (hours.closedDates.includes(day.toISODate() ?? '')) return [];
  return hours.week
    .filter((stretch) => stretch.days.includes(day.weekday))
    .map((stretch) => ({
      opens: atLocalTime(day, stretch.from),
      closes: atLocalTime(stretch.to > stretch.from ? day : day.plus({ days: 1 }), stretch.to),
    }))
    .filter(({ opens, closes }) => opens < closes);
}

function atLocalTime(day: DateTime, time: string): Date {
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0, second: 0, millisecond: 0 }).toJSDate();
}

function localDay(at: Date): DateTime {
  return DateTime.fromJSDate(at, { zone: REGION_TIME_ZONE }).startOf('day');
}
