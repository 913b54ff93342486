import type { RunFigures, SimulationAnswer, SimulationQuestion } from '../contracts/index.js';
import { reportCsv } from './report-csv.js';
import { reportSvg } from './report-svg.js';
import { draw, prepare } from './run.js';
import type { WhatIf } from './scenario.js';
import { readScenario, SHIPPED_SCENARIO } from './scenario-file.js';
import { type Progress, playOne, simulate } from './simulation.js';
import { summarise } from './summary.js';

/** Enough for an answer that a person will wait for. */
const PLAYED = { seeds: 3, warmUpDays: 3, days: 7 };
/** The share of the work that the question takes; the rest is the region as it is, for comparison. */
const OF_QUESTION = 0.8;

/** Plays the region of the program with what is asked about, beside the same region as it is. */
export function answer(question: SimulationQuestion, progress: Progress): SimulationAnswer {
  const shipped = readScenario(SHIPPED_SCENARIO);
  const { policy } = shipped;
  const scenario = { ...shipped.scenario, ...PLAYED, use: [question.use] };
  const result = simulate(scenario, policy, {
    whatIf: whatIfOf(question),
    progress: (done) => progress(OF_QUESTION * done),
  });
  const stage = prepare(scenario, policy);
  const before: RunFigures[] = [];
  for (let seed = 1; seed <= PLAYED.seeds; seed += 1) {
    before.push(playOne(stage, draw(stage, question.use, seed), 'slussen'));
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
