import type { CaseState } from '../contracts/index.js';

const HOUR_MS = 3_600_000;

/** How long a case may wait for the resident before it is closed automatically. */
const RESIDENT_TURN_MS = {
  describing: 7 * 24 * HOUR_MS,
  triage: 7 * 24 * HOUR_MS,
  identifying: 7 * 24 * HOUR_MS,
  advised: 72 * HOUR_MS,
} as const;

/** So long nothing may happen in a telephone call amid the questions before somebody is to call back. */
export const SILENCE_MS = 15 * 60_000;

/** The facts that decide when something must happen next. */
export interface DeadlineFacts {
  dueAt: Date | null;
  /** Set while those who opened it for somebody on the telephone ask the questions. */
  openedAtUnitId?: string | null;
  /** to-book: when the ticket expires. */
  ticketValidUntil?: Date;
  /** booked: when the visit ends. */
  visitEndsAt?: Date;
}

/**
 * The time by which something must happen to a case in that state (promise 1): the resident's turn runs out,
 * the target of its queue passes, its ticket or its visit ends. Null only for a closed case.
 */
export function nextDeadline(state: CaseState, facts: DeadlineFacts, now: Date): Date | null {
  switch (state) {
    case 'describing':
    case 'triage':
      return new Date(now.getTime() + (facts.openedAtUnitId ? SILENCE_MS : RESIDENT_TURN_MS[state]));
    case 'identifying':
    case 'advised':
      return new Date(now.getTime() + RESIDENT_TURN_MS[state]);
    case 'to-book':
      return required(facts.ticketValidUntil, 'ticketValidUntil');
    case 'booked':
      return required(facts.visitEndsAt, 'visitEndsAt');
    case 'waiting':
    case 'held':
      return required(facts.dueAt, 'dueAt');
    case 'closed':
      return null;
  }
}

function required(value: Date | null | undefined, name: string): Date {
  if (!value) throw new Error(`A deadline needs ${name}`);
  return value;
}
