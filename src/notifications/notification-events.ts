import type { NotificationEvent, TimelineEntry, TimelineKind } from '../contracts/index.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** What holds for an event, whatever brought it about. */
export interface EventRule {
  /** After this long it is of no use to be told. */
  staleAfterMs: number;
  /** Whoever has seen its entry in the case need not be told. */
  unlessSeen: boolean;
  /** One notice is enough until they have looked. */
  onceUntilSeen: boolean;
  /** spread: push and e-mail, else SMS · calling: what reaches somebody within seconds */
  ways: 'spread' | 'calling';
}

const happened: EventRule = {
  staleAfterMs: 48 * HOUR_MS,
  unlessSeen: true,
  onceUntilSeen: false,
  ways: 'spread',
};
/** The hour has come, whether or not they have seen that it would. */
const planned: EventRule = { ...happened, unlessSeen: false, staleAfterMs: 12 * HOUR_MS };

export const EVENT_RULES: Readonly<Record<NotificationEvent, EventRule>> = {
  answer: { ...happened, onceUntilSeen: true },
  call: { ...happened, staleAfterMs: MINUTE_MS, ways: 'calling' },
  'call-missed': { ...happened, onceUntilSeen: true },
  'unit-asks': happened,
  'booking-made': happened,
  'booking-moved': happened,
  'booking-cancelled': happened,
  'booking-reminder': planned,
  'ticket-ends': planned,
  'answer-late': planned,
  closed: happened,
  news: { ...happened, onceUntilSeen: true },
};

/** What an entry brings about. */
export interface KindRule<K extends TimelineKind = TimelineKind> {
  /** What the resident is told at once. */
  tells?: (entry: TimelineEntry<K>) => NotificationEvent | null;
  /** What they are told later, and when, unless something else happens before. */
  plans?: (entry: TimelineEntry<K>, facts: PlanFacts) => Plan | null;
  /** What no longer needs telling. */
  drops?: readonly NotificationEvent[];
  /** The booking that plans and drops of reminders are about; a case may have several. */
  booking?: (entry: TimelineEntry<K>) => string;
}

/** What is known of the case beside the entry. */
export interface PlanFacts {
  /** By when somebody should begin to help; null where nobody waits. */
  dueAt: Date | null;
  /** Left for later until then: nothing is late before, and it is planned anew once it is taken up. */
  setAsideUntil?: Date | null;
}

export interface Plan {
  event: NotificationEvent;
  at: Date;
  /** From then on it is of no use. */
  until: Date;
}

const byStaff =
  <K extends TimelineKind>(event: NotificationEvent) =>
  ({ actor }: TimelineEntry<K>): NotificationEvent | null =>
    actor.kind === 'staff' ? event : null;
const notByResident =
  <K extends TimelineKind>(event: NotificationEvent) =>
  ({ actor }: TimelineEntry<K>): NotificationEvent | null =>
    actor.kind === 'resident' ? null : event;

/** A day before, or half way there when it is nearer than two days. */
function before(at: Date, from: Date): Date {
  const left = at.getTime() - from.getTime();
  return new Date(at.getTime() - Math.min(24 * HOUR_MS, left / 2));
}

function remindOf(entry: { at: string; body: { startsAt: string } }): Plan {
  const startsAt = new Date(entry.body.startsAt);
  return { event: 'booking-reminder', at: before(startsAt, new Date(entry.at)), until: startsAt };
}

/** A little before the target runs out, so that it is said before it has been missed. */
function lateAnswer(entry: { at: string }, facts: PlanFacts): Plan | null {
  const at = new Date(entry.at);
  const { dueAt, setAsideUntil } = facts;
  if (!dueAt || dueAt <= at || setAsideUntil) return null;
  const ahead = Math.min(15 * MINUTE_MS, (dueAt.getTime() - at.getTime()) / 10);
  return {
    event: 'answer-late',
    at: new Date(dueAt.getTime() - ahead),
    until: new Date(dueAt.getTime() + 12 * HOUR_MS),
  };
}

const bookingOf = (entry: { body: { bookingId: string } }): string => entry.body.bookingId;

const waits = { plans: lateAnswer, drops: ['answer-late'] } as const;
const helped = { drops: ['answer-late'] } as const;

/** For each kind of entry what residents are told; null: nothing. A new kind does not compile until it is said. */
export const KIND_RULES: { readonly [K in TimelineKind]: KindRule<K> | null } = {
  started: null,
  'alarm-found': null,
  'alarm-answered': null,
  'reason-chosen': null,
  'reasons-offered': null,
  answer: null,
  'check-in-asked': { tells: () => 'unit-asks' },
  'check-in-answered': { drops: ['unit-asks'] },
  'check-in-unanswered': null,
  'cut-off': null,
  'answers-dropped': null,
  result: null,
  identified: null,
  carried: null,
  'contact-wanted': null,
  'interpreter-asked': null,
  routed: waits,
  claimed: helped,
  'claim-undone': waits,
  'handed-back': waits,
  'hold-expired': waits,
  'set-aside': null,
  'set-aside-over': waits,
  moved: waits,
  transferred: waits,
  message: {
    tells: byStaff('answer'),
  },
  'images-added': null,
  'image-asked': { tells: byStaff('unit-asks') },
  note: null,
  'record-note-taken': null,
  'urgency-changed': waits,
  'urgency-raised': waits,
  'ticket-given': {
    tells: byStaff('unit-asks'),
    plans: (entry) => {
      const until = new Date(entry.body.validUntil);
      return { event: 'ticket-ends', at: before(until, new Date(entry.at)), until };
    },
    drops: ['ticket-ends', 'answer-late'],
  },
  booked: {
    tells: byStaff('booking-made'),
    plans: remindOf,
    drops: ['ticket-ends', 'answer-late'],
    booking: bookingOf,
  },
  rebooked: {
    tells: notByResident('booking-moved'),
    plans: remindOf,
    drops: ['booking-reminder'],
    booking: bookingOf,
  },
  'booking-cancelled': {
    tells: notByResident('booking-cancelled'),
    drops: ['booking-reminder'],
    booking: bookingOf,
  },
  'advice-given': { tells: byStaff('answer') },
  withdrawn: { drops: ['answer-late', 'ticket-ends'] },
  closed: {
    // A visit that is over, and what the resident was shown and left, need no word.
    tells: ({ actor, body }) =>
      actor.kind === 'staff' || (actor.kind === 'system' && body.result === 'abandoned') ? 'closed' : null,
    drops: ['answer-late', 'ticket-ends'],
  },
  reopened: null,
  rated: null,
  'waiting-again': { tells: notByResident('news') },
  'consultation-asked': null,
  'consultation-answered': null,
  'consultation-ended': null,
  'consultation-overdue': null,
  'taken-over': helped,
  'handed-over': null,
  'participant-joined': null,
  'participant-left': null,
  referred: { tells: byStaff('answer') },
  telephoned: null,
  'call-started': { tells: () => 'call' },
  'call-answered': { drops: ['call'] },
  'call-declined': { drops: ['call'] },
  'call-missed': { tells: () => 'call-missed', drops: ['call'] },
  'call-joined': null,
  'call-left': null,
  'call-uninvited': null,
  'call-ended': { drops: ['call'] },
};

/** Kinds after which somebody may have to be told something, now or later. */
export const HEEDED_KINDS = (Object.keys(KIND_RULES) as TimelineKind[]).filter(
  (kind) => KIND_RULES[kind] !== null,
);

/** Kinds after which an event no longer needs telling. */
export function kindsThatDrop(event: NotificationEvent): TimelineKind[] {
  return HEEDED_KINDS.filter((kind) => KIND_RULES[kind]?.drops?.includes(event));
}

/** The rule of an entry; none for a kind that only another version of the program knows. */
export function ruleOf(entry: TimelineEntry): KindRule | null {
  return (KIND_RULES[entry.kind] as KindRule | null | undefined) ?? null;
}
