import { OUTCOME_RULES } from '../contracts/outcomes.js';
import { waitingFlow } from '../triage/check-ins.rule.js';
import { type Fits, type Flow, MOST_QUESTIONS, type RuleOutcome } from '../triage/flow.types.js';
import { compileFlow } from '../triage/flow-machine.rule.js';
import type { Demand } from '../triage/safety-rules.js';
import { FlowFormulas } from './encode-flow.js';
import { conditionsOf, PatientFormulas, valuesOf } from './encode-patient.js';
import { and, iff, not, or } from './formulas.js';
import { type Proof, proveFlow, type Refuted } from './prove-flow.js';
import type { Solver } from './solver.js';

/**
 * Proves a flow, and the same for those who wait: with the questions of its check-ins it keeps every promise, somebody
 * who waits can be asked each of them, and no answer to one makes anything calmer.
 */
export async function proveWithCheckIns(
  solver: Solver,
  flow: Flow,
  demands: readonly Demand[],
  offered?: ReadonlyMap<string, Fits>,
): Promise<Proof> {
  const proof = await proveFlow(solver, compileFlow(flow), demands, offered);
  if (flow.checkIns.length === 0) return proof;
  const whole = waitingFlow(flow);
  const more = whole.questions.length - flow.questions.length;
  const waiting = await proveFlow(solver, compileFlow(whole), demands, offered, MOST_QUESTIONS + more);
  const own = await proveOwn(solver, flow, whole);
  const seen = new Set(proof.refuted.map(({ message }) => message));
  const found = waiting.refuted
    .filter(({ message }) => !seen.has(message))
    .map((each) => ({
      ...each,
      message: `For those who wait: ${each.message}`,
      path: placeIn(flow, each.path),
    }));
  return {
    refuted: [...proof.refuted, ...found, ...own.refuted],
    longest: proof.longest,
    asked: proof.asked + waiting.asked + own.asked,
  };
}

const canWait = ({ outcome }: RuleOutcome) => !OUTCOME_RULES[outcome].isEmergency;

async function proveOwn(
  solver: Solver,
  flow: Flow,
  whole: Flow,
): Promise<{ refuted: Refuted[]; asked: number }> {
  const conditions = conditionsOf(whole, []);
  const patients = new PatientFormulas([whole], conditions);
  const values = whole.questions.map((question) => valuesOf(question, conditions));
  const after = new FlowFormulas(compileFlow(whole), patients, values);
  const before = new FlowFormulas(compileFlow(flow), patients, values.slice(0, flow.questions.length), 2);
  const same = and(
    flow.questions.map((_, at) =>
      and((values[at] ?? []).map((_, value) => iff(after.answered(at, value), before.answered(at, value)))),
    ),
  );
  solver.begin([patients, after, before]);
  const refuted: Refuted[] = [];
  let asked = 0;
  const find = (formula: string) => {
    asked += 1;
    return solver.find(and([same, formula]));
  };
  for (let at = flow.questions.length; at < whole.questions.length; at += 1) {
    const { id, redFlags } = whole.questions[at] ?? { id: '', redFlags: [] };
    const path = placeIn(flow, ['questions', at]);
    const refute = (message: string) =>
      refuted.push({ promise: 'check-in', message, path, patient: null, other: null });
    const waits = before.endsSo(canWait);
    if (!(await find(and([after.asked(at), waits])))) refute(`Nobody who waits can be asked ${id}.`);
    for (const [place] of redFlags.entries()) {
      if (await find(and([after.found(at, place), waits]))) continue;
      refute(`Nobody who waits can have red flag number ${place + 1} of ${id}.`);
    }
  }
  const calmer = or(
    ([1, 2, 3, 4] as const).map((urgency) => and([before.enough(urgency), not(after.enough(urgency))])),
  );
  const found = await find(calmer);
  if (found) {
    const message = 'An answer to a check-in makes the outcome calmer.';
    const path = ['check-ins'];
    refuted.push({ promise: 'check-in', message, path, patient: after.patient(found), other: null });
  }
  return { refuted, asked };
}

/** Where a question of the whole is written. */
function placeIn(flow: Flow, path: Refuted['path']): Refuted['path'] {
  const [part, at, ...rest] = path;
  if (part !== 'questions' || typeof at !== 'number' || at < flow.questions.length) return path;
  let place = at - flow.questions.length;
  for (const [number, { questions }] of flow.checkIns.entries()) {
    if (place < questions.length) return ['check-ins', number, 'questions', place, ...rest];
    place -= questions.length;
  }
  return path;
}
