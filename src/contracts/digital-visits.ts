import type { CallMedia, TelephoneOutcome } from './calls.js';
import type { CareUnitName, Competence, Instant } from './words.js';

/** Digital visits of one competence, held in one way. */
export interface VisitCount {
  competence: Competence;
  media: CallMedia;
  visits: number;
  /** That they took together. */
  minutes: number;
}

/** Ordinary telephone calls by how they went. They are no digital visits. */
export type TelephoneCount = Record<TelephoneOutcome, number>;

/** GET /api/desk/units/:unitId/digital-visits: the directive's effect goal E11 at one unit. */
export interface DigitalVisits {
  unit: CareUnitName;
  /** Oldest first, the present one last. `monday` is a local date, `YYYY-MM-DD`. */
  weeks: { monday: string; counts: VisitCount[]; telephone: TelephoneCount }[];
  /** The same as a file: a line for each week, competence and way. */
  csv: string;
  now: Instant;
}
