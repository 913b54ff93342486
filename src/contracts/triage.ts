import type { BilingualText, BookingKind, Competence, Outcome, Urgency } from './words.js';

export const QUESTION_KINDS = [
  'one',
  'several',
  'yes-no',
  'number',
  'scale',
  'date',
  'duration',
  'text',
  'image',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The largest amount of a duration, in its unit. */
export const MOST_AMOUNT = 999;

export const DURATION_UNITS = ['hours', 'days', 'weeks', 'months', 'years'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
export interface Duration {
  amount: number;
  unit: DurationUnit;
}

/**
 * one: option id · several: option ids · yes-no: 'yes' | 'no' · number, scale: number · date: 'YYYY-MM-DD' ·
 * duration: {amount, unit} · text: string · image: attachment ids · null: an optional question passed over.
 */
export type AnswerValue = string | string[] | number | Duration | null;

export interface QuestionOption {
  id: string;
  text: BilingualText;
  /** In `several`: chosen alone ("none of these"). */
  exclusive?: boolean;
  /** ATC code of the medicine, or group of medicines, that it names by its active substance. */
  atc?: string;
}

export interface QuestionView {
  id: string;
  kind: QuestionKind;
  text: BilingualText;
  /** Why we ask; shown folded. */
  why?: BilingualText;
  options?: QuestionOption[];
  /** number, scale */
  min?: number;
  max?: number;
  /** number: the smallest step, 1 unless said. */
  step?: number;
  unit?: BilingualText;
  /** scale: words at the two ends. */
  low?: BilingualText;
  high?: BilingualText;
  optional: boolean;
}

export interface AnsweredQuestion {
  question: QuestionView;
  value: AnswerValue;
}

export interface RedFlagFound {
  questionId: string;
  optionId?: string;
  /** The question and the answer that is the flag, for staff. */
  text: BilingualText;
  urgency: Urgency;
}

export interface TriageResult {
  outcome: Outcome;
  urgency: Urgency;
  /** What to do now, one sentence. */
  now: BilingualText;
  /** Why, one sentence. */
  why: BilingualText;
  /** Steps to follow: self-care, or what to do while waiting. */
  steps: BilingualText[];
  /** What to watch for, and what to do if it gets worse. */
  watchFor: BilingualText[];
  /** chat, booking: who should help; also for "I still want contact". */
  competence: Competence;
  /** booking */
  bookingKind?: BookingKind;
  redFlags: RedFlagFound[];
  /** Which rule of the flow decided: its number from 1, `red-flag` or `otherwise`. */
  rule: string;
  /** No clinician has reviewed the flow that says this. */
  draft?: true;
}

/** What residents are told of a result; which red flag or rule decided is for staff. */
export type AdviceView = Omit<TriageResult, 'redFlags' | 'rule'>;

/** Where a flow stands, as residents see it. */
export type ResidentTriage = Omit<TriageView, 'result'> & { result: AdviceView | null };

/** Where a resident is in a flow. Exactly one of `question` and `result` is set. */
export interface TriageView {
  flowId: string;
  flowVersion: number;
  reason: BilingualText;
  answered: AnsweredQuestion[];
  question: QuestionView | null;
  /** A true upper bound of questions left including this one, on the paths still possible. */
  aboutLeft: number;
  result: TriageResult | null;
  /**
   * Contact reasons that may fit better by what was answered; shown before the next question until one is picked or
   * they are turned down. Missing in what was stored before there were any.
   */
  offers?: ContactReasonCard[];
}

/** `go-on`: they have read what to do and go on · `not-meant`: "that is not what I meant". */
export const ALARM_ANSWERS = ['go-on', 'not-meant'] as const;
export type AlarmAnswer = (typeof ALARM_ANSWERS)[number];

/** Somebody else to call about an alarm. */
export interface AlarmHelp {
  phone: string;
  name: BilingualText;
}

/**
 * Something dangerous in what was written: in the words that a case began with it is shown before any contact reason, in
 * a message at once.
 */
export interface AlarmView {
  /** Of the entry that tells of it. */
  number: number;
  /** Of the entry that it was found in; null for the words that the case began with. */
  entry: number | null;
  /** Of `alarm-phrases.yaml`. */
  alarmId: string;
  /** 1: call 112 · 2: go on at once. */
  urgency: 1 | 2;
  /** What the words were taken to mean. */
  means: BilingualText;
  help: AlarmHelp[];
  /** Null until the resident has answered. */
  answer: AlarmAnswer | null;
}

export interface ContactReasonCard {
  flowId: string;
  name: BilingualText;
  /** One line of what it covers. */
  line: BilingualText;
}
