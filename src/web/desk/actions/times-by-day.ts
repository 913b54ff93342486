import type { BookableTime } from '../../../contracts/index.js';

export interface TimesOfDay {
  day: string;
  times: BookableTime[];
}

/** Times in order, grouped by local day; `dayOf` names an instant's local date. */
export function timesByDay(times: readonly BookableTime[], dayOf: (at: string) => string): TimesOfDay[] {
  const days = new Map<string, BookableTime[]>();
  for (const time of [...times].sort((a, b) => a.startsAt.localeCompare(b.startsAt))) {
    const day = dayOf(time.startsAt);
    const list = days.get(day);
    if (list) list.push(time);
    else days.set(day, [time]);
  }
  return [...days].map(([day, list]) => ({ day, times: list }));
}
