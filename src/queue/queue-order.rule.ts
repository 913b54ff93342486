import type { Urgency } from '../contracts/index.js';

/** What the order of the queue looks at. */
export interface QueuePlace {
  caseId: string;
  urgency: Urgency;
  dueAt: Date;
}

/** Urgency 1 and 2 are strictly first. */
const STRICT_TO = 2;

/**
 * The order of need (promise 3), for `sort`: urgency 1 before 2 before all others; within these, and among urgency 3–5
 * together, by the time at which the target runs out. A case that waits is overtaken only by urgency 1–2 and by cases
 * whose target runs out before its own, which no case can that comes after its target has passed: so nobody starves.
 * Equal targets are told apart by the id, so that the order is total. `QUEUE_ORDER_SQL` says the same in SQL.
 */
export function compareByNeed(a: QueuePlace, b: QueuePlace): number {
  return (
    rank(a.urgency) - rank(b.urgency) ||
    a.dueAt.getTime() - b.dueAt.getTime() ||
    (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0)
  );
}

function rank(urgency: Urgency): number {
  return Math.min(urgency, STRICT_TO + 1);
}

/** `compareByNeed` for `ORDER BY` over care_case; a test holds the two together. */
export const QUEUE_ORDER_SQL = `LEAST(urgency, ${STRICT_TO + 1}), due_at, id`;
