import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { Sex } from '../contracts/index.js';
import { ageInYears } from '../residents/age.js';
import type { IdentityKind } from '../residents/person.entity.js';
import { birthDateOf } from './demo-region-checks.js';
import type { DemoResident } from './demo-region-file.js';

/** How a resident of the demo is known on the day of filling. */
export interface DemoIdentity {
  identityKind: IdentityKind;
  identityNumber: string;
  birthDate: string;
}

/** Days past the month's day on which a baby of so many months is born, so that its age holds for some weeks. */
const DAYS_INTO_MONTH = 5;

/** The identity of a resident: the number that gives the age said, or the nearest to it; or a reserve number. */
export function identityOf(resident: DemoResident, now: Date): DemoIdentity {
  const reserve = resident['reserve-number'];
  if (reserve) {
    const birthDate =
      typeof reserve.born === 'string' ? reserve.born : bornMonthsAgo(reserve.born['months-ago'], now);
    const identityNumber = reserveNumber(birthDate, resident.sex, reserve.serial);
    return { identityKind: 'reserve-number', identityNumber, birthDate };
  }
  const identityKind = resident.personnummer ? 'personnummer' : 'samordningsnummer';
  const dayOffset = resident.personnummer ? 0 : 60;
  const [first, ...rest] = (resident.personnummer ?? resident.samordningsnummer ?? []).map(
    (identityNumber) => ({
      identityKind,
      identityNumber,
      birthDate: birthDateOf(identityNumber, dayOffset),
    }),
  ) as [DemoIdentity, ...DemoIdentity[]];
  const { age } = resident;
  if (age === undefined) return first;
  const off = ({ birthDate }: DemoIdentity) => Math.abs(ageInYears(birthDate, now) - age);
  return rest.reduce((best, each) => (off(each) < off(best) ? each : best), first);
}

function bornMonthsAgo(months: number, now: Date): string {
  const today = DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE });
  return today.minus({ months, days: DAYS_INTO_MONTH }).toFormat('yyyy-MM-dd');
}

/**
 * National reserve number `XXYYMMDDNNGC` of the first series (century + 3).
 * Check digit by Inera, "Nationellt ReservID, specifikation 1.0": Luhn over the eleven characters before it, weights
 * 2, 1, 2 …, where a letter counts as its ASCII code and each product gives the sum of its digits.
 * @param serial two letters without I, O, Q, V, W
 */
export function reserveNumber(birthDate: string, sex: Sex, serial: string): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const body = `${Number(year.slice(0, 2)) + 3}${year.slice(2)}${month}${day}${serial}${sex === 'female' ? 2 : 1}`;
  return body + reserveCheckDigit(body);
}

/** The check digit of the eleven characters before it. */
export function reserveCheckDigit(body: string): number {
  const sum = [...body].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0);
    const product = value * (index % 2 === 0 ? 2 : 1);
    return total + [...String(product)].reduce((digits, digit) => digits + Number(digit), 0);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
