import type { AnswerValue, QuestionKind, TriageView } from './triage.js';
import type {
  BilingualText,
  BookingKind,
  Competence,
  Instant,
  Language,
  Outcome,
  Sex,
  Urgency,
} from './words.js';

/** A condition as it is read aloud: one comparison, or several of which all, or at least one, must hold. */
export type ConditionWords =
  | { text: BilingualText }
  | { all: ConditionWords[] }
  | { any: ConditionWords[] }
  | { not: ConditionWords };

/** An answer that demands an urgency. */
export interface RedFlagWords {
  /** Which numbers; null where the answer is an option. */
  answer: BilingualText | null;
  urgency: Urgency;
  /** Only an emergency department (or 112) is enough. */
  department: boolean;
  /** A red flag only then; null when always. */
  if: ConditionWords | null;
}

export interface QuestionWords {
  id: string;
  /** From 1, in the order of asking; conditions name questions by it. */
  number: number;
  kind: QuestionKind;
  text: BilingualText;
  why: BilingualText | null;
  optional: boolean;
  /** Asked only then; null when everyone is asked. */
  when: ConditionWords | null;
  /** What may be answered, in order; for numbers and the like one line that says what they are. */
  answers: {
    text: BilingualText;
    redFlags: RedFlagWords[];
    offers: string[];
    /** What it means for the safety rules. */
    signs: string[];
  }[];
}

/** What somebody who waits is asked again. */
export interface CheckInWords {
  /** Since the waiting began. */
  afterMinutes: number;
  /** Numbered after those of triage and of earlier check-ins. */
  questions: QuestionWords[];
}

/** Where a path ends. */
export interface EndingWords {
  /** The rule's number, `otherwise`, or `red-flag` for one that no rule fits. */
  rule: string;
  /** Of a rule; null for `otherwise` and `red-flag`. */
  when: ConditionWords | null;
  outcome: Outcome;
  urgency: Urgency;
  competence: Competence;
  bookingKind: BookingKind | null;
  now: BilingualText;
  why: BilingualText;
  steps: BilingualText[];
  watchFor: BilingualText[];
}

/** A flow as a clinician reads it. */
export interface FlowInWords {
  id: string;
  version: number;
  hash: string;
  name: BilingualText;
  line: BilingualText;
  icd10se: string;
  /** For whom: age, sex, pregnancy. */
  patients: BilingualText;
  words: { sv: string[]; en: string[] };
  sources: string[];
  /** What its writer was unsure of. */
  doubts: BilingualText[];
  questions: QuestionWords[];
  /** The earliest first. */
  checkIns: CheckInWords[];
  /** How long a check-in may go unanswered before staff are told; at other urgencies they are not. */
  answerWithin: { urgency: Urgency; minutes: number }[];
  endings: EndingWords[];
}

/** What a solver showed of exactly this content, over all patients and all answers, with the present safety rules. */
export interface FlowProof {
  at: Instant;
  /** The most questions that any path asks. */
  longest: number;
  promises: { promise: BilingualText; holds: boolean; faults: string[] }[];
}

/** A rule of the region that holds in every flow, and the signs by which it reaches this one; none when it looks at facts alone. */
export interface SafetyRuleLine {
  rule: string;
  /** As the chief physician reads it, in English. */
  text: string;
  signs: string[];
}

/** The machine of a flow drawn. */
export interface FlowDrawing {
  /** In the language of Graphviz. */
  dot: string;
  /** The same: a line for each question, and one for the rules. */
  inWords: string[];
}

/** Whether a clinician has reviewed exactly this content. */
export interface FlowReviewState {
  /** `changed`: another content of the flow was reviewed, and this one has not been. */
  state: 'draft' | 'reviewed' | 'changed';
  /** Of the review that holds, or held for the other content. */
  by: string | null;
  at: Instant | null;
  /** The version that was reviewed; null for drafts. */
  version: number | null;
}

/** A number of cases; null when it is below the least that is shown, so that nobody is pointed out. */
export type ShownCount = number | null;

/** The least number of cases that is shown. */
export const LEAST_SHOWN = 20;

/** How often staff changed the urgency that a flow gave. */
export interface UrgencyFigures {
  /** Cases that staff have taken or judged. */
  cases: ShownCount;
  /** Towards 1. */
  raised: ShownCount;
  lowered: ShownCount;
  /** By how many steps in the mean; null when the count is not shown. */
  raisedBy: number | null;
  loweredBy: number | null;
}

export interface FlowLine {
  id: string;
  /** The folder of the flow; null for one that is no longer among the files. */
  chapter: string | null;
  name: BilingualText;
  line: BilingualText;
  version: number;
  hash: string;
  review: FlowReviewState;
  /** Whether residents get it now, from the server that was asked. */
  served: boolean;
  /** Over all its versions. */
  figures: UrgencyFigures;
}

/** GET /api/desk/flows */
export interface FlowList {
  flows: FlowLine[];
  /** Whether drafts are served here too. */
  draftsServed: boolean;
  /** How many days back the figures go. */
  figureDays: number;
}

/** A content of a flow that was ever loaded here. */
export interface FlowContentLine {
  hash: string;
  version: number;
  firstLoadedAt: Instant;
  /** The content of the present files. */
  current: boolean;
  served: boolean;
  review: FlowReviewState;
}

/** A recorded review. */
export interface FlowReviewRow {
  id: string;
  at: Instant;
  by: string;
  version: number;
  hash: string;
  comment: string | null;
  withdrawn: { at: Instant; by: string; comment: string | null } | null;
}

/** A described patient, and where they end. */
export interface FlowPatientRow {
  patient: string;
  ageMonths: number;
  sex: Sex | null;
  ordinary: boolean;
  asked: number;
  outcome: Outcome;
  urgency: Urgency;
  rule: string;
}

/** GET /api/desk/flows/:flowId */
export interface FlowPage {
  words: FlowInWords;
  chapter: string | null;
  /** The content that is shown. */
  shown: FlowContentLine;
  /** The newest first. */
  contents: FlowContentLine[];
  /** Of all its contents, the newest first. */
  reviews: FlowReviewRow[];
  draftsServed: boolean;
  /** Questions on the longest path; the median of the described patients, null without them. */
  longest: number;
  median: number | null;
  /** Null when this content was not proved yet. */
  proof: FlowProof | null;
  /** Those that reach this content. */
  safetyRules: SafetyRuleLine[];
  drawing: Record<Language, FlowDrawing>;
  /** Of the present files only. */
  patients: FlowPatientRow[];
  /** Of this version, and of each ending of it. */
  figures: UrgencyFigures;
  figuresByRule: (UrgencyFigures & { rule: string })[];
  figureDays: number;
}

/** POST /api/desk/flows/:flowId/try-out: nothing is stored; the answers so far are sent each time. */
export interface TryFlow {
  hash: string;
  ageMonths: number;
  sex: Sex | null;
  /** In any order; those whose question is not asked are left out of account. */
  answers: { questionId: string; value: AnswerValue }[];
}

/** Where the made-up patient is, with the rule or red flag that decided. */
export interface TriedFlow {
  view: TriageView;
}

/** POST /api/desk/flows/:flowId/reviews: "I have read and tried this content." */
export interface SignFlow {
  id: string;
  hash: string;
  comment: string | null;
}

/** POST /api/desk/flows/:flowId/reviews/:reviewId/withdrawal */
export interface WithdrawReview {
  id: string;
  comment: string;
}
