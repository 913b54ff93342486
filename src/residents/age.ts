import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';

/**
 * Whole months since birth, by the calendar of Stockholm; 0 before birth.
 * A month is full on the day with the birth day's number, or on the month's last day where there is no such day (lag
 * 1930:173 om beräkning av lagstadgad tid, 1 §): who was born on 29 February is a year older on 28 February.
 * @param birthDate `YYYY-MM-DD`
 */
export function ageInMonths(birthDate: string, now: Date): number {
  const today = DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE });
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const begun = (today.year - year) * 12 + today.month - month;
  const full = today.day >= Math.min(day, today.daysInMonth ?? day);
  return Math.max(0, full ? begun : begun - 1);
}

/** Whole years since birth; see `ageInMonths`. */
export function ageInYears(birthDate: string, now: Date): number {
  return Math.floor(ageInMonths(birthDate, now) / 12);
}
