import type { Flow } from './flow.types.js';

/** `reviewed.lock.json`: by `id@version`, the content hash a clinician reviewed. Lines are only ever added. */
export type ReviewLock = Readonly<Record<string, string>>;

/** The name of a flow's version in the lock. */
export function lockName(flow: Pick<Flow, 'id' | 'version'>): string {
  return `${flow.id}@${flow.version}`;
}

/**
 * Compares flows with the lock of reviewed versions; each fault is a sentence. A version once reviewed never
 * changes: a change needs a higher version, which begins as draft. An empty list means all is well.
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

function newestLocked(id: string, lock: ReviewLock): number {
  const versions = Object.keys(lock)
    .filter((name) => name.startsWith(`${id}@`))
    .map((name) => Number(name.slice(id.length + 1)));
  return Math.max(0, ...versions);
}
