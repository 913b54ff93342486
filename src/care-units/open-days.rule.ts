import type { OpenDay, OpeningHours } from '../contracts/index.js';
import { calendarDay } from './holidays.rule.js';
import { beginningOfDay, dayOf, isoDate } from './local-days.js';
import { openingsOn } from './opening-hours.rule.js';

/** The opening hours of the next days from today on, with holidays and closings: what a resident would meet at the door. */
export function openDays(hours: OpeningHours, now: Date, count: number): OpenDay[] {
  const today = dayOf(now.getTime());
  return Array.from({ length: count }, (_, ahead) => {
    const day = today + ahead;
    const begins = beginningOfDay(day);
    const ends = beginningOfDay(day + 1);
    const { holiday = null, eve = null } = calendarDay(day);
    return {
      date: isoDate(day),
      holiday,
      eve,
      openings: openingsOn(hours, new Date(begins)).map(({ opens, closes }) => ({
        opens: opens.toISOString(),
        closes: closes.toISOString(),
      })),
      closings: (hours.closings ?? [])
        .filter(({ from, to }) => Date.parse(from) < ends && Date.parse(to) > begins)
        .map(({ reason }) => reason),
    };
  });
}
