import type { TimelineKind } from '../../../contracts/index.js';

/** The headings of a note for the record, in the order and the words of Swedish records. */
export const HEADINGS = {
  reason: 'Kontaktorsak',
  history: 'Anamnes',
  flags: 'Varningstecken',
  denied: 'Förnekar',
  talk: 'Skrivet i samtalet',
  assessment: 'Bedömning',
  done: 'Åtgärd',
  plan: 'Planering',
  by: 'Handlagt av',
} as const;
export type NoteSection = keyof typeof HEADINGS;

/**
 * Under which heading the sentence of an entry stands. null: nothing of it belongs in a record, or it is told in
 * another way (words, answers, flags and messages, and where a case stood in its queue). Notes among staff stay among
 * staff: patients read their records.
 */
export const SECTION_OF = {
  started: null,
  'alarm-found': null,
  'alarm-answered': null,
  'reason-chosen': null,
  'reasons-offered': null,
  answer: null,
  'check-in-asked': null,
  'check-in-answered': 'assessment',
  'check-in-unanswered': 'assessment',
  'answers-dropped': null,
  result: 'assessment',
  identified: null,
  carried: null,
  'contact-wanted': 'assessment',
  'interpreter-asked': 'assessment',
  routed: null,
  claimed: null,
  'claim-undone': null,
  'handed-back': null,
  'hold-expired': null,
  'set-aside': null,
  'set-aside-over': null,
  'cut-off': 'done',
  moved: 'done',
  transferred: 'done',
  message: null,
  'images-added': null,
  'image-asked': 'done',
  note: null,
  'record-note-taken': null,
  'urgency-changed': 'assessment',
  'urgency-raised': 'assessment',
  'ticket-given': 'plan',
  booked: 'done',
  rebooked: 'done',
  'booking-cancelled': 'done',
  'advice-given': 'done',
  withdrawn: 'done',
  closed: 'done',
  reopened: 'done',
  rated: null,
  'waiting-again': null,
  'consultation-asked': 'assessment',
  'consultation-answered': 'assessment',
  'consultation-ended': null,
  'consultation-overdue': null,
  'taken-over': 'done',
  'handed-over': 'done',
  'participant-joined': 'done',
  'participant-left': null,
  referred: 'done',
  telephoned: 'done',
  'call-started': null,
  'call-answered': null,
  'call-declined': 'done',
  'call-missed': 'done',
  'call-joined': 'done',
  'call-left': null,
  'call-uninvited': null,
  'call-ended': 'done',
} as const satisfies { readonly [K in TimelineKind]: NoteSection | null };

/** Kinds of entries of which the note has a sentence. */
export type NotedKind = {
  [K in TimelineKind]: (typeof SECTION_OF)[K] extends null ? never : K;
}[TimelineKind];
