import type { QueueRow } from '../contracts/index.js';
import { compareByNeed } from '../queue/queue-order.rule.js';

/** The order of the desk's lists: by need, and what is left for later last, by its time. */
export function compareRows(a: QueueRow, b: QueueRow): number {
  return (a.aside?.until ?? '').localeCompare(b.aside?.until ?? '') || compareByNeed(place(a), place(b));
}

function place(row: QueueRow) {
  return { caseId: row.caseId, urgency: row.urgency, dueAt: new Date(row.dueAt) };
}
