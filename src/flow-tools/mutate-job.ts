import { waitingFlow } from '../triage/check-ins.rule.js';
import type { Flow } from '../triage/flow.types.js';
import { FlowFileError } from '../triage/flow-file.js';
import { type FlowPlace, parseFlow, readFlowFile } from '../triage/flow-loader.js';
import { type CompiledFlow, compileFlow } from '../triage/flow-machine.rule.js';
import {
  type PatientDocument,
  type PatientsDocument,
  playPatients,
  readAnswers,
  readPatients,
} from '../triage/flow-patients.js';
import { loadShared } from '../triage/flow-shared.js';
import { loadSafetyRules } from '../triage/safety-rules.js';
import { waitingFindings } from '../triage/waiting-patients.js';
import { allMutantsOf, OF_CHECK_INS } from './check-in-mutants.js';
import { FlowPair } from './compare-flows.js';
import { asDocument, asLine, calmestDiffering } from './edge-patient.js';
import type { FoundPatient } from './encode-patient.js';
import { answerJobs } from './many-processes.js';
import type { Mutant } from './mutants.js';
import { proveWithCheckIns } from './prove-check-ins.js';
import { sampleOf } from './sample.js';
import { type Solver, startSolver } from './solver.js';

/** What became of a mutant: refused by the checks, by a described patient, by a proof; or it does what the flow does. */
export type Fate = 'checks' | 'patients' | 'proof' | 'alike' | 'survived';

export interface Judged extends Omit<Mutant, 'document'> {
  fate: Fate;
  /** For whom a survivor ends otherwise. */
  patient: FoundPatient | null;
  /** The same as a line of patients.yaml, where it can be written there. */
  line: string | null;
}

export interface MutateJob {
  /** Whether survivors are to be caught by patients of their own. */
  adds: boolean;
  place: FlowPlace;
  /** How many mutants at most. */
  count: number;
  seed: number;
}

/** A process of `flows:mutate`: judges the mutants of one flow after the other. */
const directory = process.argv[2] ?? '';
const { shared } = loadShared(directory);
const { rules } = loadSafetyRules(directory);
let solver: Promise<Solver> | undefined;

answerJobs<MutateJob, Judged[]>(async ({ place, count, seed, adds }) => {
  const { flow } = readFlowFile(place, shared);
  const { document: patients } = readPatients(place);
  if (!flow || !patients) throw new Error(`${place.file} is no flow, or it has no patients.`);
  const original = compileFlow(flow);
  const judged: Judged[] = [];
  for (const { document, ...mutant } of sampleOf(allMutantsOf(flow.document), count, `${seed} ${flow.id}`)) {
    const verdict = await judge(original, { ...mutant, document }, patients);
    // One more patient may catch the next as well.
    if (adds && verdict.described) patients.patients.push(verdict.described);
    const line = verdict.described && asLine(verdict.described);
    judged.push({ ...mutant, fate: verdict.fate, patient: verdict.patient, line });
  }
  return judged;
});

interface Verdict {
  fate: Fate;
  patient: FoundPatient | null;
  described: PatientDocument | null;
}

async function judge(
  original: CompiledFlow,
  { document, mutation }: Mutant,
  patients: PatientsDocument,
): Promise<Verdict> {
  const fate = (fate: Fate): Verdict => ({ fate, patient: null, described: null });
  const mutant = read(document);
  if (!mutant) return fate('checks');
  if (playPatients(mutant, patients).findings.length > 0) return fate('patients');
  if (waitingFindings(mutant.flow, patients).length > 0) return fate('patients');
  const [before, after] = OF_CHECK_INS.has(mutation)
    ? [compileFlow(waitingFlow(original.flow)), compileFlow(waitingFlow(mutant.flow))]
    : [original, mutant];
  if (inOneOrder(after.flow) === inOneOrder(before.flow)) return fate('alike');
  solver ??= startSolver();
  const z3 = await solver;
  const pair = new FlowPair(before, after);
  const calm = readAnswers(before, patients.calm, [], []);
  if (!pair.isForNobody) z3.begin(pair.premises);
  const patient = pair.isForNobody ? null : await calmestDiffering(z3, pair, calm);
  if (!patient) return fate('alike');
  const { refuted } = await proveWithCheckIns(z3, mutant.flow, rules.demands);
  if (refuted.length > 0) return fate('proof');
  // Who answers while they wait is described in another form than this writes.
  const described = OF_CHECK_INS.has(mutation) ? null : asDocument(original, calm, patient);
  return { fate: 'survived', patient, described };
}

/** A flow whatever the order of its options, which decides nothing but how they are shown. */
function inOneOrder({ questions, rules, otherwise }: Flow): string {
  const byId = <T extends { id: string }>(list: T[] = []) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const sorted = questions.map((question) => ({
    ...question,
    view: { ...question.view, options: byId(question.view.options) },
    redFlags: question.redFlags.map((flag) => JSON.stringify(flag)).sort(),
    offers: question.offers.map((offer) => JSON.stringify(offer)).sort(),
    signs: null,
  }));
  return JSON.stringify([sorted, rules, otherwise]);
}

function read(document: Mutant['document']): CompiledFlow | null {
  try {
    return compileFlow(parseFlow(document));
  } catch (error) {
    if (error instanceof FlowFileError) return null;
    throw error;
  }
}
