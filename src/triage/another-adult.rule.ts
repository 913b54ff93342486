import type { CareCase } from '../cases/case.entity.js';

/** How far from the truth relatives may be when they say how old somebody is. */
const YEARS_OFF = 10;

/**
 * Whether whoever names themselves the patient of a case about another adult may be that person: the one who wrote may
 * have signed in instead, and the answers would stand in the wrong person's record. Other cases may be anybody's.
 */
export function mayBeTheAdult(
  { about, patientAgeMonths }: Pick<CareCase, 'about' | 'patientAgeMonths'>,
  ageMonths: number,
): boolean {
  return about !== 'adult' || Math.abs(ageMonths - patientAgeMonths) <= YEARS_OFF * 12;
}
