import type { SpokenLanguage } from './spoken-languages.js';
import type { ResultCode, WaitEstimate } from './timeline.js';
import type { AlarmAnswer, AnswerValue } from './triage.js';
import type {
  About,
  BilingualText,
  BookingKind,
  CareUnitName,
  Competence,
  Instant,
  Language,
  Sex,
  Urgency,
} from './words.js';

/** Bodies of the requests that change something. Ids are UUIDs made by the client, so that a repeat changes nothing. */

/** Of what judges a case: how far its timeline was shown to whoever judges. */
export interface SeenUpTo {
  /** The highest number that was shown. What judges the case is refused where something dangerous became known since. */
  upTo?: number | null;
}

/** POST /api/desk/cases/:caseId/withdrawal: refused where anything was done in the case after that number. */
export interface WithdrawForCaller {
  upTo: number;
}

/** POST /api/cases */
export interface StartCase {
  id: string;
  words: string;
  about: About;
  /** A signed-in guardian's child; else null. */
  patientId: string | null;
  /** Required while nobody has signed in, and for another adult. */
  patientAgeMonths: number | null;
  patientSex: Sex | null;
  language: Language;
  /** Slug of the unit on whose page it began; null on the region's page. */
  unit: string | null;
}
/** PUT /api/cases/:caseId/alarm */
export interface AnswerAlarm {
  answer: AlarmAnswer;
  /** Of the alarm that was shown; the one that is shown now where it is not said. */
  number?: number;
}
/** PUT /api/cases/:caseId/reason */
export interface ChooseReason {
  flowId: string;
}
/** PUT /api/cases/:caseId/offers: "none of these" */
export interface DeclineOffers {
  /** Ids of the contact reasons that were shown and turned down. */
  declined: string[];
}
/** PUT /api/cases/:caseId/answers/:questionId and PUT /api/cases/:caseId/check-in/:questionId */
export interface GiveAnswer {
  value: AnswerValue;
}
/** PUT /api/cases/:caseId/patient: whose case it is, once signed in. */
export interface NamePatient {
  patientId: string;
}
/** POST /api/cases/:caseId/booking and POST /api/desk/cases/:caseId/bookings */
export interface BookTime {
  id: string;
  timeId: string;
}
/** PUT /api/desk/cases/:caseId/bookings/:bookingId */
export interface RebookTime {
  timeId: string;
}
/** PUT /api/cases/:caseId/booking */
export interface RebookOwnTime extends RebookTime {
  /** The booking that is moved; not said: the newest. */
  bookingId?: string;
}
/** POST /api/cases/:caseId/reopening: "write again about the same matter" */
export interface ReopenCase {
  /** Id of the message. */
  id: string;
  text: string;
}
/** PUT /api/cases/:caseId/interpreter */
export interface AskInterpreter {
  /** `none`: none is needed any more. */
  language: SpokenLanguage | 'none';
}
/** PUT /api/cases/:caseId/rating */
export interface RateCase {
  score: number;
  words: string | null;
}
/** POST /api/resident-session/redeem */
export interface RedeemCode {
  code: string;
  verifier: string;
  /** The case at hand, which becomes that of whoever signs in; null when there is none. Not said: the one begun last. */
  caseId?: string | null;
}
/** POST /api/device-codes/redemption: the case goes on in the session that sends the code. */
export interface RedeemDeviceCode {
  /** As typed: small letters, spaces and letters that look like digits are read as meant. */
  code: string;
  /** Must be true of somebody signed in: the case then is theirs, everywhere and for good. */
  asPerson?: boolean;
}
/** PUT /api/staff/commission */
export interface ChooseCommission {
  commissionId: string;
}
/** POST /api/desk/cases/:caseId/claim */
export interface ClaimCase {
  id: string;
}
/** POST /api/desk/claims: "next case" */
export interface ClaimNext {
  id: string;
  /** Deliberately beyond the number of cases that one works with at a time. */
  beyond?: boolean;
}
/** POST /api/desk/cases/:caseId/claim-undoing: as if it had never been claimed, for a few seconds after it was. */
export interface UndoClaim {
  id: string;
  /** The claim that is undone. */
  claimId: string;
}
/** POST /api/desk/cases/:caseId/take-over: by a colleague, from a holder who is gone */
export interface TakeOverFromGone {
  id: string;
  /** Who held it when it was decided to take it. */
  from: string;
}
/** POST /api/desk/cases/:caseId/hand-over: to a colleague on duty at the unit who has the competence */
export interface HandOver {
  id: string;
  /** The colleague's commission. */
  to: string;
}
/** POST /api/desk/cases/:caseId/hand-back */
export interface HandBack {
  id: string;
  reason: string | null;
}
/** POST /api/desk/cases/:caseId/transfer */
export interface TransferCase {
  id: string;
  unitId: string;
  competence: Competence;
  /** For the colleagues who get it. */
  reason: string;
}
/** What became of a case that was sent on: the sender no longer sees it. */
export interface Transferred {
  to: CareUnitName;
  competence: Competence;
}
/** GET /api/desk/cases/:caseId/transfer-targets: a queue that the case may be sent to. */
export interface TransferTarget {
  unit: CareUnitName;
  competence: Competence;
  open: boolean;
  opensAt: Instant | null;
  /** From now; null while it is closed or nobody is on duty to tell by. */
  wait: WaitEstimate | null;
}
/** POST /api/desk/cases/:caseId/closing */
export interface CloseCase extends SeenUpTo {
  id: string;
  result: ResultCode;
  note: string | null;
}
/** PUT /api/desk/cases/:caseId/urgency; lowering needs a reason. */
export interface ChangeUrgency extends SeenUpTo {
  id: string;
  urgency: Urgency;
  reason: string | null;
}
/** POST /api/desk/cases/:caseId/notes */
export interface WriteNote {
  id: string;
  text: string;
}
/** How a note for the record leaves the desk. */
export const RECORD_NOTE_WAYS = ['copied', 'printed'] as const;
export type RecordNoteWay = (typeof RECORD_NOTE_WAYS)[number];

/** The longest note for the record, in characters. */
export const RECORD_NOTE_MAX = 15_000;

/** POST /api/desk/cases/:caseId/record-notes: the text that was taken out for the patient's record, as it was then. */
export interface TakeRecordNote {
  id: string;
  text: string;
  way: RecordNoteWay;
}
/** POST /api/desk/cases/:caseId/advice: give the self-care text again */
export interface GiveAdvice extends SeenUpTo {
  id: string;
}
/** POST /api/desk/cases/:caseId/image-requests: ask the resident for an image */
export interface AskForImage {
  id: string;
}
/** POST /api/desk/cases/:caseId/tickets */
export interface GiveTicket extends SeenUpTo {
  id: string;
  kind: BookingKind;
  unitId: string;
}
/** A unit at which staff may book, with the kinds it has times of. */
export interface BookableUnit extends CareUnitName {
  kinds: BookingKind[];
}
/** POST, PUT /api/desk/quick-replies(/:id) */
export interface QuickReplyBody {
  title: string;
  text: BilingualText;
}
export interface QuickReply extends QuickReplyBody {
  id: string;
}
