import { parseDay } from '../care-units/local-days.js';
import { minuteOf } from '../care-units/opening-hours.rule.js';
import { checkOpeningHours } from '../care-units/opening-hours-check.rule.js';
import type { FileFault } from '../config/checked-yaml.js';
import type { Competence, OpeningStretch } from '../contracts/index.js';
import type { Post, Scenario, ScenarioUnit } from './scenario.js';

const DAY = 1440;
const WEEK = 7 * DAY;
/** How far the sum of rounded shares may be from a hundred. */
const ROUNDING = 0.01;

/** What a schema cannot check in a scenario: shares that add up, units that exist, staff with one shift at a time. */
export function scenarioFaults(scenario: Scenario): FileFault[] {
  return [
    ...dateFaults(scenario),
    ...weightFaults(scenario),
    ...shareFaults(scenario),
    ...regionFaults(scenario),
    ...scenario.units.flatMap((unit, index) => staffFaults(unit, ['units', index])),
    ...staticFaults(scenario),
  ];
}

/** What a region must have to be played: a hotline with nurses, listed patients, someone for every contact reason. */
export function regionFaults(scenario: Scenario): FileFault[] {
  return [...unitFaults(scenario.units), ...competenceFaults(scenario)];
}

function dateFaults({ starts }: Scenario): FileFault[] {
  return parseDay(starts) === null
    ? [{ path: ['starts'], message: 'must be a date that exists, as YYYY-MM-DD' }]
    : [];
}

function weightFaults({ demand: { hours, weekdays } }: Scenario): FileFault[] {
  const all: [readonly number[], FileFault['path']][] = [
    [hours.weekday, ['demand', 'hours', 'weekday']],
    [hours.weekend, ['demand', 'hours', 'weekend']],
    [weekdays, ['demand', 'weekdays']],
  ];
  return all
    .filter(([weights]) => sum(weights) <= 0)
    .map(([, path]) => ({ path, message: 'must have a weight above 0 somewhere' }));
}

function shareFaults({ reasons }: Scenario): FileFault[] {
  const faults: FileFault[] = [];
  const whole = sum(reasons.map(({ share }) => share));
  if (Math.abs(whole - 100) > ROUNDING) {
    faults.push({
      path: ['reasons'],
      message: `the shares must add up to 100; they add up to ${round(whole)}`,
    });
  }
  reasons.forEach(({ id, urgencies }, index) => {
    const own = sum(Object.values(urgencies));
    if (Math.abs(own - 100) > ROUNDING) {
      const message = `must add up to 100; they add up to ${round(own)}`;
      faults.push({ path: ['reasons', index, 'urgencies'], message });
    }
    if (reasons.findIndex((other) => other.id === id) < index) {
      faults.push({ path: ['reasons', index, 'id'], message: `must be there once only (${id})` });
    }
  });
  return faults;
}

function unitFaults(units: readonly ScenarioUnit[]): FileFault[] {
  const faults: FileFault[] = [];
  const hotlines = units.filter(({ kind }) => kind === 'hotline');
  if (hotlines.length !== 1) {
    faults.push({
      path: ['units'],
      message: `must have one unit of kind hotline; there are ${hotlines.length}`,
    });
  }
  if (!hotlines.every(({ staff }) => staff.some(({ competence }) => competence === 'nurse'))) {
    faults.push({
      path: ['units', units.findIndex(({ kind }) => kind === 'hotline'), 'staff'],
      message: 'must have nurses at the hotline',
    });
  }
  const clinics = units.filter(({ kind }) => kind === 'clinic');
  if (sum(clinics.map(({ listed = 0 }) => listed)) <= 0) {
    faults.push({ path: ['units'], message: 'must have a clinic with listed patients' });
  }
  units.forEach((unit, index) => {
    const path = ['units', index];
    if (units.findIndex(({ id }) => id === unit.id) < index) {
      faults.push({ path: [...path, 'id'], message: `must be there once only (${unit.id})` });
    }
    if (unit.kind === 'clinic' && unit.listed === undefined) {
      faults.push({ path, message: 'must have listed: how many patients are listed at the clinic' });
    }
    if (unit.kind === 'hotline' && unit.listed !== undefined) {
      faults.push({ path: [...path, 'listed'], message: 'nobody is listed at the hotline; leave it out' });
    }
    if (unit.hours === 'always') return;
    const checked = checkOpeningHours(unit.hours);
    if (Array.isArray(checked)) {
      faults.push(...checked.map((fault) => ({ ...fault, path: [...path, 'hours', ...fault.path] })));
    }
  });
  return faults;
}

/** People work one shift at a time, and only while their unit is open. */
function staffFaults(unit: ScenarioUnit, path: FileFault['path']): FileFault[] {
  return unit.staff.flatMap((post, index) => [
    ...overlaps(post, [...path, 'staff', index]),
    ...outside(unit, post, [...path, 'staff', index]),
  ]);
}

function overlaps({ shifts }: Post, path: FileFault['path']): FileFault[] {
  const spans = shifts.flatMap((shift, index) => spansOf(shift).map((span) => ({ ...span, shift, index })));
  const faults = new Map<number, FileFault>();
  spans.forEach((span, at) => {
    const other = spans
      .slice(0, at)
      .find((each) => meets(span, each) && (each.index !== span.index || each.from !== span.from));
    if (!other || faults.has(span.index)) return;
    const { from, to } = other.shift;
    faults.set(span.index, {
      path: [...path, 'shifts', span.index],
      message: `must not overlap ${from}–${to}: the same people cannot work twice at once`,
    });
  });
  return [...faults.values()];
}

function outside(unit: ScenarioUnit, { shifts }: Post, path: FileFault['path']): FileFault[] {
  if (unit.hours === 'always') return [];
  const open = unit.hours.week.flatMap(spansOf);
  return shifts.flatMap((shift, index) =>
    spansOf(shift).every((span) => open.some(({ from, to }) => from <= span.from && span.to <= to))
      ? []
      : [
          {
            path: [...path, 'shifts', index],
            message: 'must lie within the opening hours of the unit',
          },
        ],
  );
}

/** Somebody must be able to help every contact reason. */
function competenceFaults({ reasons, units }: Scenario): FileFault[] {
  const known = new Set<Competence>(units.flatMap(({ staff }) => staff.map(({ competence }) => competence)));
  return reasons.flatMap(({ competences }, index) =>
    competences.some((competence) => known.has(competence))
      ? []
      : [
          {
            path: ['reasons', index, 'competences'],
            message: `must have one that works at some unit: ${[...known].join(', ')}`,
          },
        ],
  );
}

function staticFaults({ static: rule }: Scenario): FileFault[] {
  return rule.hotlineWhenClosed
    .filter((urgency) => rule.hotline.includes(urgency))
    .map((urgency) => ({
      path: ['static', 'hotlineWhenClosed', rule.hotlineWhenClosed.indexOf(urgency)],
      message: `the hotline takes urgency ${urgency} always already; leave it out here`,
    }));
}

interface MinuteSpan {
  from: number;
  to: number;
}

/** A stretch as minutes of the week. */
function spansOf({ days, from, to }: OpeningStretch): MinuteSpan[] {
  return days.map((day) => {
    const begins = (day - 1) * DAY + minuteOf(from);
    const length = minuteOf(to) - minuteOf(from);
    return { from: begins, to: begins + (length > 0 ? length : length + DAY) };
  });
}

/** Whether two spans share a minute; Sunday night meets Monday. */
function meets(a: MinuteSpan, b: MinuteSpan): boolean {
  return [-WEEK, 0, WEEK].some((shift) => a.from + shift < b.to && b.from < a.to + shift);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
