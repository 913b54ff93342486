import { appendFileSync } from 'node:fs';
import { waitingFlow } from '../triage/check-ins.rule.js';
import { readYaml } from '../triage/flow-file.js';
import type { FlowPlace } from '../triage/flow-loader.js';
import { type CompiledFlow, compileFlow } from '../triage/flow-machine.rule.js';
import { chooseFlows, option, printFaults, readArguments, run } from './flows.js';
import { inManyProcesses } from './many-processes.js';
import { MUTATIONS } from './mutants.js';
import type { Judged, MutateJob } from './mutate-job.js';
import { asPatient } from './show-patient.js';

/** The least share of mutants, of those that do something else, that must be caught. */
const LEAST_CAUGHT = 0.95;

/**
 * `npm run flows:mutate -- [--per-flow N] [--seed N] [--add] [ID or CHAPTER …] [--dir FOLDER]`: puts one thing wrong in a flow, again and again, and
 * tells how many of these mutants are caught by the checks, the described patients and the proofs. Those that end
 * alike for everyone do not count. Ends with 1 when fewer than 95 % are caught. With `--add` each survivor's patient is
 * written into patients.yaml.
 */
async function main(written: string[]): Promise<number> {
  const began = performance.now();
  const [count, seed] = [Number(option(written, '--per-flow') ?? 14), Number(option(written, '--seed') ?? 1)];
  const adds = written.includes('--add');
  if (!(count >= 1) || !Number.isInteger(seed)) throw new Error('--per-flow and --seed need a whole number.');
  const told = readArguments(written.filter((word) => word !== '--add'));
  const { flows, faults } = chooseFlows(told);
  printFaults([...faults, ...flows.flatMap((read) => read.faults)]);
  const right = new Map(
    flows.flatMap(({ flow, place, faults }) =>
      flow && faults.length === 0 ? [[place, compileFlow(waitingFlow(flow))] as const] : [],
    ),
  );
  const jobs = [...right.keys()].map((place) => ({ place, count, seed, adds }));
  const all: Judged[] = [];
  const program = new URL('./mutate-job.js', import.meta.url);
  await inManyProcesses<MutateJob, Judged[]>(program, [told.directory], jobs, ({ place }, judged) => {
    all.push(...judged);
    const flow = right.get(place);
    if (flow) printSurvivors(place, flow, judged);
    if (adds) addPatients(place, judged);
  });
  const counted = all.filter(({ fate }) => fate !== 'alike');
  const caught = counted.filter(({ fate }) => fate !== 'survived');
  for (const kind of MUTATIONS)
    console.log(
      figures(
        kind,
        all.filter(({ mutation }) => mutation === kind),
      ),
    );
  console.log(figures('all', all));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${right.size} flows, seed ${seed}, ${seconds} s.`);
  return counted.length > 0 && caught.length / counted.length >= LEAST_CAUGHT ? 0 : 1;
}

/** Each survivor with the file, the line, and a patient who shows what nobody noticed. */
function printSurvivors(place: FlowPlace, flow: CompiledFlow, judged: readonly Judged[]): void {
  const survivors = judged.filter(({ fate }) => fate === 'survived');
  if (survivors.length === 0) return;
  const file = readYaml(place.file);
  for (const { mutation, what, path, patient } of survivors) {
    const [fault] = file.faults([
      { path, message: `${mutation}: ${what}. No patient and no proof notices, for example:` },
    ]);
    if (fault) printFaults([fault]);
    if (patient) console.log(asPatient(flow, patient));
  }
}

/** Writes survivors' patients behind those of the flow, for somebody to judge. */
function addPatients(place: FlowPlace, judged: readonly Judged[]): void {
  const lines = [...new Set(judged.flatMap(({ line }) => line ?? []))];
  if (lines.length === 0) return;
  const title =
    '  # At the edges of conditions: added by flows:mutate -- --add, to be judged as any other patient.';
  appendFileSync(place.patients, [title, ...lines, ''].join('\n'));
  console.log(`${place.chapter}/${place.id}: ${lines.length} patients added.`);
}

function figures(name: string, judged: readonly Judged[]): string {
  const of = (fate: Judged['fate']) => judged.filter((each) => each.fate === fate).length;
  const counted = judged.length - of('alike');
  const caught = counted - of('survived');
  const share = counted === 0 ? '–' : `${((caught / counted) * 100).toFixed(1)} %`;
  return `${name.padEnd(20)} ${caught} of ${counted} caught (${share}): ${of('checks')} by checks, ${of('patients')} by patients, ${of('proof')} by proofs; ${of('alike')} more do nothing else.`;
}

run(main);
