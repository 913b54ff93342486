import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Flow } from './flow.types.js';
import { type FlowFault, FlowFileError } from './flow-file.js';

/**
 * `reviewed.lock.json`: by `id@version`, the content hash that a clinician reviewed. Lines are only ever
 * added.
 */
export type ReviewLock = Readonly<Record<string, string>>;

const LOCK_FILE = 'reviewed.lock.json';

/** The name of a flow's version in the lock. */
export function lockName(flow: Pick<Flow, 'id' | 'version'>): string {
  return `${flow.id}@${flow.version}`;
}

/**
 * Compares flows with the lock of reviewed versions; each fault is a sentence. A reviewed version never
 * changes: a change needs a higher version, which begins as draft. An empty list means no faults.
 */
export function checkReviewLock(
  flows: readonly Pick<Flow, 'id' | 'version' | 'review' | 'hash'>[],
  lock: ReviewLock,
): string[] {
  return flows.flatMap((flow) => {
    const name = lockName(flow);
    const locked = Object.hasOwn(lock, name) ? lock[name] : undefined;
    const newest = newestLocked(flow.id, lock);
    if (locked === undefined) {
      if (newest > flow.version) {
        return [`${name} is older than the reviewed version ${newest}; raise version to ${newest + 1}.`];
      }
      if (flow.review === 'draft') return [];
      return [
        `${name} says it is reviewed but is not in the lock; add "${name}": "${flow.hash}" when it truly is.`,
      ];
    }
    if (locked === flow.hash) {
      return flow.review === 'draft'
        ? [`${name} is in the lock but says draft; a reviewed version never changes.`]
        : [];
    }
    return [
      `${name} was reviewed and has changed since (or what it uses of shared/ has). Put it back, or raise version to ${newest + 1} with review: draft.`,
    ];
  });
}

/**
 * Reads `reviewed.lock.json` of a directory of flows; without the file nothing is reviewed.
 * @throws FlowFileError when it is not a list of hashes
 */
export function loadReviewLock(directory: string): ReviewLock {
  const file = join(directory, LOCK_FILE);
  if (!existsSync(file)) return {};
  try {
    const lock: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isLock(lock)) return lock;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new FlowFileError([{ file, line: 1, message: 'This is no lock: write { "back-pain@1": "HASH" }.' }]);
}

/** Faults of the lock, in the form of any file of the flows. */
export function reviewLockFaults(
  directory: string,
  flows: Parameters<typeof checkReviewLock>[0],
): FlowFault[] {
  const file = join(directory, LOCK_FILE);
  return checkReviewLock(flows, loadReviewLock(directory)).map((message) => ({ file, line: 1, message }));
}

function isLock(lock: unknown): lock is ReviewLock {
  return (
    typeof lock === 'object' &&
    lock !== null &&
    !Array.isArray(lock) &&
    Object.values(lock).every((hash) => typeof hash === 'string')
  );
}

function newestLocked(id: string, lock: ReviewLock): number {
  const versions = Object.keys(lock)
    .filter((name) => name.startsWith(`${id}@`))
    .map((name) => Number(name.slice(id.length + 1)));
  return Math.max(0, ...versions);
}
