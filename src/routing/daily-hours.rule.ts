import { dayOf, instantOf, weekdayOf } from '../care-units/local-days.js';
import { minuteOf } from '../care-units/opening-hours.rule.js';
import type { DailyHours } from '../contracts/index.js';

const DAY_MINUTES = 1440;

/** Whether an instant lies in daily hours: from `from`, up to but not including `to`, on the region's wall clock. */
export function isWithin({ days, from, to }: DailyHours, at: Date): boolean {
  const ms = at.getTime();
  const today = dayOf(ms);
  return [today - 1, today].some((day) => {
    if (days && !days.includes(weekdayOf(day))) return false;
    const ends = to > from ? minuteOf(to) : minuteOf(to) + DAY_MINUTES;
    return instantOf(day, minuteOf(from)) <= ms && ms < instantOf(day, ends);
  });
}
