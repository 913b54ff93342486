import type { QueueRow } from '../../../contracts/index.js';

/** What the list shows while the pointer or the keyboard is in it. */
export interface HeldQueue {
  /** In the order that was already shown, with the newest facts of each row. */
  rows: QueueRow[];
  /** Rows still shown that have left the queue; they keep their place until the list is let go. */
  gone: ReadonlySet<string>;
  /** Rows that have come since, most urgent first; they wait behind "show". */
  arrived: QueueRow[];
  /** Whether the order of need has changed among the rows that are shown. */
  reordered: boolean;
}

/**
 * Keeps a list still under the pointer: the shown order stays, facts are renewed in place, and what is new waits.
 * `incoming` is in order of need, as the server gave it.
 */
export function holdQueue(shown: readonly QueueRow[], incoming: readonly QueueRow[]): HeldQueue {
  const newest = new Map(incoming.map((row) => [row.caseId, row]));
  const known = new Set(shown.map((row) => row.caseId));
  const gone = new Set(shown.filter((row) => !newest.has(row.caseId)).map((row) => row.caseId));
  const rows = shown.map((row) => newest.get(row.caseId) ?? row);
  const stay = rows.filter((row) => !gone.has(row.caseId)).map((row) => row.caseId);
  const need = incoming.filter((row) => known.has(row.caseId)).map((row) => row.caseId);
  return {
    rows,
    gone,
    arrived: incoming.filter((row) => !known.has(row.caseId)),
    reordered: stay.some((caseId, index) => caseId !== need[index]),
  };
}
