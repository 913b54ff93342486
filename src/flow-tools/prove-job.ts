import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { Fits, FlowDocument } from '../triage/flow.types.js';
import { contentHash, readFits } from '../triage/flow-document.js';
import { readYaml } from '../triage/flow-file.js';
import { type FlowPlace, findFlows, readFlowFile, recallFlow } from '../triage/flow-loader.js';
import { loadShared } from '../triage/flow-shared.js';
import { fitsOfOffered, writeProofRecord } from '../triage/proof-records.js';
import { loadSafetyRules } from '../triage/safety-rules.js';
import { answerJobs } from './many-processes.js';
import { proveWithCheckIns } from './prove-check-ins.js';
import type { Proof } from './prove-flow.js';
import { type Solver, startSolver } from './solver.js';

/** A flow in its file, or as it is stored. */
export type ProveJob = FlowPlace | { stored: FlowDocument };

/** A process of `flows:prove`: proves one flow after the other, and remembers the proofs of what has not changed. */
const directory = process.argv[2] ?? '';
const { shared } = loadShared(directory);
const { rules } = loadSafetyRules(directory);
const kept = join(PROJECT_ROOT, 'node_modules/.cache/flow-proofs');
const rest = contentHash([rules.demands, ...program()]);
let solver: Promise<Solver> | undefined;
let places: Map<string, FlowPlace> | undefined;

answerJobs<ProveJob, Proof>(async (job) => {
  const flow = 'stored' in job ? recallFlow(job.stored) : readFlowFile(job, shared).flow;
  if (!flow) throw new Error('There is nothing to prove of what is no flow.');
  const offered = fitsOfOffered(flow, fitsOf);
  const proved = { flow, demands: rules.demands, offered };
  const file = join(kept, `${contentHash([flow.hash, rest, [...offered]])}.json`);
  const before = read(file);
  if (before) {
    writeProofRecord(proved, { ...before, at: statSync(file).mtime.toISOString() });
    return before;
  }
  solver ??= startSolver();
  const proof = await proveWithCheckIns(await solver, flow, rules.demands, offered);
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(proof));
  renameSync(`${file}.${process.pid}`, file);
  writeProofRecord(proved, { ...proof, at: new Date().toISOString() });
  return proof;
});

/** Whom another flow is for, by its file. */
function fitsOf(flowId: string): Fits | undefined {
  places ??= new Map(findFlows(directory).places.map((place) => [place.id, place]));
  const place = places.get(flowId);
  return place && readFits((readYaml(place.file).content as FlowDocument).for);
}

function read(file: string): Proof | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Proof;
  } catch {
    return null;
  }
}

/** All that a proof is made with: its own code and that of the flows. */
function program(): string[] {
  const here = dirname(fileURLToPath(import.meta.url));
  return [here, join(here, '../triage'), join(here, '../contracts')].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
}
