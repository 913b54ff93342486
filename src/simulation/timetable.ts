import { dayOf, parseDay, weekdayOf } from '../care-units/local-days.js';
import { ALWAYS_OPEN, type OpeningHours, openingsOn } from '../care-units/opening-hours.rule.js';
import type { Competence } from '../contracts/index.js';
import type { Post, Scenario, ScenarioUnit } from './scenario.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** From one instant up to another, in ms. */
export interface Span {
  from: number;
  to: number;
}

/** People who sign on or off, and units that open or close, at an instant in ms. */
export type Change =
  | { at: number; kind: 'off' | 'on'; unit: number; competence: Competence; people: number }
  | { at: number; kind: 'closes'; unit: number; next: number | null }
  | { at: number; kind: 'opens'; unit: number; next: number | null };

/** Of changes at one instant, those who leave go first and those who come go last. */
const ORDER = { off: 0, closes: 1, opens: 2, on: 3 } as const;

/** Days that are played after the counted ones, so that their cases come to an end under the same load. */
const RUN_OUT_DAYS = 4;

/** The instants of a scenario: when it begins, which arrivals count, when it ends. */
export interface Horizon {
  firstDay: number;
  days: number;
  begins: number;
  countsFrom: number;
  countsTo: number;
  ends: number;
}

export function horizonOf({ starts, warmUpDays, days }: Scenario): Horizon {
  const firstDay = parseDay(starts) ?? 0;
  const beginningOf = (day: number) => dayStart(firstDay + day);
  return {
    firstDay,
    days: warmUpDays + days + RUN_OUT_DAYS,
    begins: beginningOf(0),
    countsFrom: beginningOf(warmUpDays),
    countsTo: beginningOf(warmUpDays + days),
    ends: beginningOf(warmUpDays + days + RUN_OUT_DAYS),
  };
}

/** The instant at which a local day begins. */
export function dayStart(day: number): number {
  const [opening] = openingsOn(ALWAYS_OPEN, new Date(day * DAY_MS + DAY_MS / 2));
  return opening?.opens.getTime() ?? day * DAY_MS;
}

export function hoursOf(unit: ScenarioUnit): OpeningHours {
  return unit.hours === 'always' ? ALWAYS_OPEN : unit.hours;
}

/** All that opens, closes, signs on and signs off, in order. */
export function timetable(units: readonly ScenarioUnit[], horizon: Horizon): Change[] {
  const changes: Change[] = [];
  units.forEach((unit, index) => {
    const openings = openingsIn(hoursOf(unit), horizon);
    openings.forEach(({ from, to }, at) => {
      changes.push({ at: from, kind: 'opens', unit: index, next: to >= horizon.ends ? null : to });
      changes.push({ at: to, kind: 'closes', unit: index, next: openings[at + 1]?.from ?? null });
    });
    for (const post of unit.staff) {
      const { competence, people } = post;
      for (const { from, to } of shiftsIn(unit, post, horizon, openings)) {
        changes.push({ at: from, kind: 'on', unit: index, competence, people });
        changes.push({ at: to, kind: 'off', unit: index, competence, people });
      }
    }
  });
  return changes.sort((a, b) => a.at - b.at || ORDER[a.kind] - ORDER[b.kind] || a.unit - b.unit);
}

/** Hours of work a usual week has, by competence. */
export function weeklyHours(units: readonly ScenarioUnit[]): Map<Competence, number> {
  const hours = new Map<Competence, number>();
  for (const { staff } of units) {
    for (const { competence, people, shifts } of staff) {
      const each = shifts.reduce((sum, { days, from, to }) => sum + days.length * hoursBetween(from, to), 0);
      hours.set(competence, (hours.get(competence) ?? 0) + people * each);
    }
  }
  return hours;
}

/** Hours of staff between two instants, all competences of a unit together. */
export function staffHours(unit: ScenarioUnit, horizon: Horizon, from: number, to: number): number {
  const openings = openingsIn(hoursOf(unit), horizon);
  return unit.staff.reduce(
    (sum, post) =>
      sum +
      post.people *
        shiftsIn(unit, post, horizon, openings).reduce(
          (all, span) => all + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)) / HOUR_MS,
          0,
        ),
    0,
  );
}

/** Openings within the horizon, those that follow each other without a gap taken together. */
export function openingsIn(hours: OpeningHours, horizon: Horizon): Span[] {
  const spans: Span[] = [];
  for (let day = -1; day < horizon.days; day += 1) {
    for (const { opens, closes } of openingsOn(
      hours,
      new Date((horizon.firstDay + day) * DAY_MS + DAY_MS / 2),
    )) {
      const from = Math.max(opens.getTime(), horizon.begins);
      const to = Math.min(closes.getTime(), horizon.ends);
      const last = spans.at(-1);
      if (last && from <= last.to) last.to = Math.max(last.to, to);
      else if (from < to) spans.push({ from, to });
    }
  }
  return spans;
}

/** Local weekday and hour of the instants of a day, each with the ms it lasts: 23 or 25 of them when clocks change. */
export function hoursOfDay(day: number): { from: number; hour: number; weekday: number }[] {
  const begins = dayStart(day);
  const ends = dayStart(day + 1);
  const length = ends - begins;
  const hours: { from: number; hour: number; weekday: number }[] = [];
  for (let from = begins; from < ends; from += HOUR_MS) {
    const passed = (from - begins) / HOUR_MS;
    // Spring skips 02:00, autumn has it twice.
    const changes = length < DAY_MS ? 2 : 3;
    const hour = passed < changes ? passed : passed + (DAY_MS - length) / HOUR_MS;
    hours.push({ from, hour, weekday: weekdayOf(day) });
  }
  return hours;
}

function shiftsIn(unit: ScenarioUnit, post: Post, horizon: Horizon, openings: readonly Span[]): Span[] {
  const shifts = openingsIn({ ...hoursOf(unit), week: post.shifts, specialDays: [] }, horizon);
  return shifts.flatMap(({ from, to }) =>
    openings
      .map((opening) => ({ from: Math.max(from, opening.from), to: Math.min(to, opening.to) }))
      .filter((span) => span.from < span.to),
  );
}

function hoursBetween(from: string, to: string): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const length = minutes(to) - minutes(from);
  return (length > 0 ? length : length + 1440) / 60;
}

/** The local day that an instant lies in. */
export function localDay(at: number): number {
  return dayOf(at);
}
