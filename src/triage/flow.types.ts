import type { OUTCOME_RULES } from '../contracts/outcomes.js';
import type { RegionChoice, RegionChoices } from '../contracts/region-choices.js';
import type { AnswerValue, QuestionKind, QuestionView } from '../contracts/triage.js';
import type { BilingualText, BookingKind, Competence, Outcome, Sex, Urgency } from '../contracts/words.js';
import type { CareLevel } from './care-level.js';

/** What a flow may ask about the patient; null means not known. */
export interface PatientFacts {
  ageMonths: number;
  sex: Sex | null;
  pregnant: boolean | null;
  /** What the region has chosen; what is left out is as by default. */
  choices?: RegionChoices;
}

/** By question id. Only questions that were asked; null for an optional question that was skipped. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** Both ends included; null means open. Durations are in hours. */
export interface Range {
  from: number | null;
  to: number | null;
}

export type FactName = 'age' | 'age-months' | 'sex' | 'pregnant';
export const FACT_NAMES: readonly FactName[] = ['age', 'age-months', 'sex', 'pregnant'];

export type Condition =
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition }
  /** one, several, yes-no: any of these options is chosen. */
  | { kind: 'option'; question: string; anyOf: string[] }
  /** number, scale, duration */
  | { kind: 'range'; question: string; range: Range }
  | { kind: 'age'; unit: 'years' | 'months'; range: Range }
  | { kind: 'sex'; is: Sex }
  | { kind: 'pregnant'; is: boolean }
  /** A choice of the region is one of these. */
  | ChoiceCondition;

export interface ChoiceCondition {
  kind: 'choice';
  name: RegionChoice;
  anyOf: string[];
}

/** What a condition's key begins with where it looks at a choice of the region: `region-swollen-leg`. */
export const REGION_KEY = 'region-';

export type FlagUrgency = 1 | 2 | 3 | 4;
export const FLAG_URGENCIES: readonly FlagUrgency[] = [1, 2, 3, 4];

/** An answer that requires at least this urgency. */
export interface RedFlag {
  urgency: FlagUrgency;
  /** Urgency 2 that only an emergency department (or 112) is enough for. */
  department: boolean;
  /** The option (`yes` and `no` of a yes-no), or the numbers (durations in hours). */
  answer: { option: string } | { range: Range };
  /** A red flag only if this holds. */
  if: Condition | null;
}

export interface Question {
  id: string;
  kind: QuestionKind;
  /** What the browser gets; never says which answers are red flags. */
  view: QuestionView;
  when: Condition | null;
  fact: 'sex' | 'pregnant' | null;
  redFlags: RedFlag[];
  /** Facts and signs that an answer states, as the safety rules name them. */
  signs: Sign[];
  /** Options that say "do not know". */
  unsure: string[];
  /** Which answers are worse than which; null when not stated. */
  worse: Worse | null;
  /** Options of `several` that make the matter milder. */
  calming: string[];
  /** Options after which other flows are offered, in the order of the file. */
  offers: Offer[];
}

/** An option that says what the matter is about, and the flows that may fit it better. */
export interface Offer {
  option: string;
  flowIds: string[];
}

/** What an answer means for the safety rules: `fever` or `cannot-speak-a-sentence`. */
export interface Sign {
  id: string;
  answer: RedFlag['answer'];
}

/** `more` of a number, scale or duration is worse, or `less` is; or the options of a `one` from the mildest to the worst. */
export type Worse = 'more' | 'less' | string[];

export interface RuleOutcome {
  outcome: Outcome;
  urgency: Urgency;
  competence: Competence;
  bookingKind?: BookingKind;
  /** Key of `Flow.texts`. */
  text: string;
  /** Replaces the `why` of the text. */
  why?: BilingualText;
}

export interface Rule {
  /** From 1, as in the file. */
  number: number;
  when: Condition;
  outcome: RuleOutcome;
}

export interface Advice {
  now: BilingualText;
  why: BilingualText;
  steps: BilingualText[];
  watchFor: BilingualText[];
}

export interface Fits {
  years: Range | null;
  months: Range | null;
  sex: Sex | null;
  pregnant: boolean | null;
}

/** Questions that are asked of somebody who has waited so long; their answers can only raise. */
export interface CheckIn {
  afterMinutes: number;
  questions: Question[];
}

/** A flow, read and checked. */
export interface Flow {
  id: string;
  version: number;
  /** sha256 over `document`; a case stays on the content it began with. */
  hash: string;
  /** `draft`, or `reviewed by NAME on DATE`. */
  review: string;
  name: BilingualText;
  line: BilingualText;
  icd10se: string;
  /** The competence that answers when a red flag leads to a chat and no rule names one. */
  competence: Competence;
  fits: Fits;
  words: { sv: string[]; en: string[] };
  questions: Question[];
  /** What those who wait are asked, the earliest first. */
  checkIns: CheckIn[];
  rules: Rule[];
  otherwise: RuleOutcome;
  texts: Readonly<Record<string, Advice>>;
  /** The file with `use` resolved, plain JSON: store this, and read it back with `recallFlow`. */
  document: FlowDocument;
}

/** The one flow for everything that fits no other. */
export const GENERAL_FLOW_ID = 'general';
/** The most questions that a path through a flow may have. */
export const MOST_QUESTIONS = 14;

// --- the file, as flow.schema.json describes it ---

export type ConditionDocument = {
  [key: string]: ConditionDocument | ConditionDocument[] | string | number | string[];
};
export const EMERGENCY_DEPARTMENT = 'emergency-department';
/** An urgency, or `emergency-department`: urgency 2 that is treated there. */
export type FlagLevel = FlagUrgency | typeof EMERGENCY_DEPARTMENT;
/** The most urgent first. */
export const FLAG_LEVELS: readonly FlagLevel[] = [1, EMERGENCY_DEPARTMENT, 2, 3, 4];
export type OneFlagDocument = FlagLevel | { urgency: FlagLevel; if: ConditionDocument };
export type RedFlagDocument = OneFlagDocument | OneFlagDocument[];
export type SignDocument = string | string[];

export interface OptionDocument extends BilingualText {
  id: string;
  exclusive?: true;
  unsure?: true;
  calming?: true;
  sign?: SignDocument;
  /** ATC code of the medicine that the option names. */
  atc?: string;
  /** Ids of flows that may fit better; offered as cards once this is chosen. */
  offers?: string[];
  'red-flag'?: RedFlagDocument;
}

export type QuestionDocument = { [kind in QuestionKind]?: BilingualText } & {
  id: string;
  why?: BilingualText;
  optional?: true;
  when?: ConditionDocument;
  fact?: 'sex' | 'pregnant';
  options?: OptionDocument[];
  unit?: BilingualText;
  min?: number;
  max?: number;
  step?: number;
  low?: BilingualText;
  high?: BilingualText;
  worse?: 'more' | 'less' | string[];
  'red-flag'?:
    | { yes?: RedFlagDocument; no?: RedFlagDocument }
    | { when: string | number; urgency: FlagLevel; if?: ConditionDocument }[];
  sign?: { yes?: SignDocument; no?: SignDocument } | { when: string | number; sign: SignDocument }[];
};

export type OutcomeDocument = {
  [O in Outcome]?: (typeof OUTCOME_RULES)[O]['names'] extends 'text' ? string : Competence;
} & {
  urgency?: Urgency;
  kind?: BookingKind;
  advice?: string;
  contact?: Competence;
  why?: BilingualText;
};

export interface RuleDocument {
  when?: ConditionDocument;
  outcome?: OutcomeDocument;
  otherwise?: OutcomeDocument;
}

export interface AdviceDocument {
  now: BilingualText;
  why: BilingualText;
  steps: BilingualText[];
  'watch-for': BilingualText[];
}

export interface CheckInDocument {
  /** `30 minutes` or `2 hours` */
  after: string;
  questions: QuestionDocument[];
}

/** Who took it on themselves that a version is calmer than the one before, for whom, and why. */
export interface ApprovedCalmer {
  version: number;
  from: CareLevel;
  to: CareLevel;
  by: string;
  why: string;
}

/** A flow file with every `use` resolved. */
export interface FlowDocument {
  id: string;
  version: number;
  review: string;
  competence?: Competence;
  sources?: string[];
  /** In both languages; what was stored earlier has some in English only. */
  doubts?: (BilingualText | string)[];
  'approved-calmer'?: ApprovedCalmer[];
  reason: BilingualText & { line: BilingualText; codes: { icd10se: string } };
  for: { age?: string | number; 'age-months'?: string | number; sex?: Sex; pregnant?: 'yes' | 'no' };
  words: { sv: string[]; en: string[] };
  questions: QuestionDocument[];
  'check-ins'?: CheckInDocument[];
  rules: RuleDocument[];
  texts: Record<string, AdviceDocument>;
}

/** A fault in a flow: where in the document, and what would be right. */
export interface Finding {
  path: (string | number)[];
  message: string;
}
