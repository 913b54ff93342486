import { relative } from 'node:path';
import { type FlowFault, faultLine, readYaml } from '../triage/flow-file.js';
import type { CompiledFlow } from '../triage/flow-machine.rule.js';
import { compileFlow } from '../triage/flow-machine.rule.js';
import { loadSafetyRules } from '../triage/safety-rules.js';
import { shownAnswer } from '../triage/shown-answer.js';
import type { FoundPatient } from './encode-flow.js';
import { chooseFlows, printFaults, readArguments, type Told } from './flows.js';
import { proveFlow } from './prove-flow.js';
import { startSolver } from './solver.js';
import { whereItEnds } from './walk-flow.js';

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
  const solver = await startSolver();
  let [failed, asked] = [wrong.length, 0];
  const said = new Set<string>();
  for (const { flow, place, faults } of flows) {
    if (!flow || faults.length > 0) continue;
    const compiled = compileFlow(flow);
    for (const { signs } of flow.questions) for (const { id } of signs) said.add(id);
    const proof = await proveFlow(solver, compiled, rules.demands);
    asked += proof.asked;
    failed += proof.refuted.length;
    const file = readYaml(place.file);
    for (const { message, path, patient, other } of proof.refuted) {
      for (const fault of file.faults([{ path, message }]))
        console.log(faultLine({ ...fault, file: relative(process.cwd(), fault.file) }));
      if (patient) console.log(asPatient(compiled, patient));
      if (other) console.log(`    and with the other answer\n${asPatient(compiled, other)}`);
    }
    if (proof.refuted.length === 0)
      console.log(
        `${place.chapter}/${flow.id} ${flow.version}: proved; the longest path asks ${proof.longest}.`,
      );
  }
  if (told.names.length === 0) {
    const unsaid = [...rules.signs].filter((sign) => !said.has(sign));
    console.log(
      `Signs of safety rules that no flow asks about (${unsaid.length} of ${rules.signs.size}): ${unsaid.join(', ')}.`,
    );
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${flows.length} flows, ${asked} questions to the solver, ${failed} failed, ${seconds} s.`);
  return failed === 0 ? 0 : 1;
}

/** The patient and what they answer where they are asked, as in patients.yaml, and where it ends. */
function asPatient(flow: CompiledFlow, patient: FoundPatient): string {
  const { ageMonths, sex, pregnant } = patient.facts;
  const { asked, ending } = whereItEnds(flow, patient);
  const age = ageMonths < 36 ? `age-months: ${ageMonths}` : `age: ${Math.floor(ageMonths / 12)}`;
  const who = [age, sex && `sex: ${sex}`, pregnant !== null && `pregnant: ${pregnant ? 'yes' : 'no'}`].filter(
    Boolean,
  );
  const lines = asked.map((id) => {
    const question = flow.questions.get(id);
    const value = patient.answers[id] ?? null;
    return `      ${id}: ${question ? shownAnswer(question.view, value).en : ''} ${question?.view.options ? `[${value}]` : ''}`;
  });
  const end = flow.endings.get(ending);
  return [
    `    ${who.join(', ')}`,
    ...lines,
    `      ends in ${end?.outcome.outcome} ${end?.outcome.urgency} by ${ending.replace('end:', '')}`,
  ].join('\n');
}

// z3's threads do not end by themselves.
Promise.resolve(process.argv.slice(2))
  .then(readArguments)
  .then(main)
  .then(
    (code) => process.exit(code),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
