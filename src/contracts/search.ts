import type { CaseState } from './cases.js';
import type { ClosedBy } from './timeline.js';
import type { BilingualText, CareUnitName, Instant, Sex, Urgency } from './words.js';

/** What staff may write to search for: at least so many characters, and at most so many. */
export const SEARCH_TEXT = { least: 3, most: 100 } as const;
/** How many cases a search shows. */
export const MOST_FOUND = 30;

const EVERY_ENDING = {
  'advice-given': true,
  booked: true,
  referred: true,
  'prescription-renewed': true,
  'administrative-done': true,
  'no-answer': true,
  other: true,
  'self-care': true,
  'emergency-call': true,
  'emergency-department': true,
  withdrawn: true,
  visit: true,
  abandoned: true,
} as const satisfies Record<ClosedBy, true>;
/** All ways in which a case ends; one that is forgotten does not compile. */
export const CLOSED_BY = Object.keys(EVERY_ENDING) as ClosedBy[];

/** POST /api/desk/searches: in the body, as names and identity numbers have no place in an address. */
export interface SearchCases {
  /** A name, an identity number, the beginning of a case's id, or words of the reason or of the description. */
  text: string;
}

/** POST /api/desk/closed-cases: those of the reader's unit, the last closed first. What is null does not narrow. */
export interface ListClosed {
  /** First and last day in Sweden on which it was closed, `YYYY-MM-DD`. */
  from: string | null;
  to: string | null;
  /** Words of the contact reason. */
  reason: string | null;
  closedAs: ClosedBy | null;
}

/** A case that a search shows; each is written to the access log. */
export interface FoundCase {
  caseId: string;
  state: CaseState;
  urgency: Urgency | null;
  reason: BilingualText | null;
  /** The name is empty for a protected identity. */
  patient: { name: string; ageMonths: number; sex: Sex | null; protectedIdentity: boolean };
  unit: CareUnitName | null;
  startedAt: Instant;
  closedAt: Instant | null;
  closedAs: ClosedBy | null;
}

export interface FoundCases {
  /** The newest first. */
  cases: FoundCase[];
  /** There are, or may be, others: what was asked for must be narrower. */
  more: boolean;
}
