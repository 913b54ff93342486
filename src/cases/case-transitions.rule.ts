import type { CaseState } from '../contracts/index.js';

/**
 * What may follow what, for a case. The one table: every change of state in the program goes through
 * `nextState`.
 *
 * `held` stays `held` when staff book or cancel a time for the patient (they go on with the case and close
 * it), and when another staff member takes it over.
 */
const TRANSITIONS = {
  /** A contact reason is picked, or another one instead. */
  'choose-reason': { describing: 'triage', triage: 'triage' },
  /** A question is answered, or an answer is changed before the case has been passed on. */
  answer: { triage: 'triage', advised: 'triage', identifying: 'triage', 'to-book': 'triage' },
  /** Triage ends in self-care, 112 or the emergency department. */
  advise: { triage: 'advised' },
  /** A chat or a booking comes next, and nobody has signed in. */
  'ask-name': { triage: 'identifying', advised: 'identifying' },
  /** The right to book a time oneself, by triage or staff; again if the patient turns out to be another. */
  'give-ticket': { triage: 'to-book', identifying: 'to-book', 'to-book': 'to-book', held: 'to-book' },
  /** Into a queue: by triage, by "I still want contact", or by an alarm in what was written before the questions ended. */
  enqueue: {
    triage: 'waiting',
    identifying: 'waiting',
    advised: 'waiting',
    'to-book': 'waiting',
    booked: 'waiting',
  },
  /** A telephone call is cut off amid the questions: somebody is to call back, and may go on with them. */
  'cut-off': { describing: 'waiting', triage: 'waiting' },
  'ask-on': { waiting: 'triage' },
  claim: { waiting: 'held' },
  /** A consulted colleague takes the case over, also when its holder has left it meanwhile. */
  'take-over': { held: 'held', waiting: 'held' },
  'hand-back': { held: 'waiting' },
  /** Staff send it to another queue. */
  transfer: { waiting: 'waiting', held: 'waiting' },
  /** The holder has been gone too long. */
  'expire-hold': { held: 'waiting' },
  book: { 'to-book': 'booked', held: 'held' },
  /** A booking outlives the state it was made in: until it begins the resident may move or cancel it. */
  rebook: { booked: 'booked', held: 'held', 'to-book': 'to-book', waiting: 'waiting', closed: 'closed' },
  'cancel-booking': {
    booked: 'to-book',
    held: 'held',
    'to-book': 'to-book',
    waiting: 'waiting',
    closed: 'closed',
  },
  'change-urgency': { waiting: 'waiting', held: 'held' },
  close: { held: 'closed' },
  withdraw: {
    describing: 'closed',
    triage: 'closed',
    advised: 'closed',
    identifying: 'closed',
    'to-book': 'closed',
    waiting: 'closed',
  },
  /** Its deadline passed and nothing is pending: an abandoned triage, sufficient advice, an ended visit. */
  'run-out': {
    describing: 'closed',
    triage: 'closed',
    advised: 'closed',
    identifying: 'closed',
    'to-book': 'closed',
    booked: 'closed',
  },
  reopen: { closed: 'waiting' },
} as const satisfies Record<string, Partial<Record<CaseState, CaseState>>>;

export type CaseEvent = keyof typeof TRANSITIONS;
export const CASE_EVENTS = Object.keys(TRANSITIONS) as CaseEvent[];

/** The state of the case does not allow the event. */
export class WrongStateError extends Error {
  constructor(
    readonly event: CaseEvent,
    readonly state: CaseState,
    readonly allowedIn: readonly CaseState[],
  ) {
    super(`A case that is ${state} cannot ${event}; that is possible when it is ${allowedIn.join(' or ')}`);
    this.name = 'WrongStateError';
  }
}

/**
 * The state after an event.
 * @throws WrongStateError when the state does not allow it
 */
export function nextState(state: CaseState, event: CaseEvent): CaseState {
  const row: Partial<Record<CaseState, CaseState>> = TRANSITIONS[event];
  const next = row[state];
  if (!next) throw new WrongStateError(event, state, Object.keys(row) as CaseState[]);
  return next;
}

/** Whether the state allows the event. */
export function allows(state: CaseState, event: CaseEvent): boolean {
  return state in TRANSITIONS[event];
}
