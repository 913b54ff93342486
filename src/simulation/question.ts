import type { RunFigures, SimulationAnswer, SimulationQuestion } from '../contracts/index.js';
import type { RoutingPolicy } from '../routing/policy.rule.js';
import { reportCsv } from './report-csv.js';
import { reportSvg } from './report-svg.js';
import { draw, prepare } from './run.js';
import type { Scenario, WhatIf } from './scenario.js';
import { readScenario, SHIPPED_SCENARIO } from './scenario-file.js';
import { type Progress, playOne, simulate } from './simulation.js';
import { summarise } from './summary.js';

/** Few enough that a manager will wait for the answer. */
export const PLAYED = { seeds: 3, warmUpDays: 3, days: 7 };
/** The share of the work that the question takes; the rest is the region as it is, for comparison. */
const OF_QUESTION = 0.8;

/** A region that can be played: what is known of it, and the policy it follows. */
export interface PlayedRegion {
  scenario: Scenario;
  policy: RoutingPolicy;
}

/**
 * Plays a region with what is asked about, beside the same region as it is.
 * @param own the own region, where that is asked about; else it is the one of the program
 */
export function answer(
  question: SimulationQuestion,
  own: PlayedRegion | null,
  progress: Progress,
): SimulationAnswer {
  const { scenario: region, policy } = own ?? readScenario(SHIPPED_SCENARIO);
  const use = own ? (own.scenario.use[0] ?? question.use) : question.use;
  const scenario = { ...region, ...PLAYED, use: [use] };
  const result = simulate(scenario, policy, {
    whatIf: whatIfOf(question),
    progress: (done) => progress(OF_QUESTION * done),
  });
  const stage = prepare(scenario, policy);
  const before: RunFigures[] = [];
  for (let seed = 1; seed <= PLAYED.seeds; seed += 1) {
    before.push(playOne(stage, draw(stage, use, seed), 'slussen'));
    progress(OF_QUESTION + ((1 - OF_QUESTION) * seed) / PLAYED.seeds);
  }
  return {
    result,
    before: summarise(before),
    csv: reportCsv(result),
    chart: { sv: reportSvg(result, 'sv'), en: reportSvg(result, 'en') },
  };
}

function whatIfOf(question: SimulationQuestion): WhatIf {
  const days = question.weekday === 0 ? [1, 2, 3, 4, 5, 6, 7] : [question.weekday];
  return {
    demand: 1 + question.demandChange / 100,
    extra: [
      { kind: 'clinic', competence: 'nurse', people: question.clinicNurses, days },
      { kind: 'clinic', competence: 'administrator', people: question.clinicAdministrators, days },
      { kind: 'hotline', competence: 'nurse', people: question.hotlineNurses, days },
    ],
  };
}
