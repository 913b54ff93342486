import type { About, SignedInResident } from '../../../contracts/index.js';
import { plainDigits } from '../../../contracts/plain-digits.js';

/** What is typed in the age fields, and the age in whole months that it says. */
export interface AgeTyped {
  years: string;
  months: string;
}

export type AgeRead = { ok: true; months: number } | { ok: false; field: 'years' | 'months' };

const OLDEST = 120;

/** From this age people write for themselves, and others can only be advised on what to do. */
const OWN_AGE = 13;

/** Whether months are asked for: only under two, where they matter. */
export function asksMonths(about: About, typed: AgeTyped): boolean {
  const years = plainDigits(typed.years).trim();
  return about === 'child' && (years === '0' || years === '1');
}

/** Years alone, or years and months under two. */
export function readAge(about: About, typed: AgeTyped): AgeRead {
  const years = whole(typed.years);
  const youngest = about === 'adult' ? OWN_AGE : 0;
  if (years === null || years < youngest || years > OLDEST) return { ok: false, field: 'years' };
  if (!asksMonths(about, typed)) return { ok: true, months: years * 12 };
  const months = typed.months.trim() === '' ? null : whole(typed.months);
  if (months === null || months > 11) return { ok: false, field: 'months' };
  return { ok: true, months: years * 12 + months };
}

function whole(text: string): number | null {
  const trimmed = plainDigits(text).trim();
  return /^\d{1,3}$/.test(trimmed) ? Number(trimmed) : null;
}

/** Whether the age is to be stated: of somebody who is not known, or whose number does not say it. */
export function isAgeAsked(about: About, person: SignedInResident | null): boolean {
  // A session that was kept from before does not say it, and is not asked for what the server then leaves aside.
  return !person || about === 'adult' || (about === 'me' && person.ageKnown === false);
}
