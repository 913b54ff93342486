import type { QueueRow } from '../../../contracts/index.js';

/** So long before its target runs out, staff are told of a case that nobody has answered. */
const SOON_MS = 5 * 60_000;

/** Own cases in which the resident has written what has not been read, but for the one on the screen. */
export function unreadElsewhere(mine: readonly QueueRow[], shownId: string | null): QueueRow[] {
  return mine.filter((row) => row.unread > 0 && row.caseId !== shownId);
}

/**
 * Own cases in which the resident has written since the last look, but for the one on the screen. `before` is null at the
 * first look: what waits unread then is counted, and not told as new.
 */
export function repliedSince(
  before: ReadonlyMap<string, number> | null,
  mine: readonly QueueRow[],
  shownId: string | null,
): QueueRow[] {
  if (!before) return [];
  return unreadElsewhere(mine, shownId).filter((row) => row.unread > (before.get(row.caseId) ?? 0));
}

/** Cases whose target is about to pass, and that nobody has answered; those that were told already are left out. */
export function soonLate(told: ReadonlySet<string>, rows: readonly QueueRow[], now: Date): QueueRow[] {
  return rows.filter(({ caseId, answered, dueAt }) => {
    const left = new Date(dueAt).getTime() - now.getTime();
    return !answered && !told.has(`${caseId} ${dueAt}`) && left > 0 && left <= SOON_MS;
  });
}
