/**
 * The words of the field, as every room and the browser use them.
 * Lists are the source of truth; types follow from them.
 */

export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both languages of the user interface; Swedish is the original. */
export interface BilingualText {
  sv: string;
  en: string;
}

/** 1 life-threatening · 2 at once · 3 today · 4 within days · 5 can wait. Lower is more urgent. */
export const URGENCIES = [1, 2, 3, 4, 5] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Whom a case is about, seen from who writes: themselves, a child whose guardian they are, or another person from 13. */
export const ABOUT = ['me', 'child', 'adult'] as const;
export type About = (typeof ABOUT)[number];

export const OUTCOMES = ['emergency-call', 'emergency-department', 'chat', 'booking', 'self-care'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const COMPETENCES = [
  'nurse',
  'physician',
  'physiotherapist',
  'midwife',
  'psychologist',
  'child-nurse',
  'administrator',
] as const;
export type Competence = (typeof COMPETENCES)[number];

export const CARE_UNIT_KINDS = ['clinic', 'hotline', 'specialist-clinic', 'emergency-department'] as const;
export type CareUnitKind = (typeof CARE_UNIT_KINDS)[number];

/** What may be booked; a bookable time is of one kind and a booking ticket gives the right to one kind. */
export const BOOKING_KINDS = [
  'nurse-visit',
  'physician-same-day',
  'physician-visit',
  'physiotherapist-visit',
  'child-nurse-visit',
] as const;
export type BookingKind = (typeof BOOKING_KINDS)[number];

export const SEXES = ['female', 'male'] as const;
export type Sex = (typeof SEXES)[number];

/** A care unit as a person sees it named. */
export interface CareUnitName {
  id: string;
  slug: string;
  name: string;
  kind: CareUnitKind;
}

/**
 * An instant, ISO 8601 in UTC, e.g. `2026-11-24T18:20:00.000Z`.
 * @format date-time
 */
export type Instant = string;
