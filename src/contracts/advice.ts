import type { Referral } from './consultations.js';
import type { BilingualText, Competence, Instant, Outcome } from './words.js';

/** Where an advice comes from: the questions, an alarm in what was written, the answers to a check-in, or a person. */
export type AdviceBy =
  | { kind: 'triage' | 'alarm' | 'check-in' }
  | { kind: 'staff'; name: string; role: Competence; unit: string };

/** What a patient was told to do, by whom and when. */
export interface CaseAdvice {
  by: AdviceBy;
  at: Instant;
  /** Null where it is none that a flow may name. */
  outcome: Outcome | null;
  now: BilingualText;
  why: BilingualText | null;
  steps: BilingualText[];
  watchFor: BilingualText[];
  /** staff: where they sent the patient. */
  referral: Referral | null;
}

/** The advice of a case: what is to be done now, and what was said beside it, the newest first. */
export interface StandingAdvice {
  /** Null where nothing stands but what staff have lowered the case from. */
  standing: CaseAdvice | null;
  others: CaseAdvice[];
}
