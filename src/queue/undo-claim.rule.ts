import type { TimelineEntry, TimelineKind } from '../contracts/index.js';

/** The desk offers it for ten seconds; the rest is for the request to arrive. */
export const UNDO_CLAIM_MS = 15_000;

/** Entries made automatically, or by the resident, that do not count as work by the holder. */
const NO_WORK: ReadonlySet<TimelineKind> = new Set<TimelineKind>(['message', 'images-added', 'routed']);

/** Entries that give a case to a holder. */
const CHANGES_HOLDER: ReadonlySet<TimelineKind> = new Set<TimelineKind>([
  'claimed',
  'taken-over',
  'handed-over',
]);

/** Why a holder cannot undo a claim: they hold by another one, it is too late, or work was done since. */
export type UndoFault = 'not-held' | 'too-late' | 'worked-with';

/**
 * Whether the holder of a case can undo the claim as if it had never been: a few seconds after it, while they
 * have done nothing with the case.
 * @param entries the timeline from the claim on
 */
export function faultOfUndoing(
  entries: readonly TimelineEntry[],
  claimId: string,
  now: Date,
): UndoFault | null {
  const claimed = entries.find(({ id }) => id === claimId);
  const isLast = entries.every(({ kind, id }) => id === claimId || !CHANGES_HOLDER.has(kind));
  if (claimed?.kind !== 'claimed' || !isLast) return 'not-held';
  if (now.getTime() - Date.parse(claimed.at) > UNDO_CLAIM_MS) return 'too-late';
  const since = entries.filter(({ number }) => number > claimed.number);
  return since.every(({ kind, actor }) => NO_WORK.has(kind) && actor.kind !== 'staff') ? null : 'worked-with';
}
