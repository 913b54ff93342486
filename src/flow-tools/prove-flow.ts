import { type Fits, MOST_QUESTIONS } from '../triage/flow.types.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { type Demand, isReached } from '../triage/safety-rules.js';
import { FlowFormulas } from './encode-flow.js';
import { conditionsOf, type FoundPatient, limitsOf, PatientFormulas, valuesOf } from './encode-patient.js';
import { and, atLeast, iff, not, or } from './formulas.js';
import { needsFor } from './proof-goals.js';
import { comparedQuestions, worseBy } from './proof-order.js';
import type { Solver } from './solver.js';
import { whereItEnds } from './walk-flow.js';

/** A proof that failed: what does not hold, and a patient for whom it does not. */
export interface Refuted {
  /** Which promise. */
  promise: string;
  /** What is wrong, in words. */
  message: string;
  /** Null when it fails for everyone: something that nobody can reach. */
  patient: FoundPatient | null;
  /** The other sheet of answers, where two are compared. */
  other: FoundPatient | null;
  /** Where in the file. */
  path: (string | number)[];
}

/** What was proved of a flow, and what was not. */
export interface Proof {
  refuted: Refuted[];
  /** The most questions that a path asks. */
  longest: number;
  /** How many questions were put to the solver. */
  asked: number;
}

/** Proves what every flow promises, over all patients and all answers; `offered` says whom the flows it offers are for. */
export async function proveFlow(
  solver: Solver,
  flow: CompiledFlow,
  demands: readonly Demand[],
  offered: ReadonlyMap<string, Fits> = new Map(),
  mostQuestions = MOST_QUESTIONS,
): Promise<Proof> {
  let asked = 0;
  const refuted: Refuted[] = [];
  const said = new Set(flow.flow.questions.flatMap(({ signs }) => signs.map(({ id }) => id)));
  const touching = demands.filter(({ when }) => isReached(when, said));
  const [patients, one] = encode(flow, touching, [...offered.values()]);
  const find = (formula: string): Promise<ReadonlySet<string> | null> => {
    asked += 1;
    return solver.find(formula);
  };
  const refute = (
    promise: string,
    message: string,
    path: Refuted['path'],
    patient: FoundPatient | null = null,
    other: FoundPatient | null = null,
  ) => refuted.push({ promise, message, path, patient, other });

  refuted.push(...textFaults(flow));
  solver.begin([patients, one]);
  const questions = flow.flow.questions.map((question, at) => ({ question, at }));
  const endings = [...flow.endings.values()].map((ending, at) => ({ ...ending, at }));

  // It ends, whatever is answered.
  const endless = await find(and(endings.map(({ at }) => not(one.ends(at)))));
  if (endless) refute('ends', 'It does not end.', ['rules'], one.patient(endless));

  // Whatever can be reached is met by some patient; each found patient is played on the machine that runs.
  let most = 0;
  let open = needsFor(one, offered);
  while (open.length > 0) {
    const found = await find(or(open.map(({ formula }) => formula)));
    if (!found) break;
    const patient = one.patient(found);
    const met = whereItEnds(flow, patient);
    most = Math.max(most, met.asked.length);
    const before = open.length;
    open = open.filter((goal) => !goal.isMet(patient, met));
    if (open.length === before)
      throw new Error(
        `${flow.flow.id}: the formulas say otherwise than the machine for ${JSON.stringify(patient)}.`,
      );
  }
  for (const goal of open) refute('reachable', goal.message, goal.path);

  // A red flag gets at least its urgency, "do not know" is no self-care, and every region-wide safety rule holds.
  const bad = [...redFlagClaims(one), ...unsureClaims(one), ...safetyClaims(one, touching)];
  if (await find(or(bad.map(({ formula }) => formula)))) {
    for (const { promise, message, path, formula } of bad) {
      const found = await find(formula);
      if (found) refute(promise, message, path, one.patient(found));
    }
  }

  // The longest path keeps the limit.
  const path = questions.map(({ at }) => one.asked(at));
  let longest = most;
  for (let count = most + 1; count <= path.length; count += 1) {
    const found = await find(atLeast(count, path));
    if (!found) break;
    longest = whereItEnds(flow, one.patient(found)).asked.length;
    count = Math.max(count, longest);
    if (longest > mostQuestions) {
      refute(
        'longest',
        `A path asks ${longest} questions; at most ${mostQuestions}.`,
        ['questions'],
        one.patient(found),
      );
      break;
    }
  }

  await proveComparisons(solver, flow, find, refute);
  return { refuted, longest, asked };
}

/** Everyone whom the flow is for, and what they would answer. */
function encode(
  flow: CompiledFlow,
  demands: readonly Demand[] = [],
  offered: readonly Fits[] = [],
): [PatientFormulas, FlowFormulas] {
  const conditions = [...conditionsOf(flow.flow, demands), ...offered.flatMap(limitsOf)];
  const patients = new PatientFormulas([flow.flow], conditions);
  const values = flow.flow.questions.map((question) => valuesOf(question, conditions));
  return [patients, new FlowFormulas(flow, patients, values)];
}

/** What holds between two sheets of answers of the same patient. */
async function proveComparisons(
  solver: Solver,
  flow: CompiledFlow,
  find: (formula: string) => Promise<ReadonlySet<string> | null>,
  refute: (
    promise: string,
    message: string,
    path: Refuted['path'],
    patient: FoundPatient,
    other: FoundPatient,
  ) => void,
): Promise<void> {
  const [patients, one] = encode(flow);
  const two = new FlowFormulas(flow, patients, one.values, 2);
  solver.begin([patients, one, two]);
  const { questions } = flow.flow;
  const same = (at: number): string =>
    and((one.values[at] ?? []).map((_, value) => iff(one.answered(at, value), two.answered(at, value))));

  // An answer to what is not asked plays no part.
  const all = [...flow.endings.keys()].map((_, at) => at);
  const alike = questions.map((_, at) => or([not(one.asked(at)), same(at)]));
  const differ = or(all.map((at) => and([one.ends(at), not(two.ends(at))])));
  const stray = await find(and([...alike, differ]));
  if (stray)
    refute(
      'dropped',
      'An answer to a question that is not asked plays a part.',
      ['questions'],
      one.patient(stray),
      two.patient(stray),
    );

  // A worse answer never makes the outcome calmer.
  const calmer = or(
    ([1, 2, 3, 4] as const).map((urgency) => and([one.enough(urgency), not(two.enough(urgency))])),
  );
  const compared = comparedQuestions(flow.flow).map((at) => {
    const others = questions.flatMap((_, other) => (other === at ? [] : [same(other)]));
    return { at, formula: and([...others, one.asked(at), worseBy(one, two, at), calmer]) };
  });
  if (!(await find(or(compared.map(({ formula }) => formula))))) return;
  for (const { at, formula } of compared) {
    const found = await find(formula);
    if (!found) continue;
    const id = questions[at]?.id;
    refute(
      'worse',
      `A worse answer to ${id} makes the outcome calmer.`,
      ['questions', at],
      one.patient(found),
      two.patient(found),
    );
  }
}

/** Every ending has its advice, in both languages. */
function textFaults({ flow, endings }: CompiledFlow): Refuted[] {
  return [...endings.values()].flatMap(({ rule, outcome: { text, why } }): Refuted[] => {
    const advice = flow.texts[text];
    const said = advice ? [advice.now, why ?? advice.why, ...advice.steps, ...advice.watchFor] : [];
    const isWhole = said.length > 0 && said.every(({ sv, en }) => sv.trim() !== '' && en.trim() !== '');
    if (isWhole) return [];
    const message = `Who ends by ${rule} is shown the text ${text}, which is not whole in Swedish and English.`;
    return [{ promise: 'texts', message, path: ['texts', text], patient: null, other: null }];
  });
}

/** What must not be: somebody for whom the formula holds. */
interface Claim {
  promise: string;
  message: string;
  path: Refuted['path'];
  formula: string;
}

function redFlagClaims(one: FlowFormulas): Claim[] {
  return one.flow.flow.questions.flatMap(({ id, redFlags }, at) =>
    redFlags.map((flag, place) => {
      const least = flag.department ? 'emergency-department' : flag.urgency;
      const formula = and([one.found(at, place), not(one.enough(least))]);
      return {
        promise: 'red-flag',
        message: `The red flag ${id} ends below ${least}.`,
        path: ['questions', at],
        formula,
      };
    }),
  );
}

function unsureClaims(one: FlowFormulas): Claim[] {
  return one.flow.flow.questions.map(({ id, unsure }, at) => {
    const said = or(unsure.map((option) => one.says(at, { option })));
    const formula = and([said, not(one.enough('not-self-care'))]);
    return {
      promise: 'unsure',
      message: `"I do not know" to ${id} can end in self-care.`,
      path: ['questions', at],
      formula,
    };
  });
}

function safetyClaims(one: FlowFormulas, demands: readonly Demand[]): Claim[] {
  return demands.map(({ rule, number, least, when, text }) => {
    const demanded = least === 'not-self-care' ? 'something else than self-care' : `at least ${least}`;
    const message = `Safety rule ${rule} (${number}) demands ${demanded}: ${text}`;
    const formula = and([one.safety(when), not(one.enough(least))]);
    return { promise: 'safety-rule', message, path: ['rules'], formula };
  });
}
