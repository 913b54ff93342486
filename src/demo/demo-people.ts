import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import { ageInYears } from '../residents/age.js';
import type { IdentityKind } from '../residents/person.entity.js';
import { reserveNumber } from '../residents/reserve-number.js';
import { birthDateOf } from './demo-region-checks.js';
import type { DemoResident } from './demo-region-file.js';

/** The identity of a demo resident on the day the demo is filled. */
export interface DemoIdentity {
  identityKind: IdentityKind;
  identityNumber: string;
  birthDate: string;
}

/** Days added to the age of a baby given in months, so that its age in months stays right for some weeks. */
const DAYS_INTO_MONTH = 5;

/** The identity of a resident: the number that gives the stated age or the nearest, or a reserve number. */
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
