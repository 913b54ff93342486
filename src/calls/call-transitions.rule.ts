import type { CallState } from '../contracts/index.js';

/** The allowed transitions. Every change of a call's state goes through `nextCallState` and this table. */
const TRANSITIONS = {
  answer: { ringing: 'ongoing' },
  decline: { ringing: 'declined' },
  /** Nobody answered in time. */
  'run-out': { ringing: 'missed' },
  /** The call is over: by choice, because a participant was gone too long, or the case went elsewhere. */
  end: { ringing: 'cancelled', ongoing: 'ended' },
} as const satisfies Record<string, Partial<Record<CallState, CallState>>>;

export type CallEvent = keyof typeof TRANSITIONS;
export const CALL_EVENTS = Object.keys(TRANSITIONS) as CallEvent[];

/** The state after an event, or null when the state does not allow it. */
export function nextCallState(state: CallState, event: CallEvent): CallState | null {
  const row: Partial<Record<CallState, CallState>> = TRANSITIONS[event];
  return row[state] ?? null;
}

/** The states in which a call is not over. */
export const OPEN_STATES = ['ringing', 'ongoing'] as const satisfies readonly CallState[];

export function isOpen(state: CallState): boolean {
  return OPEN_STATES.some((each) => each === state);
}
