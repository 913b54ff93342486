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

/** Who holds each case of the queue. */
export function holdersIn(queue: readonly QueueRow[]): ReadonlyMap<string, string | null> {
  return new Map(queue.map(({ caseId, holder }) => [caseId, holder?.commissionId ?? null]));
}

/** Cases that colleagues had at the last look and that are the reader's now, but for the one on the screen. */
export function handedSince(
  before: ReadonlyMap<string, string | null>,
  queue: readonly QueueRow[],
  commissionId: string,
  shownId: string | null,
): QueueRow[] {
  return queue.filter(({ caseId, holder }) => {
    const had = before.get(caseId) ?? null;
    return (
      holder?.commissionId === commissionId && had !== null && had !== commissionId && caseId !== shownId
    );
  });
}

/** Cases whose target is about to pass, and that nobody has answered; those that were told already are left out. */
export function soonLate(told: ReadonlySet<string>, rows: readonly QueueRow[], now: Date): QueueRow[] {
  return rows.filter(({ caseId, answered, dueAt, aside }) => {
    const left = new Date(dueAt).getTime() - now.getTime();
    return !answered && !aside?.until && !told.has(`${caseId} ${dueAt}`) && left > 0 && left <= SOON_MS;
  });
}
