import { minuteOf } from '../care-units/opening-hours.rule.js';
import {
  COMPETENCES,
  type Competence,
  type OpeningHours,
  type OpeningStretch,
  type Urgency,
} from '../contracts/index.js';
import type { DutyHour } from '../routing/network-snapshots.service.js';
import type { Post, Reason, Scenario, ScenarioUnit } from './scenario.js';
import { weeklyHours } from './timetable.js';

/** Fewer cases than this say too little about when they come and why. */
export const LEAST_CASES = 300;
const WEEKDAYS = 7;
const MOST_USE = 150;
const DAY = 1440;
const MINUTES_AN_HOUR = 60;

/** What is known about the region from its own use. */
export interface KnownRegion {
  /** Local date of the first day to be counted, `YYYY-MM-DD`. */
  starts: string;
  /** How many cases one person works with at a time. */
  casesAtOnce: number;
  /** The competence that helps where nobody else can. */
  catchAll: Competence;
  units: {
    id: string;
    name: string;
    kind: ScenarioUnit['kind'];
    hours: OpeningHours;
    /** Patients that are listed there. */
    listed: number;
  }[];
  /** Weekdays, 1 Monday … 7 Sunday, of which it is known who was at work. */
  knownWeekdays: number[];
  duty: DutyHour[];
  /** Weeks over which the cases were counted. */
  weeks: number;
  cases: CaseCount[];
}

/** Cases that came into a queue in an hour of the week. */
export interface CaseCount {
  reason: string;
  urgency: Urgency;
  competence: Competence;
  weekday: number;
  hour: number;
  cases: number;
}

/** What is still missing before the region can be simulated: weekdays with known staff, cases. Null when nothing is. */
export function lacking({
  knownWeekdays,
  cases,
}: Pick<KnownRegion, 'knownWeekdays' | 'cases'>): { weekdays: number; cases: number } | null {
  const weekdays = WEEKDAYS - new Set(knownWeekdays).size;
  const more = Math.max(0, LEAST_CASES - sum(cases.map((each) => each.cases)));
  return weekdays > 0 || more > 0 ? { weekdays, cases: more } : null;
}

/**
 * The region as it is, to be played: its units and hours, who has been at work when, and the cases that have come, with
 * what `base` assumes of people's patience and of the phone, which no region can measure here.
 *
 * A person who works with several cases at a time is played as one who takes them one after the other, each in so much
 * less time: as many cases are helped an hour.
 */
export function ownScenario(base: Scenario, region: KnownRegion): Scenario {
  const units = region.units.map(
    (unit): ScenarioUnit => ({
      id: unit.id,
      name: unit.name,
      kind: unit.kind,
      hours: unit.hours,
      ...(unit.kind === 'clinic' && { listed: unit.listed }),
      staff: COMPETENCES.flatMap((competence) =>
        postsOf(
          competence,
          region.duty.filter((each) => each.unitId === unit.id && each.competence === competence),
          unit.hours.week,
          region.casesAtOnce,
        ),
      ),
    }),
  );
  const reasons = reasonsOf(region);
  return {
    ...base,
    name: { sv: 'Vår region', en: 'Our region' },
    starts: region.starts,
    uneven: 0,
    use: [useOf(units, region)],
    demand: { ...base.demand, ...rhythmOf(base, region.cases) },
    reasons,
    units,
    policy: {},
  };
}

/**
 * People by the hours of the week, as posts: the first who is there the longest, the others while there are more. Who is
 * at work while the unit is closed does not count.
 */
function postsOf(
  competence: Competence,
  duty: readonly DutyHour[],
  week: readonly OpeningStretch[],
  casesAtOnce: number,
): Post[] {
  const people = (weekday: number, hour: number) =>
    Math.round(
      (duty.find((each) => each.weekday === weekday && each.hour === hour)?.onDuty ?? 0) / casesAtOnce,
    );
  const most = Math.max(0, ...duty.map(({ weekday, hour }) => people(weekday, hour)));
  const posts: Post[] = [];
  for (let nth = 1; nth <= most; nth += 1) {
    const shifts = new Map<string, OpeningStretch>();
    for (let weekday = 1; weekday <= WEEKDAYS; weekday += 1) {
      for (const { from, to } of stretchesOf((hour) => people(weekday, hour) >= nth, opened(week, weekday))) {
        const key = `${from} ${to}`;
        shifts.set(key, { days: [...(shifts.get(key)?.days ?? []), weekday], from, to });
      }
    }
    if (shifts.size > 0) posts.push({ competence, people: 1, shifts: [...shifts.values()] });
  }
  return posts;
}

/** When a unit is open on a weekday, in minutes of that day; what the night before reaches into it is in it. */
function opened(week: readonly OpeningStretch[], weekday: number): [from: number, to: number][] {
  const before = weekday === 1 ? WEEKDAYS : weekday - 1;
  return week.flatMap(({ days, from, to }) => {
    const [begins, ends] = [minuteOf(from), minuteOf(to)];
    const spans: [number, number][] = [];
    if (days.includes(weekday)) spans.push([begins, ends > begins ? ends : DAY]);
    if (days.includes(before) && ends <= begins && ends > 0) spans.push([0, ends]);
    return spans;
  });
}

/** The chosen hours of a day, as far as they lie in the spans; midnight ends a stretch. */
function stretchesOf(
  isIn: (hour: number) => boolean,
  spans: readonly [from: number, to: number][],
): { from: string; to: string }[] {
  const found: { from: string; to: string }[] = [];
  for (const [opens, closes] of spans) {
    let begins: number | null = null;
    for (let hour = Math.floor(opens / 60); hour * 60 <= closes; hour += 1) {
      const inside = hour * 60 < closes && isIn(hour);
      if (inside) begins ??= Math.max(opens, hour * 60);
      if (inside || begins === null) continue;
      found.push({ from: clock(begins), to: clock(Math.min(closes, hour * 60)) });
      begins = null;
    }
    if (begins !== null) found.push({ from: clock(begins), to: clock(closes) });
  }
  return found;
}

/** Contact reasons with their share of the cases; their handling time is that of the competence that helps. */
function reasonsOf({ cases, duty, casesAtOnce, catchAll }: KnownRegion): Reason[] {
  const atWork = new Set(duty.map(({ competence }) => competence));
  const whole = sum(cases.map((each) => each.cases));
  return [...grouped(cases, ({ reason }) => reason)].map(([id, own]) => {
    const count = sum(own.map((each) => each.cases));
    const wanted = [...shares(own, ({ competence }) => competence).keys()];
    const competences = wanted.some((each) => atWork.has(each)) ? wanted : [...wanted, catchAll];
    const [first] = competences;
    const helping = duty.filter(({ competence }) => competence === first);
    const hours = helping.length > 0 ? helping : duty;
    return {
      id,
      share: (100 * count) / whole,
      competences,
      minutes: sum(hours.map(({ handlingMinutes }) => handlingMinutes)) / hours.length / casesAtOnce,
      urgencies: Object.fromEntries(shares(own, ({ urgency }) => urgency)),
    };
  });
}

/** When cases come; a part of the week in which none has come is as assumed. */
function rhythmOf(
  base: Scenario,
  cases: readonly CaseCount[],
): Pick<Scenario['demand'], 'hours' | 'weekdays'> {
  const weekdays = Array.from({ length: WEEKDAYS }, (_, day) =>
    sum(cases.filter(({ weekday }) => weekday === day + 1).map((each) => each.cases)),
  );
  const hoursOf = (isIn: (weekday: number) => boolean, assumed: number[]) => {
    const counts = Array.from({ length: 24 }, (_, hour) =>
      sum(cases.filter((each) => each.hour === hour && isIn(each.weekday)).map((each) => each.cases)),
    );
    return sum(counts) > 0 ? counts : assumed;
  };
  return {
    weekdays,
    hours: {
      weekday: hoursOf((day) => day <= 5, base.demand.hours.weekday),
      weekend: hoursOf((day) => day > 5, base.demand.hours.weekend),
    },
  };
}

/** Per cent of the hours of those at work that the cases ask for. */
function useOf(units: readonly ScenarioUnit[], region: KnownRegion): number {
  const hours = sum([...weeklyHours(units).values()]);
  const reasons = reasonsOf(region);
  const whole = sum(region.cases.map((each) => each.cases)) / region.weeks;
  const minutes = sum(reasons.map(({ share, minutes: each }) => (share / 100) * each));
  const use = hours > 0 ? (100 * whole * minutes) / (hours * MINUTES_AN_HOUR) : MOST_USE;
  return Math.min(MOST_USE, Math.max(1, Math.round(use)));
}

/** Shares of the cases in per cent, the largest first. */
function shares<K>(cases: readonly CaseCount[], by: (each: CaseCount) => K): Map<K, number> {
  const whole = sum(cases.map((each) => each.cases));
  const found = [...grouped(cases, by)].map(([key, own]): [K, number] => [
    key,
    (100 * sum(own.map((each) => each.cases))) / whole,
  ]);
  return new Map(found.sort(([, a], [, b]) => b - a));
}

function grouped<K>(cases: readonly CaseCount[], by: (each: CaseCount) => K): Map<K, CaseCount[]> {
  const groups = new Map<K, CaseCount[]>();
  for (const each of cases) groups.set(by(each), [...(groups.get(by(each)) ?? []), each]);
  return groups;
}

function clock(minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
