import type { TimelineActor, TimelineBodies, TimelineEntry, TimelineKind } from './timeline.js';

/**
 * Which fields of a value go out: `true` for a plain value, the named fields of an object or of each object in a list.
 * What is not named does not go out.
 */
export type Outgoing<T> = T extends null | undefined
  ? never
  : T extends readonly (infer Each)[]
    ? Outgoing<Each>
    : T extends object
      ? { readonly [Field in keyof T]?: Outgoing<T[Field]> }
      : true;

/** A value with no more than the fields that go out. */
export type Received<T, Fields> = T extends readonly (infer Each)[]
  ? Received<Each, Fields>[]
  : T extends object
    ? {
        [Field in keyof T as Field extends keyof Fields ? Field : never]: Received<
          T[Field],
          Fields[Field & keyof Fields]
        >;
      }
    : T;

/** What holds for one kind of entry. */
export interface TimelineRule<K extends TimelineKind> {
  /** What residents receive of its body; null: it is for staff only. */
  residents: Outgoing<TimelineBodies[K]> | null;
  /**
   * What changes with it, to be looked at anew. nothing: the entry says it all · case: what is shown of the case, or who
   * may see it · queues: also who waits or who is free, so that the router looks again.
   */
  changes: 'nothing' | 'case' | 'queues';
}

const text = { sv: true, en: true } as const;
const unit = { id: true, slug: true, name: true, kind: true } as const;
const attachments = { id: true, width: true, height: true } as const;
const staff = { name: true, role: true, unit: true } as const;
const callPerson = { side: true, name: true, role: true, unit: true, guest: true } as const;
const booking = {
  bookingId: true,
  timeId: true,
  unit,
  address: true,
  kind: true,
  performerName: true,
  startsAt: true,
  endsAt: true,
} as const;
const callAnswer = { callId: true, media: true, waitedMs: true } as const;

/** Of who did it, residents receive this. */
export const ACTOR_FOR_RESIDENTS = { kind: true, ...staff } as const satisfies Outgoing<TimelineActor>;

/** Everything that depends on the kind of an entry alone. */
export const TIMELINE_RULES = {
  started: { residents: { words: true, about: true, origin: true, telephone: true }, changes: 'case' },
  'alarm-found': {
    residents: { alarmId: true, urgency: true, means: text, help: { phone: true, name: text }, entry: true },
    changes: 'case',
  },
  'alarm-answered': { residents: { alarmId: true, answer: true, number: true }, changes: 'case' },
  'reason-chosen': { residents: { flowId: true, flowVersion: true, reason: text }, changes: 'case' },
  'reasons-offered': {
    residents: { offered: { flowId: true, reason: text }, chosen: true },
    changes: 'case',
  },
  answer: {
    residents: {
      questionId: true,
      question: text,
      value: { amount: true, unit: true },
      shown: text,
      checkIn: true,
    },
    changes: 'case',
  },
  'check-in-asked': { residents: { checkIn: true, question: text }, changes: 'case' },
  'check-in-answered': {
    residents: {
      checkIn: true,
      advice: {
        outcome: true,
        urgency: true,
        now: text,
        why: text,
        steps: text,
        watchFor: text,
        competence: true,
        bookingKind: true,
      },
    },
    changes: 'case',
  },
  'check-in-unanswered': { residents: null, changes: 'queues' },
  'answers-dropped': { residents: { questionIds: true }, changes: 'case' },
  result: {
    residents: {
      outcome: true,
      urgency: true,
      now: text,
      why: text,
      steps: text,
      watchFor: text,
      competence: true,
      bookingKind: true,
    },
    changes: 'case',
  },
  identified: { residents: { patientName: true, by: true }, changes: 'case' },
  carried: { residents: {}, changes: 'case' },
  'contact-wanted': { residents: {}, changes: 'case' },
  'interpreter-asked': { residents: { language: true }, changes: 'queues' },
  routed: { residents: null, changes: 'queues' },
  claimed: { residents: { claimId: true }, changes: 'queues' },
  // Residents' pages take the claim away with it.
  'claim-undone': { residents: { claimId: true }, changes: 'queues' },
  'handed-back': { residents: {}, changes: 'queues' },
  'hold-expired': { residents: null, changes: 'queues' },
  'set-aside': { residents: null, changes: 'queues' },
  'set-aside-over': { residents: null, changes: 'queues' },
  'cut-off': { residents: {}, changes: 'queues' },
  // The router's own move: it knows.
  moved: { residents: { from: unit, to: unit, why: text }, changes: 'case' },
  transferred: { residents: { from: unit, to: unit, competence: true }, changes: 'queues' },
  message: { residents: { text: true, attachments }, changes: 'nothing' },
  'images-added': { residents: { attachments }, changes: 'case' },
  'image-asked': { residents: { tips: text }, changes: 'nothing' },
  note: { residents: null, changes: 'nothing' },
  'record-note-taken': { residents: null, changes: 'nothing' },
  'urgency-changed': { residents: null, changes: 'queues' },
  'urgency-raised': { residents: null, changes: 'queues' },
  'ticket-given': { residents: { kind: true, unit, validUntil: true }, changes: 'case' },
  booked: { residents: booking, changes: 'case' },
  rebooked: { residents: { ...booking, from: true }, changes: 'case' },
  'booking-cancelled': { residents: { bookingId: true, startsAt: true }, changes: 'case' },
  'advice-given': { residents: { now: text, steps: text, watchFor: text }, changes: 'case' },
  withdrawn: { residents: {}, changes: 'queues' },
  closed: { residents: { result: true }, changes: 'queues' },
  reopened: { residents: {}, changes: 'queues' },
  rated: { residents: null, changes: 'case' },
  'waiting-again': { residents: { reason: text }, changes: 'case' },
  'consultation-asked': { residents: null, changes: 'case' },
  'consultation-answered': { residents: null, changes: 'case' },
  'consultation-ended': { residents: null, changes: 'case' },
  'consultation-overdue': { residents: null, changes: 'case' },
  'taken-over': { residents: { from: staff, to: staff }, changes: 'queues' },
  'handed-over': { residents: { from: staff, to: staff }, changes: 'queues' },
  'participant-joined': { residents: { who: staff }, changes: 'case' },
  'participant-left': { residents: { who: staff }, changes: 'case' },
  referred: { residents: { unit, address: true, phone: true, text: true }, changes: 'case' },
  telephoned: { residents: null, changes: 'nothing' },
  'call-started': { residents: { callId: true, media: true }, changes: 'nothing' },
  'call-answered': { residents: callAnswer, changes: 'nothing' },
  'call-declined': { residents: callAnswer, changes: 'nothing' },
  'call-missed': { residents: callAnswer, changes: 'nothing' },
  'call-joined': { residents: { callId: true, who: callPerson }, changes: 'nothing' },
  'call-left': { residents: { callId: true, who: callPerson, durationMs: true }, changes: 'nothing' },
  'call-uninvited': { residents: { callId: true, name: true, guest: true }, changes: 'nothing' },
  'call-ended': {
    residents: { callId: true, media: true, answered: true, durationMs: true, why: true },
    changes: 'nothing',
  },
} as const satisfies { [K in TimelineKind]: TimelineRule<K> };

type Rules = typeof TIMELINE_RULES;

export const TIMELINE_KINDS = Object.keys(TIMELINE_RULES) as TimelineKind[];

/** Kinds that residents receive something of. */
export type ResidentKind = {
  [K in TimelineKind]: Rules[K]['residents'] extends null ? never : K;
}[TimelineKind];

export const RESIDENT_KINDS = TIMELINE_KINDS.filter(
  (kind): kind is ResidentKind => TIMELINE_RULES[kind].residents !== null,
);

/** An entry as it comes to residents: a resident's browser knows of no other fields. */
export type ResidentEntry<K extends ResidentKind = ResidentKind> = {
  [Kind in K]: Omit<TimelineEntry<Kind>, 'actor' | 'body'> & {
    actor: Received<TimelineActor, typeof ACTOR_FOR_RESIDENTS>;
    body: Received<TimelineBodies[Kind], Rules[Kind]['residents']>;
  };
}[K];

/** Whether residents receive entries of a kind. A kind that only another version of the program knows is for staff. */
export function isForResidents(entry: TimelineEntry): entry is TimelineEntry<ResidentKind> {
  return (ruleOf(entry.kind)?.residents ?? null) !== null;
}

/** Whether what is shown of a case, or who may see it, may be another after an entry of this kind. */
export function changesCase(kind: TimelineKind): boolean {
  return ruleOf(kind)?.changes !== 'nothing';
}

/** Whether who waits or who is free may be another after an entry of this kind. */
export function changesQueues(kind: TimelineKind): boolean {
  return (ruleOf(kind)?.changes ?? 'queues') === 'queues';
}

/** While versions of the program run beside each other, an entry may be of a kind that this one does not know. */
function ruleOf(kind: TimelineKind): Pick<Rules[TimelineKind], 'residents' | 'changes'> | undefined {
  return TIMELINE_RULES[kind];
}
