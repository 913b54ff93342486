import { CONSULTATION_STATES, type ConsultationState } from '../contracts/index.js';

/** The allowed transitions of a consultation. `asked` and `answered` say whose turn it is. */
const TRANSITIONS = {
  /** The consulted side writes: an answer, or a question back. */
  answer: { asked: 'answered', answered: 'answered' },
  /** The asker writes again. */
  'ask-again': { asked: 'asked', answered: 'asked' },
  end: { asked: 'ended', answered: 'ended' },
  'take-over': { asked: 'taken-over', answered: 'taken-over' },
} as const satisfies Record<string, Partial<Record<ConsultationState, ConsultationState>>>;

export type ConsultationEvent = keyof typeof TRANSITIONS;
export const CONSULTATION_EVENTS = Object.keys(TRANSITIONS) as ConsultationEvent[];

/** The state after an event; null when the consultation is over, and nothing may follow. */
export function nextConsultationState(
  state: ConsultationState,
  event: ConsultationEvent,
): ConsultationState | null {
  const row: Partial<Record<ConsultationState, ConsultationState>> = TRANSITIONS[event];
  return row[state] ?? null;
}

export function isOpenConsultation(state: ConsultationState): boolean {
  return nextConsultationState(state, 'end') !== null;
}

/** The states in which a consultation is open. */
export const OPEN_STATES = CONSULTATION_STATES.filter(isOpenConsultation);
