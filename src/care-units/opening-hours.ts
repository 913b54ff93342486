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

interface Stretch {
  opens: DateTime;
  closes: DateTime;
}

/**
 * Local wall-clock times are resolved day by day in Europe/Stockholm, so daylight saving moves neither end: a clinic
 * that opens at 08:00 opens at 08:00 on the first summer Monday too.
 */
function stretchesBeginningOn(hours: OpeningHours, day: DateTime): Stretch[] {
  if (hours.closedDates.includes(day.toISODate() ?? '')) return [];
  return hours.week
    .filter((stretch) => stretch.days.includes(day.weekday))
    .map((stretch) => {
      const opens = atLocalTime(day, stretch.from);
      const sameDay = atLocalTime(day, stretch.to);
      return { opens, closes: sameDay > opens ? sameDay : atLocalTime(day.plus({ days: 1 }), stretch.to) };
    });
}

function atLocalTime(day: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(':').map(Number);
  return day.set({ hour: hour ?? 0, minute: minute ?? 0, second: 0, millisecond: 0 });
}

function localDay(at: Date): DateTime {
  return DateTime.fromJSDate(at, { zone: REGION_TIME_ZONE }).startOf('day');
}

/** Whether the unit is open at that instant: from `from`, up to but not including `to`. */
export function isOpen(hours: OpeningHours, at: Date): boolean {
  const day = localDay(at);
  return [day.minus({ days: 1 }), day]
    .flatMap((each) => stretchesBeginningOn(hours, each))
    .some(({ opens, closes }) => opens.toMillis() <= at.getTime() && at.getTime() < closes.toMillis());
}

/** When it next opens: `at` itself when open, else the nearest beginning; null when it does not open in 60 days. */
export function nextOpening(hours: OpeningHours, at: Date): Date | null {
  if (isOpen(hours, at)) return at;
  const day = localDay(at);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const openings = stretchesBeginningOn(hours, day.plus({ days: ahead }))
      .map(({ opens }) => opens.toMillis())
      .filter((opens) => opens > at.getTime());
    if (openings.length > 0) return new Date(Math.min(...openings));
  }
  return null;
}
