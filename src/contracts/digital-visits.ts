import { type CallMedia, TELEPHONE_OUTCOMES, type TelephoneOutcome } from './calls.js';
import type { CareUnitName, Competence, Instant } from './words.js';

/** Digital visits of one competence, held in one way. */
export interface VisitCount {
  competence: Competence;
  media: CallMedia;
  visits: number;
  /** That they took together. */
  minutes: number;
}

/** received: somebody rang, and a case was opened for them; else staff rang, and it went so. */
export type TelephoneContact = 'received' | TelephoneOutcome;
export const TELEPHONE_CONTACTS: readonly TelephoneContact[] = ['received', ...TELEPHONE_OUTCOMES];

/** Ordinary telephone calls by kind. They are no digital visits. */
export type TelephoneCount = Record<TelephoneContact, number>;

/** GET /api/desk/units/:unitId/digital-visits: the directive's effect goal E11 at one unit. */
export interface DigitalVisits {
  unit: CareUnitName;
  /** Oldest first, the present one last. `monday` is a local date, `YYYY-MM-DD`. */
  weeks: { monday: string; counts: VisitCount[]; telephone: TelephoneCount }[];
  /** The same as a file: a line for each week, competence and way, telephone calls among them. */
  csv: string;
  now: Instant;
}
