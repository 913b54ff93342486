import type { Flow } from '../triage/flow.types.js';
import { type FlowFault, readYaml } from '../triage/flow-file.js';
import type { FlowPlace } from '../triage/flow-loader.js';
import { compileFlow } from '../triage/flow-machine.rule.js';
import { loadSafetyRules, type SafetyRules, unmetDemands } from '../triage/safety-rules.js';
import { chooseFlows, printFaults, readArguments, run, type Told } from './flows.js';
import { inManyProcesses } from './many-processes.js';
import type { Proof, Refuted } from './prove-flow.js';
import { asPatient } from './show-patient.js';
import { storedFlows } from './stored-flows.js';

const JOB = new URL('./prove-job.js', import.meta.url);

/**
 * `npm run flows:prove -- [ID or CHAPTER …] [--dir FOLDER]`: proves the flows over all patients and all answers. A proof that fails is
 * printed as a patient, with file and line. With `--stored` it proves every version that the database of `DATABASE_URL`
 * keeps, on which a case may still be. Ends with 1 when anything is wrong.
 */
async function main(written: string[]): Promise<number> {
  const began = performance.now();
  const told = readArguments(written.filter((word) => word !== '--stored'));
  const proved = written.includes('--stored') ? await proveStored(told) : await proveFiles(told);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${proved.count} flows, ${proved.asked} questions to the solver, ${proved.failed} failed, ${seconds} s.`,
  );
  return proved.failed === 0 ? 0 : 1;
}

interface Proved {
  count: number;
  asked: number;
  failed: number;
}

async function proveFiles(told: Told): Promise<Proved> {
  const { rules, faults: ruleFaults } = loadSafetyRules(told.directory);
  const { flows, faults } = chooseFlows(told);
  const wrong: FlowFault[] = [...ruleFaults, ...faults, ...flows.flatMap((read) => read.faults)];
  printFaults(wrong);
  let [failed, asked] = [wrong.length, 0];
  const right = flows.flatMap(({ flow, place, faults }) =>
    flow && faults.length === 0 ? [{ flow, place }] : [],
  );
  // The longest first, so that no process is left with one of them at the end.
  right.sort((a, b) => b.flow.questions.length - a.flow.questions.length);
  const jobs = right.map(({ place }) => place);
  await inManyProcesses<FlowPlace, Proof>(JOB, [told.directory], jobs, (place, proof) => {
    asked += proof.asked;
    failed += proof.refuted.length;
    const flow = right.find((each) => each.place === place)?.flow;
    const file = readYaml(place.file);
    if (flow) printProof(place.chapter, flow, proof, (refuted) => printFaults(file.faults([refuted])));
  });
  if (told.names.length === 0) {
    failed += printUnreached(
      told.directory,
      rules,
      right.map(({ flow }) => flow),
    );
  }
  return { count: flows.length, asked, failed };
}

async function proveStored({ directory, names }: Told): Promise<Proved> {
  const { flows, unread } = await storedFlows();
  for (const line of unread) console.log(line);
  const chosen = flows.filter(({ id }) => names.length === 0 || names.includes(id));
  let [failed, asked] = [unread.length, 0];
  const jobs = chosen.map((flow) => ({ flow, stored: flow.document }));
  await inManyProcesses<(typeof jobs)[number], Proof>(JOB, [directory], jobs, ({ flow }, proof) => {
    asked += proof.asked;
    failed += proof.refuted.length;
    printProof('stored', flow, proof, ({ message }) =>
      console.log(`stored/${flow.id} ${flow.version} (${flow.hash.slice(0, 12)}): ${message}`),
    );
  });
  return { count: chosen.length + unread.length, asked, failed };
}

function printProof(where: string, flow: Flow, proof: Proof, printFault: (refuted: Refuted) => void): void {
  const compiled = compileFlow(flow);
  for (const refuted of proof.refuted) {
    printFault(refuted);
    if (refuted.patient) console.log(asPatient(compiled, refuted.patient));
    if (refuted.other) console.log(`    and with the other answer\n${asPatient(compiled, refuted.other)}`);
  }
  if (proof.refuted.length === 0)
    console.log(`${where}/${flow.id} ${flow.version}: proved; the longest path asks ${proof.longest}.`);
}

/** What the safety rules look at and no flow asks about. @returns how many demands no flow can meet */
function printUnreached(directory: string, rules: SafetyRules, flows: readonly Flow[]): number {
  const said = new Set(
    flows.flatMap(({ questions }) => questions.flatMap(({ signs }) => signs.map(({ id }) => id))),
  );
  const unsaid = [...rules.signs].filter((sign) => !said.has(sign));
  console.log(
    `Signs of safety rules that no flow asks about (${unsaid.length} of ${rules.signs.size}): ${unsaid.join(', ')}.`,
  );
  const unmet = unmetDemands(directory, rules, flows);
  printFaults(unmet);
  return unmet.length;
}

run(main);
