import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../config/project-root.js';
import type { FlowProof } from '../contracts/flows.js';
import type { Fits, Flow } from './flow.types.js';
import { contentHash } from './flow-document.js';
import { PROMISES, type PromiseName, type ProofSummary } from './flow-promises.js';
import { offersOf } from './offers.rule.js';
import type { Demand } from './safety-rules.js';

/** What a proof came to, and when it was made. */
export interface ProofRecord extends ProofSummary {
  at: string;
}

/** Behind what is built, so that an image in which the flows were proved brings it along. */
export const PROOF_RECORDS = join(PROJECT_ROOT, 'dist/flow-proofs');

/** All that a proof is of: another content, other safety rules or other patients of an offered flow is another proof. */
export interface Proved {
  flow: Flow;
  demands: readonly Demand[];
  /** Whom the flows are for that this one offers. */
  offered: ReadonlyMap<string, Fits>;
}

/** Whom those of the flows are for that a flow offers. */
export function fitsOfOffered(
  { document }: Flow,
  fitsOf: (flowId: string) => Fits | undefined,
): Map<string, Fits> {
  const ids = [...new Set(offersOf(document).map(({ flowId }) => flowId))].sort();
  return new Map(
    ids.flatMap((id) => {
      const fits = fitsOf(id);
      return fits ? [[id, fits] as const] : [];
    }),
  );
}

/** Keeps what was proved, for the clinical editors' page. @returns the file */
export function writeProofRecord(proved: Proved, record: ProofRecord, folder = PROOF_RECORDS): string {
  const file = fileOf(proved, folder);
  const { at, longest, refuted } = record;
  const kept = { at, longest, refuted: refuted.map(({ promise, message }) => ({ promise, message })) };
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept));
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

/** What was proved of exactly this; null when nothing was, or nothing that can be read. */
export function readProofRecord(proved: Proved, folder = PROOF_RECORDS): ProofRecord | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(fileOf(proved, folder), 'utf8'));
    return isRecord(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Every promise, and whether the proof showed that it holds. */
export function promisesOf({ refuted }: ProofSummary): FlowProof['promises'] {
  return (Object.keys(PROMISES) as PromiseName[]).map((name) => {
    const faults = refuted.filter(({ promise }) => promise === name).map(({ message }) => message);
    return { promise: PROMISES[name], holds: faults.length === 0, faults };
  });
}

function fileOf({ flow, demands, offered }: Proved, folder: string): string {
  return join(folder, `${contentHash([flow.hash, demands, [...offered]])}.json`);
}

function isRecord(kept: unknown): kept is ProofRecord {
  const { at, longest, refuted } = (kept ?? {}) as Partial<ProofRecord>;
  return (
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    Number.isInteger(longest) &&
    Array.isArray(refuted) &&
    refuted.every(({ promise, message }) => typeof promise === 'string' && typeof message === 'string')
  );
}
