import type { BookingTicketView, BookingView } from './booking.js';
import type { CallBodies } from './calls.js';
import type { ColleagueBodies } from './consultations.js';
import type { RecordNoteWay } from './requests.js';
import type { SetAsideWhy } from './set-aside.js';
import type { SpokenLanguage } from './spoken-languages.js';
import type { AdviceView, AlarmAnswer, AlarmView, AnswerValue, TriageResult } from './triage.js';
import type { About, BilingualText, CareUnitName, Competence, Instant, Urgency } from './words.js';

/** Who did it. Residents see staff by name and role. */
export type TimelineActor =
  // Both are null while nobody has signed in.
  | { kind: 'resident'; name: string | null; personId: string | null }
  | { kind: 'staff'; name: string; role: Competence; unit: string; commissionId: string }
  | { kind: 'system' };

export interface AttachmentRef {
  id: string;
  width: number;
  height: number;
}

/** All that is shown of a booking, so that views need nothing but the timeline. */
export type BookingFacts = Omit<BookingView, 'id' | 'bookedBy' | 'cancelled'> & { bookingId: string };

/** Minutes a case is expected to wait: the mean, and the range that holds four of five. */
export interface WaitEstimate {
  meanMinutes: number;
  fromMinutes: number;
  toMinutes: number;
}

/** Why a case was placed where it is; kept whole so that it can be replayed. */
/** The reason code of a case whose caller is to be called back by the unit that they talked with. */
export const CUT_OFF = 'call-cut-off';

export interface RoutingDecision {
  rule: string;
  ruleVersion: number;
  /** The policy in force; missing in decisions from before there were policies. */
  policyVersion?: number;
  inputs: Record<string, unknown>;
  target: { unitId: string; unitName: string; competence: Competence };
  /** When the unit opens, where the case waits for that. */
  opensAt: Instant | null;
  /** From when it was placed, or from `opensAt`; null when nobody was on duty to tell by. */
  wait?: WaitEstimate | null;
  reason: { code: string; text: BilingualText };
  turnedDown: {
    unitId: string;
    unitName: string;
    competence: Competence;
    why: BilingualText;
    wait?: WaitEstimate | null;
  }[];
}

export const RESULT_CODES = [
  'advice-given',
  'booked',
  'referred',
  'prescription-renewed',
  'administrative-done',
  'no-answer',
  'other',
] as const;
/** Result codes that staff may close with. */
export type ResultCode = (typeof RESULT_CODES)[number];
/** How a case ended: by staff, or by the resident or by time. */
export type ClosedBy =
  | ResultCode
  | 'self-care'
  | 'emergency-call'
  | 'emergency-department'
  | 'withdrawn'
  | 'visit'
  | 'abandoned';

/** The way that a case took through a flow: which questions were asked and what decided, not what was answered. */
export interface TriagePath {
  flowId: string;
  flowVersion: number;
  flowHash: string;
  /** Ids of the questions, in their order. */
  asked: string[];
  /** The rule's number, `red-flag` or `otherwise`; null where nothing was decided. */
  rule: string | null;
}

export interface OfferedReason {
  flowId: string;
  reason: BilingualText;
}

/** What raised an urgency: an alarm in what was written, or the answers to a check-in. */
export type RaisedBy = { alarmId: string } | { checkIn: number };

/** What each kind of entry holds; what follows from the kind stands in `timeline-rules.ts`. */
export interface TimelineBodies extends CallBodies, ColleagueBodies {
  /**
   * `telephone`: opened by staff for somebody who rang; the words are theirs as staff wrote them down.
   * `named`: as whom staff wrote down a caller whom the register did not have; the name of a later sign-in takes its
   * place, but not here.
   */
  started: { words: string; about: About; origin: string; telephone?: true; named?: string };
  /**
   * One of what was found in the words it began with, or in the entry of that number; `written` is what it was found by, and `file` the
   * hash of the alarm phrases that found it.
   */
  'alarm-found': Omit<AlarmView, 'answer' | 'number' | 'entry'> & {
    entry?: number;
    written: string;
    file: string;
  };
  /** `number`: of the alarm that was answered; missing in entries from before alarms were found in messages. */
  'alarm-answered': { alarmId: string; answer: AlarmAnswer; number?: number };
  'reason-chosen': { flowId: string; flowVersion: number; reason: BilingualText };
  /** Contact reasons offered by what was answered, and the one that was picked; null for none of them. */
  'reasons-offered': { offered: OfferedReason[]; chosen: string | null };
  /** `checkIn`: which one asked it, from 1; missing for what triage asked. */
  answer: {
    questionId: string;
    question: BilingualText;
    value: AnswerValue;
    shown: BilingualText;
    checkIn?: number;
  };
  'check-in-asked': { checkIn: number; question: BilingualText };
  /** All is answered; `advice` is what the resident is told to do now, where that is to seek help elsewhere. */
  'check-in-answered': { checkIn: number; advice: AdviceView | null };
  /** Nobody has answered for so long. */
  'check-in-unanswered': { checkIn: number; minutes: number };
  'answers-dropped': { questionIds: string[] };
  result: TriageResult;
  identified: { patientName: string; by: 'self' | 'guardian' };
  /** Goes on at another device, by a one-time code. */
  carried: Record<string, never>;
  'contact-wanted': Record<string, never>;
  /** For which language the resident asks for an interpreter; null for none any more. */
  'interpreter-asked': { language: SpokenLanguage | null };
  routed: RoutingDecision;
  claimed: { claimId: string };
  /** Within a few seconds, as if it had never been claimed. */
  'claim-undone': { claimId: string };
  /** `why`: with nobody asking for it, as its holder signed out. */
  'handed-back': { reason: string | null; why?: 'signed-out' };
  'hold-expired': { minutes: number };
  /** Left for later by its holder. */
  'set-aside': { until: Instant; why: SetAsideWhy; note: string | null };
  /** Taken up again by its holder; by the system, when the time had come. */
  'set-aside-over': { why: SetAsideWhy; note: string | null };
  /** A telephone call fell silent amid the questions, so many minutes ago: somebody is to call back. */
  'cut-off': { minutes: number };
  /** The router moved a waiting case to another queue; the decision itself is `routed`. */
  moved: { from: CareUnitName; to: CareUnitName; why: BilingualText };
  /** Staff sent it to another queue. */
  transferred: { from: CareUnitName; to: CareUnitName; competence: Competence; note: string | null };
  message: { text: string; attachments: AttachmentRef[] };
  'images-added': { attachments: AttachmentRef[] };
  /** Staff would like to see an image; `tips` is what was said to help. */
  'image-asked': { tips: BilingualText[] };
  note: { text: string };
  /** Staff took a text out for the patient's record: all of it, as they had edited it. */
  'record-note-taken': { text: string; way: RecordNoteWay };
  /** `triage`: what had given the urgency; missing in entries from before it was written. */
  'urgency-changed': { from: Urgency; to: Urgency; reason: string | null; triage?: TriagePath };
  /** While it waits or is talked about, by what the resident wrote or answered. */
  'urgency-raised': { from: Urgency; to: Urgency; by: RaisedBy };
  'ticket-given': BookingTicketView;
  booked: BookingFacts;
  rebooked: BookingFacts & { from: Instant };
  'booking-cancelled': { bookingId: string; startsAt: Instant };
  'advice-given': { now: BilingualText; steps: BilingualText[]; watchFor: BilingualText[] };
  withdrawn: Record<string, never>;
  closed: { result: ClosedBy; note: string | null };
  reopened: Record<string, never>;
  rated: { score: number; words: string | null };
  'waiting-again': { reason: BilingualText };
}
export type TimelineKind = keyof TimelineBodies;

/** One numbered, unchangeable entry of a case. */
export type TimelineEntry<K extends TimelineKind = TimelineKind> = {
  [Kind in K]: {
    caseId: string;
    /** 1, 2, 3 … without gaps within the case; residents do not receive staff-only ones. */
    number: number;
    /** Made by whoever asked for it; the same id is stored once. */
    id: string;
    at: Instant;
    kind: Kind;
    actor: TimelineActor;
    staffOnly: boolean;
    body: TimelineBodies[Kind];
  };
}[K];
