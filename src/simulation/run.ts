import type { StrategyId } from '../contracts/index.js';
import type { RoutingPolicy } from '../routing/policy.rule.js';
import type { Arrival } from './arrivals.js';
import { drawArrivals, meanMinutes } from './arrivals.js';
import { BoundStrategy, pooled } from './bound-strategy.js';
import type { Course } from './desk.js';
import { ANSWERS, PhoneStrategy } from './phone-strategy.js';
import type { Post, Scenario, ScenarioUnit, WhatIf } from './scenario.js';
import { SlussenStrategy } from './slussen-strategy.js';
import { StaticStrategy } from './static-strategy.js';
import type { Strategy } from './strategy.js';
import { type Change, type Horizon, horizonOf, timetable } from './timetable.js';
import { World } from './world.js';

/** A region prepared for a run: what is the same for every strategy and seed. */
export interface Stage {
  scenario: Scenario;
  policy: RoutingPolicy;
  /** With the staff that is asked about. */
  units: readonly ScenarioUnit[];
  horizon: Horizon;
  changes: readonly Change[];
  whatIf: WhatIf;
}

export const AS_IT_IS: WhatIf = { demand: 1, extra: [] };

export function prepare(scenario: Scenario, policy: RoutingPolicy, whatIf: WhatIf = AS_IT_IS): Stage {
  const units = scenario.units.map((unit) => withExtra(unit, whatIf));
  const horizon = horizonOf(scenario);
  return { scenario, policy, units, horizon, changes: timetable(units, horizon), whatIf };
}

/** One strategy over one drawn stretch of days. */
export interface Run {
  strategy: StrategyId;
  courses: readonly Course[];
  world: World;
}

/** The cases of one seed at one use: the same for every strategy. */
export function draw({ scenario, horizon, whatIf }: Stage, use: number, seed: number): Arrival[] {
  return drawArrivals(scenario, use, seed, horizon, whatIf);
}

/** Plays one strategy. */
export function play(stage: Stage, arrivals: readonly Arrival[], strategy: StrategyId): Run {
  const { scenario, policy, horizon } = stage;
  const [units, changes] = staged(stage, strategy);
  const rule = toStrategy(strategy, policy, scenario);
  const world = new World(units, meanMinutes(scenario.reasons), rule);
  world.play(arrivals, changes, horizon);
  return { strategy, courses: world.courses, world };
}

function toStrategy(id: StrategyId, policy: RoutingPolicy, scenario: Scenario): Strategy {
  switch (id) {
    case 'phone':
      return new PhoneStrategy(policy);
    case 'static':
      return new StaticStrategy(policy, scenario.static);
    case 'slussen':
      return new SlussenStrategy(policy);
    case 'bound':
      return new BoundStrategy(policy);
  }
}

/** The units and their staff as a strategy has them. */
function staged(
  { units, changes }: Stage,
  strategy: StrategyId,
): [readonly ScenarioUnit[], readonly Change[]] {
  if (strategy === 'bound') return pooled(units, changes);
  if (strategy !== 'phone') return [units, changes];
  return [
    units.map((unit) => ({
      ...unit,
      staff: unit.staff.map((post) => ({ ...post, competence: ANSWERS })),
    })),
    changes.map((change) => ('competence' in change ? { ...change, competence: ANSWERS } : change)),
  ];
}

/** The staff of a unit with the change that is asked about; never fewer than none. */
function withExtra(unit: ScenarioUnit, { extra }: WhatIf): ScenarioUnit {
  let { staff } = unit;
  for (const { kind, competence, people, days } of extra) {
    if (kind !== unit.kind || people === 0) continue;
    const first = staff.findIndex((post) => post.competence === competence);
    staff = staff.flatMap((post, index) =>
      post.competence === competence && (kind === 'hotline' || index === first)
        ? changedOn(post, people, days)
        : [post],
    );
  }
  return { ...unit, staff };
}

/** A post with more or fewer people on some weekdays: as one for those days, and one for the others. */
function changedOn(post: Post, people: number, days: readonly number[] | undefined): Post[] {
  const changed = Math.max(0, post.people + people);
  if (!days) return [{ ...post, people: changed }];
  const on = (isOn: boolean) =>
    post.shifts
      .map((shift) => ({ ...shift, days: shift.days.filter((day) => days.includes(day) === isOn) }))
      .filter((shift) => shift.days.length > 0);
  return [
    { ...post, people: changed, shifts: on(true) },
    { ...post, shifts: on(false) },
  ];
}
