import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { Fits, Flow, FlowDocument } from '../triage/flow.types.js';
import { contentHash, readFits } from '../triage/flow-document.js';
import { readYaml } from '../triage/flow-file.js';
import { type FlowPlace, findFlows, parseStoredFlow, readFlowFile } from '../triage/flow-loader.js';
import { loadShared } from '../triage/flow-shared.js';
import { offersOf } from '../triage/offers.rule.js';
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

answerJobs<ProveJob, Proof>(async (job) => {
  const flow = 'stored' in job ? parseStoredFlow(job.stored) : readFlowFile(job, shared).flow;
  if (!flow) throw new Error('There is nothing to prove of what is no flow.');
  const offered = fitsOfOffered(flow);
  const file = join(kept, `${contentHash([flow.hash, rest, [...offered]])}.json`);
  const before = read(file);
  if (before) return before;
  solver ??= startSolver();
  const proof = await proveWithCheckIns(await solver, flow, rules.demands, offered);
  mkdirSync(kept, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(proof));
  renameSync(`${file}.${process.pid}`, file);
  return proof;
});

/** Whom the flows are for that this one offers, by their files. */
function fitsOfOffered({ document }: Flow): Map<string, Fits> {
  const ids = new Set(offersOf(document).map(({ flowId }) => flowId));
  const places = ids.size > 0 ? findFlows(directory).places.filter(({ id }) => ids.has(id)) : [];
  return new Map(
    places.map(({ id, file }) => [id, readFits((readYaml(file).content as FlowDocument).for)] as const),
  );
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
