import { ageInMonths } from './age.js';
import { saysBirthDate } from './identity-number.js';
import type { Person } from './person.entity.js';

/**
 * Somebody whose month or day of birth is not known may be half a year older or younger than is supposed, and states whole
 * years, which leave out up to one more.
 */
const OFF_MONTHS = 18;

type Aged = Pick<Person, 'identityKind' | 'identityNumber' | 'birthDate'>;

/** Whether the age of a person follows from their number, and need not be asked for. */
export function isAgeKnown({ identityKind: kind, identityNumber: number }: Aged): boolean {
  return saysBirthDate({ kind, number });
}

/**
 * The age of a patient in months. Where the number does not say when they were born what was stated counts, if it can be
 * so; else what is supposed.
 */
export function patientAge(patient: Aged, stated: number | null, now: Date): number {
  const supposed = ageInMonths(patient.birthDate, now);
  if (stated === null || isAgeKnown(patient)) return supposed;
  return Math.abs(stated - supposed) <= OFF_MONTHS ? stated : supposed;
}
