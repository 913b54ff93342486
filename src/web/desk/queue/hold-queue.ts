import type { QueueRow } from '../../../contracts/index.js';

/** What the list shows while the pointer or the keyboard is in it. */
export interface HeldQueue {
  /** In the order that was already shown, with the newest facts of each row. */
  rows: QueueRow[];
  /** Rows still shown that have left the queue; they keep their place until the list is let go. */
  gone: ReadonlySet<string>;
  /** Rows that have come since, in the order of the list; they wait behind "show". */
  arrived: QueueRow[];
  /** How many of them were not there before; the others only were not wanted. */
  newcomers: number;
  /** Whether the order of need has changed among the rows that are shown. */
  reordered: boolean;
}

/**
 * Keeps a list still under the pointer: the shown order stays, facts are renewed in place, and what is new waits.
 * `incoming` is in the order that was chosen; `there` are all that were in the queue when `shown` was, wanted or not.
 */
export function holdQueue(
  shown: readonly QueueRow[],
  incoming: readonly QueueRow[],
  there: ReadonlySet<string>,
): HeldQueue {
  const newest = new Map(incoming.map((row) => [row.caseId, row]));
  const known = new Set(shown.map((row) => row.caseId));
  const gone = new Set(shown.filter((row) => !newest.has(row.caseId)).map((row) => row.caseId));
  const rows = shown.map((row) => newest.get(row.caseId) ?? row);
  const stay = rows.filter((row) => !gone.has(row.caseId)).map((row) => row.caseId);
  const need = incoming.filter((row) => known.has(row.caseId)).map((row) => row.caseId);
  const arrived = incoming.filter((row) => !known.has(row.caseId));
  return {
    rows,
    gone,
    arrived,
    newcomers: arrived.filter((row) => !there.has(row.caseId)).length,
    reordered: stay.some((caseId, index) => caseId !== need[index]),
  };
}
