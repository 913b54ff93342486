import type { StandingAdvice } from './advice.js';
import type { BookingTicketView, BookingView } from './booking.js';
import type { CaseAction } from './case-actions.js';
import type { CaseColleagues, Referral } from './consultations.js';
import type { Aside } from './set-aside.js';
import type { SpokenLanguage } from './spoken-languages.js';
import type { AttachmentRef, ClosedBy, RoutingDecision, TimelineEntry } from './timeline.js';
import type {
  AdviceView,
  AlarmView,
  ContactReasonCard,
  QuestionView,
  RedFlagFound,
  ResidentTriage,
  TriageResult,
  TriageView,
} from './triage.js';
import type { UnitContact } from './units.js';
import type {
  About,
  BilingualText,
  CareUnitName,
  Competence,
  Instant,
  Language,
  Outcome,
  Sex,
  Urgency,
} from './words.js';

/**
 * describing: own words given, contact reason not picked · triage: in the questions · advised: an outcome that asks
 * nothing more of us (self-care, 112, emergency department) was shown · identifying: a name is needed to go on ·
 * to-book: holds a booking ticket · booked: has a time · waiting: in a queue · held: a staff member has it · closed.
 */
export const CASE_STATES = [
  'describing',
  'triage',
  'advised',
  'identifying',
  'to-book',
  'booked',
  'waiting',
  'held',
  'closed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

export interface PersonName {
  id: string;
  givenName: string;
  familyName: string;
}

export interface StaffName {
  commissionId: string;
  name: string;
  role: Competence;
  unit: string;
}

/** A check-in: the question that is open, and what the answers to the last one came to. */
export interface CheckInView {
  /** From 1. */
  number: number;
  question: QuestionView | null;
  /** What to do now, where the answers say that help is needed elsewhere. */
  advice: AdviceView | null;
}

/** What a resident sees of a case of theirs. */
export interface ResidentCase {
  id: string;
  state: CaseState;
  /** The reader wrote for a child and no longer may: they see their own words, as if it were closed, and nothing more. */
  rightEnded: boolean;
  startedAt: Instant;
  about: About;
  /** Null until someone has signed in, and to staff who have opened the case for a protected identity. */
  patient: PersonName | null;
  patientAgeMonths: number;
  language: Language;
  /** For which language they ask for an interpreter. */
  interpreter: SpokenLanguage | null;
  canAskInterpreter: boolean;
  words: string;
  images: AttachmentRef[];
  /** What was found dangerous in what they wrote: the most urgent that is not answered, else one that is; null for nothing. */
  alarm: AlarmView | null;
  /** What somebody who waits is asked again; null when nothing is. */
  checkIn: CheckInView | null;
  /** While `describing`: the best matching contact reasons, at most three, and the general one last. */
  reasons: { best: ContactReasonCard[]; none: ContactReasonCard } | null;
  /** What they were told to do, by whom and when: what stands now, and the rest. */
  advice: StandingAdvice | null;
  triage: ResidentTriage | null;
  /** Where the case waits or is handled, and why in a sentence. */
  place: { unit: CareUnitName; why: BilingualText; opensAt: Instant | null } | null;
  /**
   * While waiting: expected to be taken within these minutes from now, and when its unit closes if that may come first;
   * null when nobody can tell.
   */
  expectedWait: { fromMinutes: number; toMinutes: number; closesAt: Instant | null } | null;
  /** While waiting: the time by which we mean to answer; null also while it is left for later. */
  answerBy: Instant | null;
  /** While waiting: it is left until the resident answers what they were asked. */
  answerAwaited: boolean;
  holder: StaffName | null;
  /** Staff who are in the chat beside the holder. */
  participants: StaffName[];
  /** The last referral to an emergency department, to be shown there. */
  referral: Referral | null;
  /** Whether a message can be written now. */
  canWrite: boolean;
  canWithdraw: boolean;
  /** After closing: until when a new message reopens the case. */
  reopenUntil: Instant | null;
  ticket: BookingTicketView | null;
  /** The newest that is not cancelled, else the newest. */
  booking: BookingView | null;
  /** Those that are not cancelled, whoever booked them, the soonest first. */
  bookings: BookingView[];
  /** The units of `place`, `ticket` and `bookings`. */
  unitContacts: UnitContact[];
  closedAt: Instant | null;
  closedAs: ClosedBy | null;
  rating: { score: number; words: string | null } | null;
  /** Where the emergency department is, when the outcome is one, or the answers to a check-in led there. */
  emergencyDepartment: { name: string; address: string; phone: string | null; hours: BilingualText } | null;
  /** Highest number of the timeline, and highest that staff have seen. */
  lastNumber: number;
  seenByStaff: number;
  seenByResident: number;
}

/** A one-time code that takes a case without a name to another device. */
export interface DeviceCode {
  id: string;
  code: string;
  validUntil: Instant;
}

/** What became of a one-time code: open · used: the case has moved to another device · over: its time has run out. */
export interface DeviceCodeState {
  state: 'open' | 'used' | 'over';
}

/** A row of a list of a resident's own cases. */
export interface ResidentCaseRow {
  id: string;
  state: CaseState;
  /** As in `ResidentCase`. */
  rightEnded: boolean;
  startedAt: Instant;
  patientName: string | null;
  reason: BilingualText | null;
  words: string;
  unread: number;
  /** The advice that stands, in a sentence; null where there is none. */
  decided: BilingualText | null;
  closedAt: Instant | null;
  closedAs: ClosedBy | null;
  /** Booked times that are still ahead, whoever booked them, the soonest first. */
  bookings: BookingView[];
}

/** A row of the desk's queue; ordered by need by the server. */
export interface QueueRow {
  caseId: string;
  urgency: Urgency;
  reason: BilingualText;
  patient: { name: string; ageMonths: number; sex: Sex | null; protectedIdentity: boolean };
  /** A resident who writes for a child. */
  writtenByGuardian: boolean;
  /** Opened for somebody who rang: to be rung back. */
  byTelephone: boolean;
  interpreter: SpokenLanguage | null;
  state: 'waiting' | 'held';
  competence: Competence;
  waitingSince: Instant;
  /** When the target of its urgency runs out. */
  dueAt: Instant;
  origin: string;
  /** The unit that it was moved from last, and whether the router or a colleague moved it; null where it never was. */
  movedFrom: { unit: string; by: 'router' | 'staff' } | null;
  /** Left for later, or to be reminded of. */
  aside: Aside | null;
  holder: StaffName | null;
  /** Since when the holder is gone; null while they are at their desk. A colleague may take it over then. */
  holderGoneSince: Instant | null;
  unread: number;
  /** Staff have written since it began to wait: the target has been met or missed, and nothing counts down any more. */
  answered: boolean;
  redFlags: number;
  /**
   * What became known while it waits or is talked about, and what no member of staff has seen yet. alarm: something
   * dangerous in what was written · worse: an answer to a check-in raised it · unanswered: nobody answered one ·
   * cut-off: the telephone call was cut off amid the questions · time: that it was left for has come.
   */
  alert: { number: number; what: 'alarm' | 'worse' | 'unanswered' | 'cut-off' | 'time' } | null;
  /** No rule could place it: it lies here for someone to look at. */
  unplaced: boolean;
  reopened: boolean;
  /** The reader is in the chat beside the holder. */
  participating: boolean;
}

export type QueueScope = 'mine' | 'queue' | 'unit';

export interface QueueView {
  rows: QueueRow[];
  /** Cases of the reader, those that wait in their queue (not the ones that somebody has taken), and all of the unit. */
  counts: { mine: number; queue: number; unit: number };
  /** How many the reader holds, and how many one works with at a time. */
  holding: number;
  casesAtOnce: number;
  lastClosedAt: Instant | null;
  /** Cases that no rule could place and that wait at this unit: someone must look at them. */
  unplaced: number;
  now: Instant;
}

/** GET /api/desk/held: what the reader would leave behind by signing out now, the most urgent first. */
export interface HeldCases {
  cases: {
    caseId: string;
    urgency: Urgency;
    reason: BilingualText;
    /** Empty for a protected identity. */
    patientName: string;
    /** Who is on duty at the unit and could take it. */
    colleagues: StaffName[];
  }[];
}

/** What staff see of a case. */
export interface DeskCase extends CaseColleagues {
  id: string;
  state: CaseState;
  urgency: Urgency | null;
  competence: Competence | null;
  startedAt: Instant;
  waitingSince: Instant | null;
  dueAt: Instant | null;
  firstAnswerAt: Instant | null;
  closedAt: Instant | null;
  closedAs: ClosedBy | null;
  language: Language;
  /** For which language the resident asks for an interpreter. */
  interpreter: SpokenLanguage | null;
  patient: {
    id: string;
    givenName: string;
    familyName: string;
    identityNumber: string;
    identityKind: 'personnummer' | 'samordningsnummer' | 'reserve-number';
    ageMonths: number;
    sex: Sex | null;
    listing: CareUnitName | null;
    protectedIdentity: boolean;
  };
  /** Who writes, when that is not the patient. */
  guardian: PersonName | null;
  origin: string;
  /** Opened for somebody who rang; the words are theirs as staff wrote them down. */
  byTelephone: boolean;
  words: string;
  images: AttachmentRef[];
  reason: BilingualText | null;
  /** What was found dangerous in what the resident wrote, and what they said of each. */
  alarms: AlarmView[];
  redFlags: RedFlagFound[];
  /** As in `ResidentCase`. */
  advice: StandingAdvice | null;
  triage: TriageView | null;
  result: TriageResult | null;
  outcome: Outcome | null;
  placement: RoutingDecision | null;
  unit: CareUnitName | null;
  aside: Aside | null;
  holder: StaffName | null;
  /** Since when the holder is gone; null while they are at their desk. */
  holderGoneSince: Instant | null;
  /** Whether this reader may take it over from a holder who is gone. */
  canTakeFromGone: boolean;
  /** Whether this reader holds it. */
  mine: boolean;
  /** What this reader may do with it now. */
  may: CaseAction[];
  bookings: BookingView[];
  earlier: EarlierCase[];
  timeline: TimelineEntry[];
  lastNumber: number;
  seenByStaff: number;
  seenByResident: number;
}

export interface EarlierCase {
  id: string;
  startedAt: Instant;
  reason: BilingualText | null;
  state: CaseState;
  urgency: Urgency | null;
  closedAs: ClosedBy | null;
}
