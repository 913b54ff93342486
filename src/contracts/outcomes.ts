import type { ClosedBy } from './timeline.js';
import type { Outcome, Urgency } from './words.js';

/** What a flow may write beside the name of an outcome. */
export type OutcomeField = 'urgency' | 'advice' | 'kind' | 'contact' | 'why';

/** What holds for one way in which triage may end. */
export interface OutcomeRule {
  /**
   * advised: the resident is told what to do, and nothing more is asked of us · queue: a place in a queue · booking: the
   * right to book a time, and a place in a queue where none is free.
   */
  follows: 'advised' | 'queue' | 'booking';
  /** Those that it may have, the most urgent first; where there is only one a flow need not say it. */
  urgencies: readonly [Urgency, ...Urgency[]];
  /** What a flow writes behind its name: a text, or who should help; the text stands in `advice` then. */
  names: 'text' | 'competence';
  /** What a flow must say beside that, and what it may. */
  needs: readonly OutcomeField[];
  may: readonly OutcomeField[];
  /** Help outside the house at once. Nothing that turns out later takes it back. */
  isEmergency: boolean;
  /** Whoever still wants contact is let on. */
  contactOnWish: boolean;
  /** How a resident is shown it. */
  view: 'emergency-call' | 'emergency-department' | 'advice' | 'chat' | 'booking';
  /** How the case ends when nothing more comes; null where it is not over by that. */
  closedAs: ClosedBy | null;
}

/** Everything that depends on the outcome alone. */
export const OUTCOME_RULES = {
  'emergency-call': {
    follows: 'advised',
    urgencies: [1],
    names: 'text',
    needs: [],
    may: ['why'],
    isEmergency: true,
    contactOnWish: false,
    view: 'emergency-call',
    closedAs: 'emergency-call',
  },
  'emergency-department': {
    follows: 'advised',
    urgencies: [2],
    names: 'text',
    needs: [],
    may: ['why', 'contact'],
    isEmergency: true,
    contactOnWish: false,
    view: 'emergency-department',
    closedAs: 'emergency-department',
  },
  chat: {
    follows: 'queue',
    urgencies: [2, 3, 4, 5],
    names: 'competence',
    needs: ['urgency', 'advice'],
    may: ['why'],
    isEmergency: false,
    contactOnWish: false,
    view: 'chat',
    closedAs: null,
  },
  booking: {
    follows: 'booking',
    urgencies: [3, 4, 5],
    names: 'competence',
    needs: ['kind', 'urgency', 'advice'],
    may: ['why'],
    isEmergency: false,
    contactOnWish: false,
    view: 'booking',
    closedAs: null,
  },
  'self-care': {
    follows: 'advised',
    urgencies: [5],
    names: 'text',
    needs: [],
    may: ['urgency', 'contact', 'why'],
    isEmergency: false,
    contactOnWish: true,
    view: 'advice',
    closedAs: 'self-care',
  },
} as const satisfies Record<Outcome, OutcomeRule>;
