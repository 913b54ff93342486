import { join } from 'node:path';
import type { Flow } from '../triage/flow.types.js';
import { type FlowFault, readYaml } from '../triage/flow-file.js';
import type { FlowPlace } from '../triage/flow-loader.js';
import { type CompiledFlow, compileFlow } from '../triage/flow-machine.rule.js';
import { isReached, loadSafetyRules, type SafetyRules } from '../triage/safety-rules.js';
import { chooseFlows, printFaults, readArguments, type Told } from './flows.js';
import { inManyProcesses } from './many-processes.js';
import type { Proof } from './prove-flow.js';
import { asPatient } from './show-patient.js';

/**
 * `npm run flows:prove -- [ID or CHAPTER …] [--dir FOLDER]`: proves the flows over all patients and all answers. A proof that fails is
 * printed as a patient, with file and line. Ends with 1 when anything is wrong.
 */
async function main(told: Told): Promise<number> {
  const began = performance.now();
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
  const program = new URL('./prove-job.js', import.meta.url);
  const jobs = right.map(({ place }) => place);
  await inManyProcesses<FlowPlace, Proof>(program, [told.directory], jobs, (place, proof) => {
    asked += proof.asked;
    failed += proof.refuted.length;
    const flow = right.find((each) => each.place === place)?.flow;
    if (flow) printProof(place, compileFlow(flow), proof);
  });
  if (told.names.length === 0) {
    printUnreached(
      told.directory,
      rules,
      right.map(({ flow }) => flow),
    );
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${flows.length} flows, ${asked} questions to the solver, ${failed} failed, ${seconds} s.`);
  return failed === 0 ? 0 : 1;
}

function printProof(place: FlowPlace, flow: CompiledFlow, proof: Proof): void {
  const file = readYaml(place.file);
  for (const { message, path, patient, other } of proof.refuted) {
    printFaults(file.faults([{ path, message }]));
    if (patient) console.log(asPatient(flow, patient));
    if (other) console.log(`    and with the other answer\n${asPatient(flow, other)}`);
  }
  if (proof.refuted.length === 0) {
    const { id, version } = flow.flow;
    console.log(`${place.chapter}/${id} ${version}: proved; the longest path asks ${proof.longest}.`);
  }
}

/** What the safety rules look at and no flow asks about. */
function printUnreached(directory: string, rules: SafetyRules, flows: readonly Flow[]): void {
  const said = new Set(
    flows.flatMap(({ questions }) => questions.flatMap(({ signs }) => signs.map(({ id }) => id))),
  );
  const unsaid = [...rules.signs].filter((sign) => !said.has(sign));
  console.log(
    `Signs of safety rules that no flow asks about (${unsaid.length} of ${rules.signs.size}): ${unsaid.join(', ')}.`,
  );
  const file = readYaml(join(directory, 'safety-rules.yaml'));
  const ids = (file.content as { rules: { id: string }[] } | null)?.rules.map(({ id }) => id) ?? [];
  const without = rules.demands.filter(({ when }) => !isReached(when, said));
  printFaults(
    file.faults(
      without.map(({ rule, number }) => ({
        path: ['rules', ids.indexOf(rule), 'demands', number - 1],
        message: `Demand ${number} of ${rule} reaches no flow: no option carries the signs that it looks at.`,
      })),
    ),
  );
}

process.exitCode = await main(readArguments(process.argv.slice(2)));
