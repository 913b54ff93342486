import type { Eve, OpeningHours } from './opening-hours.js';
import type { BilingualText, CareUnitName, Competence, Instant } from './words.js';

/**
 * What a commission manages beside its role: its own unit, every unit of the region, or the questions of triage (a
 * clinical editor, who has no right over units).
 */
export const MANAGES = ['unit', 'region', 'flows'] as const;
export type Manages = (typeof MANAGES)[number];

/** PUT /api/staff/availability, PUT /api/desk/units/:unitId/staff/:commissionId/availability */
export interface SetAvailability {
  /** False: takes no new cases for now; what they hold stays theirs. */
  available: boolean;
}

/** PUT /api/desk/units/:unitId/hours */
export interface SaveHours {
  hours: OpeningHours;
  /** That of the hours that were changed: when somebody else saved in between, the save is refused. */
  revision: number;
}
/** POST /api/desk/units/:unitId/hours/preview, …/visits: what hours would mean, before they are saved. */
export interface PreviewHours {
  hours: OpeningHours;
}

/** How a unit that a case has to do with is reached; what is not known is left out. */
export interface UnitContact {
  unitId: string;
  phone: string | null;
  /** The opening of now or the next one, and the one after it; `closes` is null where it does not close. */
  openings: { opens: Instant; closes: Instant | null }[];
}

/** One day as residents meet it. */
export interface OpenDay {
  /** Local date `YYYY-MM-DD`. */
  date: string;
  holiday: BilingualText | null;
  eve: Eve | null;
  /** By their beginning; an opening that goes on past midnight stands at the day on which it begins. */
  openings: { opens: Instant; closes: Instant }[];
  /** Temporary closings that take something from the day. */
  closings: BilingualText[];
}

/** Something that a manager changed at a unit. */
export interface UnitChangeRow {
  at: Instant;
  by: string;
  what: UnitChangeKind;
  /** Whom it was about, when it was about a member of staff. */
  about: string | null;
  /** For availability: what it was set to. */
  available: boolean | null;
}
export const UNIT_CHANGES = ['opening-hours', 'availability'] as const;
export type UnitChangeKind = (typeof UNIT_CHANGES)[number];

/** GET, PUT /api/desk/units/:unitId/hours */
export interface UnitHours {
  unit: CareUnitName;
  hours: OpeningHours;
  revision: number;
  /** The next two weeks, from today. */
  days: OpenDay[];
  /** The latest, newest first. */
  changes: UnitChangeRow[];
}

/** GET /api/desk/units/:unitId/staff */
export interface UnitStaff {
  unit: CareUnitName;
  /** Each competence that the unit has or someone works in, in the order of the field's list. */
  duty: { competence: Competence; onDuty: number; available: number }[];
  /** All who could be on duty, by name. */
  staff: StaffDuty[];
  now: Instant;
}
export interface StaffDuty {
  commissionId: string;
  name: string;
  role: Competence;
  onDuty: boolean;
  available: boolean;
  lastSeenAt: Instant | null;
}
