import type { Urgency } from '../contracts/index.js';

/** The facts that decide the order of the queue. */
export interface QueuePlace {
  caseId: string;
  urgency: Urgency;
  dueAt: Date;
}

/** Urgency 1 and 2 are strictly first. */
const STRICT_TO = 2;

/**
 * The order of need (promise 3), for `sort`: urgency 1 before 2 before all others; within these, and among
 * urgency 3–5 together, by the time at which the target runs out. A waiting case is overtaken only by urgency
 * 1–2 and by cases whose target runs out before its own. A case that arrives after that target has passed
 * cannot be one of these, so no case starves. Equal targets are ordered by id, so that the order is total.
 * `QUEUE_ORDER_SQL` says the same in SQL.
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
