import type { CaseState, PersonName } from './cases.js';
import type { BilingualText, CareUnitName, Instant, Sex } from './words.js';

/** What staff do for somebody who rings: find who it is, and open a case for them. */

/** POST /api/desk/callers: in the body, as an identity number has no place in an address. */
export interface FindCaller {
  /** Personal identity number, coordination number or national reserve number. */
  identityNumber: string;
}

/** A case of theirs that is not closed. */
export interface CallerOpenCase {
  id: string;
  /** Whom it is about. */
  patientId: string;
  startedAt: Instant;
  /** Where it is; null while it is in no queue, and for a protected identity unless it is at the reader's unit. */
  at: CareUnitName | null;
  /** Null for who may not see the case: of those no more is told than that there is one. */
  seen: { state: CaseState; reason: BilingualText | null } | null;
  /** How the reader may go on with it: at the desk, or with its questions; null: not at all. */
  goOn: 'desk' | 'questions' | null;
}

/** Somebody whom a case may be opened for. */
export interface CallerPerson {
  id: string;
  /** Null for a protected identity, and for the children of one. */
  name: PersonName | null;
  ageMonths: number;
  /** Not told of a protected identity, or of the children of one. */
  listing: CareUnitName | null;
}

export interface FoundCaller {
  /** As it is kept: twelve characters. */
  identityNumber: string;
  /** What the number says of somebody whom the register does not have; null where it does not say. */
  birthDate: string | null;
  sex: Sex | null;
  /** Null: not in the register. */
  person: CallerPerson | null;
  /** Those under 13 whose guardian the person is. */
  children: CallerPerson[];
  openCases: CallerOpenCase[];
}

/** POST /api/desk/caller-cases. The id is made by the client, so that a repeat opens nothing more. */
export interface OpenForCaller {
  id: string;
  /** Of who rings, or of whom it is about. */
  identityNumber: string;
  /** A child of theirs, whom it is about; null: it is about them. */
  childId: string | null;
  /** As spelt on the telephone; required where the register does not have them, else without meaning. */
  givenName: string | null;
  familyName: string | null;
  /** `YYYY-MM-DD`; required where neither the register nor the number says. */
  birthDate: string | null;
  /** What they say, as staff write it down. */
  words: string;
  /** To ring back. */
  callbackNumber: string | null;
  /** Ids of the open cases that were shown: when there is another one, nothing is opened. */
  known: string[];
}
