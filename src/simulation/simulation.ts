import {
  type RunFigures,
  type SimulationResult,
  STRATEGIES,
  type StrategyId,
  URGENCIES,
  type Urgency,
} from '../contracts/index.js';
import type { RoutingPolicy } from '../routing/policy.rule.js';
import type { Arrival } from './arrivals.js';
import { boundFigures, figuresOf } from './figures.js';
import { AS_IT_IS, draw, play, prepare, type Run, type Stage } from './run.js';
import type { Scenario, WhatIf } from './scenario.js';
import { summarise } from './summary.js';

/** How much of a simulation is done, from 0 to 1. */
export type Progress = (done: number) => void;

/**
 * Plays a scenario: every use with every seed, all strategies over the same cases. The same scenario, policy and
 * question always give the same result.
 */
export function simulate(
  scenario: Scenario,
  policy: RoutingPolicy,
  { whatIf = AS_IT_IS, progress = () => {} }: { whatIf?: WhatIf; progress?: Progress } = {},
): SimulationResult {
  const stage = prepare(scenario, policy, whatIf);
  const { seeds, use: uses } = scenario;
  let done = 0;
  return {
    name: scenario.name,
    seeds,
    days: scenario.days,
    policyVersion: policy.version,
    uses: uses.map((use) => {
      const runs: Record<StrategyId, RunFigures[]> = { phone: [], static: [], slussen: [], bound: [] };
      for (let seed = 1; seed <= seeds; seed += 1) {
        const arrivals = draw(stage, use, seed);
        for (const strategy of STRATEGIES) {
          runs[strategy].push(playOne(stage, arrivals, strategy));
          done += 1;
          progress(done / (uses.length * seeds * STRATEGIES.length));
        }
      }
      return {
        use,
        strategies: {
          phone: summarise(runs.phone),
          static: summarise(runs.static),
          slussen: summarise(runs.slussen),
          bound: summarise(runs.bound),
        },
      };
    }),
  };
}

/** One strategy over one drawn stretch of days, added up. */
export function playOne(stage: Stage, arrivals: readonly Arrival[], strategy: StrategyId): RunFigures {
  if (strategy !== 'bound') return figuresOf(stage, play(stage, arrivals, strategy));
  const runs = URGENCIES.map((urgency): [Urgency, Run] => [
    urgency,
    play(
      stage,
      arrivals.filter((arrival) => arrival.urgency <= urgency),
      strategy,
    ),
  ]);
  return boundFigures(stage, Object.fromEntries(runs) as Record<Urgency, Run>);
}
