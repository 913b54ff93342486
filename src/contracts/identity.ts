import type { PersonName } from './cases.js';
import type { Manages } from './units.js';
import type { BilingualText, CareUnitName, Competence, Instant, Language } from './words.js';

/** Residents sign in again at least this often. */
export const RESIDENT_SESSION_HOURS = 12;
/** Somebody who has not signed in can come back to their text within this time. */
export const VISITOR_SESSION_HOURS = 24;

/** The frame's own short-lived session; the token goes in `Authorization: Bearer`. */
export interface ResidentSession {
  token: string;
  /** Renew before this; afterwards it can be renewed until `renewableUntil`. */
  expiresAt: Instant;
  renewableUntil: Instant;
  person: SignedInResident | null;
}

export interface SignedInResident extends PersonName {
  language: Language;
  listing: CareUnitName | null;
  /** Whether it follows from their number; else it is asked for. */
  ageKnown: boolean;
  /** Under 13, for whom this resident may write. */
  children: (PersonName & { ageMonths: number })[];
}

export interface Commission {
  id: string;
  role: Competence;
  unit: CareUnitName;
  /** Null for those who only work there. */
  manages: Manages | null;
  /** False while paused: takes no new cases. */
  available: boolean;
}

export interface StaffSession {
  id: string;
  name: string;
  commissions: Commission[];
  /** Null until one is chosen; one role at one unit for the whole session. */
  commission: Commission | null;
  /** When it ends whatever is done: staff sign in again then. */
  endsAt: Instant;
  /** Goes in the header `x-csrf-token` with all that changes something. */
  csrfToken: string;
}

/** What the widget and the pages need before anyone has signed in. */
export interface RegionView {
  regionName: string;
  unit: CareUnitName | null;
  /** While its manager has closed the unit for a time; `opensAt` is null when it does not open within two months. */
  closing: { reason: BilingualText; opensAt: Instant | null } | null;
  /** Whether a case can be begun: not while none of the questions has been reviewed and drafts are not served. */
  takesCases: boolean;
  /** The telephone of `unit`. */
  unitPhone: string | null;
  hotlinePhone: string;
  emergencyDepartments: { name: string; address: string; phone: string | null }[];
  attachmentMaxBytes: number;
  demo: boolean;
  now: Instant;
}
