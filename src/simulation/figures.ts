import { openMinutesBetween } from '../care-units/open-minutes.js';
import {
  type Competence,
  type GoalFigures,
  type PromiseFigures,
  type RunFigures,
  type StrategyId,
  URGENCIES,
  type Urgency,
  type WaitFigures,
} from '../contracts/index.js';
import type { Course } from './desk.js';
import type { Run, Stage } from './run.js';
import { staffHours } from './timetable.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const NURSE: Competence = 'nurse';

/** Adds up a run over the days that count. */
export function figuresOf(stage: Stage, run: Run): RunFigures {
  const { horizon } = stage;
  const { world } = run;
  const counted = countedOf(stage, run);
  const helped = counted.filter(({ helpedAt }) => helpedAt !== null);
  const hours = new Map(
    stage.units.map((unit) => [unit.id, staffHours(unit, horizon, horizon.begins, horizon.ends)]),
  );
  const worked = new Map(
    world.units.map(({ id, list }) => [id, list.reduce((sum, desk) => sum + desk.workedMs, 0) / HOUR_MS]),
  );
  const hoursOf = (ids: Iterable<string>) => total([...ids].map((id) => hours.get(id) ?? 0));
  const atHome = helped.filter(({ homeOpen }) => homeOpen);
  const overdue = helped.map(({ helpedAt, dueAt }) => (helpedAt ?? 0) - dueAt.getTime());
  const weeks = (horizon.countsTo - horizon.countsFrom) / (7 * 24 * HOUR_MS);
  const onDuty = total(
    stage.units.map((unit) => staffHours(unit, horizon, horizon.countsFrom, horizon.countsTo)),
  );
  return {
    all: waitsOf(counted, horizon.ends),
    urgencies: byUrgency((urgency) =>
      waitsOf(
        counted.filter((course) => course.urgency === urgency),
        horizon.ends,
      ),
    ),
    units: world.units.map(({ id, name }) => ({
      id,
      name,
      ...waitsOf(
        counted.filter((course) => lastUnit(course) === id),
        horizon.ends,
      ),
      usedCapacity: share(
        worked.get(id) ?? 0,
        world.units.length > 1 ? (hours.get(id) ?? 0) : hoursOf(hours.keys()),
      ),
    })),
    usedCapacity: share(total(worked.values()), hoursOf(hours.keys())),
    stayedHome:
      run.strategy === 'bound'
        ? null
        : share(
            atHome.filter(({ helpedBy, arrival }) => helpedBy?.unit.id === arrival.homeUnitId).length,
            atHome.length,
          ),
    longestOverdue: overdue.reduce((most, each) => Math.max(most, each), 0) / HOUR_MS,
    stillWaiting: counted.filter(({ helpedAt, gaveUpAt }) => helpedAt === null && gaveUpAt === null).length,
    promises: {
      all: promisesOf(counted),
      urgencies: byUrgency((urgency) => promisesOf(counted.filter((course) => course.urgency === urgency))),
    },
    goals: goalsOf(counted, run.strategy, onDuty, weeks),
  };
}

/** The cases of the days that count. */
function countedOf({ horizon: { countsFrom, countsTo } }: Stage, run: Run): Course[] {
  return run.courses.filter(({ at }) => at >= countsFrom && at < countsTo);
}

/** The bound: each urgency as if no less urgent case existed. */
export function boundFigures(stage: Stage, runs: Readonly<Record<Urgency, Run>>): RunFigures {
  const whole = figuresOf(stage, runs[5]);
  return {
    ...whole,
    urgencies: byUrgency((urgency) => {
      const own = countedOf(stage, runs[urgency]).filter((course) => course.urgency === urgency);
      return waitsOf(own, stage.horizon.ends);
    }),
  };
}

function waitsOf(courses: readonly Course[], ends: number): WaitFigures {
  const waits = Float64Array.from(courses, (course) => (endOf(course) ?? ends) - course.at).sort();
  const at = (quantile: number) => {
    const wait = waits[Math.max(0, Math.ceil(quantile * waits.length) - 1)];
    return wait === undefined ? null : wait / MINUTE_MS;
  };
  const count = (test: (course: Course) => boolean) => share(courses.filter(test).length, courses.length);
  return {
    cases: courses.length,
    mean: waits.length > 0 ? waits.reduce((sum, wait) => sum + wait, 0) / waits.length / MINUTE_MS : null,
    median: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    withinTarget: count(({ helpedAt, dueAt }) => helpedAt !== null && helpedAt <= dueAt.getTime()),
    gaveUp: count(({ gaveUpAt }) => gaveUpAt !== null),
    moved: count(({ facts }) => facts.timesMoved > 0),
  };
}

/** A wait that ended within the range, of those that ended at all or had already passed it. */
function promisesOf(courses: readonly Course[]): PromiseFigures {
  let told = 0;
  let held = 0;
  for (const course of courses) {
    const end = endOf(course);
    if (!course.told || end === null) continue;
    if (course.helpedAt === null && end <= course.told.to) continue;
    told += 1;
    if (end >= course.told.from && end <= course.told.to) held += 1;
  }
  return { told, held: share(held, told) };
}

function goalsOf(
  courses: readonly Course[],
  strategy: StrategyId,
  onDutyHours: number,
  weeks: number,
): GoalFigures {
  const helped = courses.filter(({ helpedAt }) => helpedAt !== null);
  const at = (hotline: boolean) => (course: Course) => (course.helpedBy?.unit.kind === 'hotline') === hotline;
  const [atHotline, atClinics] = [helped.filter(at(true)), helped.filter(at(false))];
  const meanWait = (hotline: boolean) => {
    const waits = courses.flatMap((course) => {
      const end = endOf(course);
      const unit = (course.helpedBy ?? course.leftAt.at(-1))?.unit;
      return end !== null && unit && (unit.kind === 'hotline') === hotline
        ? [openMinutesBetween(unit.hours, new Date(course.at), new Date(end))]
        : [];
    });
    return waits.length > 0 ? total(waits) / waits.length : null;
  };
  const leftUnanswered = (hotline: boolean, answered: number) => {
    const left = courses.filter(({ leftAt }) =>
      leftAt.some(({ unit }) => (unit.kind === 'hotline') === hotline),
    ).length;
    return share(left, left + answered);
  };
  const written = (group: readonly Course[]) =>
    strategy === 'phone' ? 0 : share(group.filter(({ arrival }) => arrival.byChat).length, group.length);
  return {
    E1: meanWait(true),
    E2: leftUnanswered(true, atHotline.length),
    E3: meanWait(false),
    E4: leftUnanswered(false, atClinics.length),
    E5: written(atHotline),
    E6: written(atClinics),
    E8: helped.length > 0 ? (60 * onDutyHours) / helped.length : null,
    E9: helped.filter(({ helpedBy }) => helpedBy?.competence !== NURSE).length / weeks,
  };
}

/** Where a case was helped, or was waiting last. */
function lastUnit({ helpedBy, desk, leftAt }: Course): string | undefined {
  return (helpedBy ?? desk ?? leftAt.at(-1))?.unit.id;
}

function endOf({ helpedAt, gaveUpAt }: Course): number | null {
  return helpedAt ?? gaveUpAt;
}

function byUrgency<T>(of: (urgency: Urgency) => T): Record<Urgency, T> {
  return Object.fromEntries(URGENCIES.map((urgency) => [urgency, of(urgency)])) as Record<Urgency, T>;
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? (100 * part) / whole : null;
}

function total(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
