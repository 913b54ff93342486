import type { DayStretch, OpeningHours, TemporaryClosing } from '../contracts/index.js';
import { calendarDay } from './holidays.rule.js';
import { dayOf, instantOf, isoDate, weekdayOf } from './local-days.js';

export type { DayStretch, Eve, OpeningHours, OpeningStretch, TemporaryClosing } from '../contracts/index.js';

export const ALWAYS_OPEN: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' }],
  closedDates: [],
};

/** How far ahead the next opening, and the end of one, is looked for. */
const DAYS_AHEAD = 60;
/** More days than one caller needs; a long simulation must not fill the memory. */
const MOST_KEPT = 800;

/** One opening: from `opens`, up to but not including `closes`. */
export interface Opening {
  opens: Date;
  closes: Date;
}

/** An opening as instants in ms. */
type Span = readonly [opens: number, closes: number];

/**
 * The openings that begin on the local day that holds `at`, by their beginning, less what temporary closings take away.
 * Local wall-clock times are resolved day by day in Europe/Stockholm, so daylight saving moves neither end: a clinic
 * that opens at 08:00 opens at 08:00 on the first summer Monday too. A wall-clock time that spring skips is taken as
 * the same time after the leap; one that autumn has twice is the first. A stretch that spring swallows whole is left out.
 */
export function openingsOn(hours: OpeningHours, at: Date): Opening[] {
  return spansOf(hours, dayOf(at.getTime())).map(([opens, closes]) => ({
    opens: new Date(opens),
    closes: new Date(closes),
  }));
}

/** Whether the unit is open at that instant: from `from`, up to but not including `to`. */
export function isOpen(hours: OpeningHours, at: Date): boolean {
  const ms = at.getTime();
  return openTo(hours, ms, dayOf(ms)) > ms;
}

/** Whether the unit is open all the while from one instant up to another. */
export function isOpenThroughout(hours: OpeningHours, from: Date, to: Date): boolean {
  const until = openUntil(hours, from);
  return until ? until >= to : isOpen(hours, from);
}

/** When it next opens: `at` itself when open, else the nearest beginning; null when it does not open in 60 days. */
export function nextOpening(hours: OpeningHours, at: Date): Date | null {
  const ms = at.getTime();
  const today = dayOf(ms);
  if (openTo(hours, ms, today) > ms) return at;
  // From yesterday, since what a temporary closing leaves of its night may begin today; it may also begin after what
  // today has, so that two days are compared.
  let before = firstAfter(hours, ms, today - 1);
  for (let day = today; day <= today + DAYS_AHEAD + 1; day += 1) {
    const here = firstAfter(hours, ms, day);
    if (before < Number.POSITIVE_INFINITY) return new Date(Math.min(before, here));
    before = here;
  }
  return null;
}

/**
 * When the opening that holds `at` ends, taken together with those that follow it without a gap; null when closed at
 * `at`, and when it does not close within 60 days.
 */
export function openUntil(hours: OpeningHours, at: Date): Date | null {
  const ms = at.getTime();
  const last = dayOf(ms) + DAYS_AHEAD;
  let end = ms;
  for (let day = dayOf(ms); day <= last; day = dayOf(end)) {
    const further = openTo(hours, end, day);
    if (further <= end) return end > ms ? new Date(end) : null;
    end = further;
  }
  return null;
}

/**
 * When the opening that holds `at` began, taken together with those that go before it without a gap; null when closed
 * at `at`, and when it has been open for 60 days.
 */
export function openSince(hours: OpeningHours, at: Date): Date | null {
  const ms = at.getTime();
  const first = dayOf(ms) - DAYS_AHEAD;
  if (!isOpen(hours, at)) return null;
  let start = ms;
  for (let day = dayOf(ms); day >= first; day = dayOf(start)) {
    const earlier = [...spansOf(hours, day - 1), ...spansOf(hours, day)]
      .filter(([opens, closes]) => opens < start && start <= closes)
      .reduce((least, [opens]) => Math.min(least, opens), start);
    if (earlier === start) return new Date(start);
    start = earlier;
  }
  return null;
}

/** The temporary closing that holds `at`: the one that ends last, when there are several. */
export function closingAt(hours: OpeningHours, at: Date): TemporaryClosing | null {
  const ms = at.getTime();
  const held = (hours.closings ?? []).filter(({ from, to }) => Date.parse(from) <= ms && ms < Date.parse(to));
  return held.reduce<TemporaryClosing | null>(
    (latest, each) => (latest && Date.parse(latest.to) >= Date.parse(each.to) ? latest : each),
    null,
  );
}

/** The stretches that begin on a local day as they were entered: before daylight saving and temporary closings. */
export function stretchesOn(hours: OpeningHours, day: number): readonly DayStretch[] {
  const date = isoDate(day);
  if (hours.closedDates.includes(date)) return [];
  const special = hours.specialDays?.find((each) => each.date === date);
  if (special) return special.stretches;
  const { holidays, eves } = hours.closedOn ?? { holidays: false, eves: [] };
  const { holiday, eve } = calendarDay(day);
  if ((holidays && holiday) || (eve && eves.includes(eve))) return [];
  const weekday = weekdayOf(day);
  return hours.week.filter((stretch) => stretch.days.includes(weekday));
}

/** Minutes after midnight of `HH:MM`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Days resolved before, by their hours; hours are never changed in place. */
const resolved = new WeakMap<OpeningHours, Map<number, readonly Span[]>>();

/** The end of the openings that hold `ms`, of those that begin on `day` or the day before; `ms` itself when closed. */
function openTo(hours: OpeningHours, ms: number, day: number): number {
  let end = ms;
  for (const spans of [spansOf(hours, day - 1), spansOf(hours, day)]) {
    for (const [opens, closes] of spans) if (opens <= ms && closes > end) end = closes;
  }
  return end;
}

/** The first beginning after `ms` among the openings of a day; infinity when there is none. */
function firstAfter(hours: OpeningHours, ms: number, day: number): number {
  return spansOf(hours, day).find(([opens]) => opens > ms)?.[0] ?? Number.POSITIVE_INFINITY;
}

function spansOf(hours: OpeningHours, day: number): readonly Span[] {
  let days = resolved.get(hours);
  if (!days) {
    days = new Map();
    resolved.set(hours, days);
  }
  const known = days.get(day);
  if (known) return known;
  if (days.size >= MOST_KEPT) days.clear();
  const spans = resolveDay(hours, day);
  days.set(day, spans);
  return spans;
}

function resolveDay(hours: OpeningHours, day: number): Span[] {
  const spans = stretchesOn(hours, day)
    .map(({ from, to }): Span => {
      const closes = minuteOf(to);
      return [instantOf(day, minuteOf(from)), instantOf(day, to > from ? closes : closes + 1440)];
    })
    .filter(([opens, closes]) => opens < closes);
  const closings = (hours.closings ?? []).map(({ from, to }): Span => [Date.parse(from), Date.parse(to)]);
  return closings.reduce(without, spans).sort((a, b) => a[0] - b[0]);
}

/** What is left of the spans when `closing` is taken away. */
function without(spans: Span[], [from, to]: Span): Span[] {
  return spans.flatMap(([opens, closes]): Span[] =>
    closes <= from || to <= opens
      ? [[opens, closes]]
      : [[opens, from] as const, [to, closes] as const].filter(([begins, ends]) => begins < ends),
  );
}
