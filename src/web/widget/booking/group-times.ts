import type { BookableTime } from '../../../contracts/index.js';

export interface DayOfTimes {
  /** YYYY-MM-DD in Sweden. */
  day: string;
  times: BookableTime[];
}

export const NEXT_TIMES = 3;

/** The soonest few, and all by day; times come soonest first. */
export function groupTimes(
  times: readonly BookableTime[],
  dayKey: (at: string) => string,
): { next: BookableTime[]; days: DayOfTimes[] } {
  const days: DayOfTimes[] = [];
  for (const time of times) {
    const day = dayKey(time.startsAt);
    const last = days.at(-1);
    if (last?.day === day) last.times.push(time);
    else days.push({ day, times: [time] });
  }
  return { next: times.slice(0, NEXT_TIMES), days };
}
