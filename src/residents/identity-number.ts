import { DateTime } from 'luxon';
import personnummer from 'personnummer';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { Sex } from '../contracts/index.js';
import type { IdentityKind } from './person.entity.js';
import { reserveCheckDigit } from './reserve-number.js';

export interface IdentityNumber {
  kind: IdentityKind;
  /** Twelve characters, without a dash. */
  number: string;
  /** `YYYY-MM-DD`; null when the number does not say. */
  birthDate: string | null;
  sex: Sex | null;
}

// The package exports the class itself; its types say that it lies under `default`.
const Personnummer = personnummer as unknown as typeof personnummer.default;

/** A samordningsnummer whose month, or day, of birth is not known: 00, or 60. */
const INCOMPLETE = /^(\d{4})(0\d|1[0-2])([6-8]\d|9[01])\d{2}(\d)\d$/;
const LONG = /^(\d{8})-?(\d{4})$/;
const SHORT = /^(\d{6})([-+]?)(\d{4})$/;
/** Two letters without I, O, Q, V and W, the digit for the sex, and a check digit. */
const RESERVE = /^(\d{2})(\d{2})(\d{2})(\d{2})[A-HJ-NPR-UX-Z]{2}(\d)(\d)$/;
const CENTURIES = [18, 19, 20];

/**
 * Reads a personnummer, a samordningsnummer or a national reserve number, with or without its dash; a personnummer or
 * samordningsnummer may leave out the century (`+` from the year of turning 100). Null when it is none of these, when
 * its check digit is wrong, or when its date of birth lies ahead.
 *
 * A samordningsnummer may leave the month or day of birth open; then there is no birth date.
 * A reserve number is `XXYYMMDDNNGC`, XX being the century plus 3n, or 00 when the birth date is unknown.
 */
export function parseIdentityNumber(written: string, now: Date): IdentityNumber | null {
  const compact = written.replace(/\s/g, '').toUpperCase();
  const today = DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE });
  const digits = withCentury(compact, today.year);
  const found = digits ? readDigits(digits) : readReserve(compact.replace('-', ''));
  if (!found || (found.birthDate ?? birthYear(found)) > (today.toISODate() ?? '')) return null;
  return found;
}

function withCentury(compact: string, year: number): string | null {
  const long = LONG.exec(compact);
  if (long) return `${long[1]}${long[2]}`;
  const short = SHORT.exec(compact);
  if (!short) return null;
  const [, date = '', separator, tail] = short;
  const latest = separator === '+' ? year - 100 : year;
  const born = latest - ((((latest - Number(date.slice(0, 2))) % 100) + 100) % 100);
  return `${born}${date.slice(2)}${tail}`;
}

/**
 * A date of birth for who has none in the number: in the middle of what it leaves open, so that an age is at most half a
 * year off. Null when the number does not even say the year.
 */
export function aboutBirthDate({ kind, number }: IdentityNumber): string | null {
  const [, year, month, day] = (kind === 'samordningsnummer' && INCOMPLETE.exec(number)) || [];
  if (!year) return null;
  if (month === '00') return `${year}-07-01`;
  return `${year}-${month}-${day === '60' ? '15' : String(Number(day) - 60).padStart(2, '0')}`;
}

/** Whether a number says when its bearer was born, to the day. */
export function saysBirthDate({ kind, number }: Pick<IdentityNumber, 'kind' | 'number'>): boolean {
  if (kind === 'reserve-number') return !number.startsWith('00');
  const [, , month, day] = (kind === 'samordningsnummer' && INCOMPLETE.exec(number)) || [];
  return month !== '00' && day !== '60';
}

/** The year in which somebody was born at the earliest, as far as the number says. */
function birthYear({ kind, number }: IdentityNumber): string {
  return kind === 'reserve-number' ? '' : number.slice(0, 4);
}

function readDigits(digits: string): IdentityNumber | null {
  if (!Personnummer.valid(digits)) return readIncomplete(digits);
  const parsed = Personnummer.parse(digits);
  const coordination = parsed.isCoordinationNumber();
  const day = Number(parsed.day) - (coordination ? 60 : 0);
  const birthDate = `${parsed.fullYear}-${parsed.month}-${String(day).padStart(2, '0')}`;
  return {
    kind: coordination ? 'samordningsnummer' : 'personnummer',
    number: digits,
    birthDate,
    sex: parsed.isMale() ? 'male' : 'female',
  };
}

function readIncomplete(number: string): IdentityNumber | null {
  const [, , month, day, sexDigit] = INCOMPLETE.exec(number) ?? [];
  if ((month !== '00' && day !== '60') || !hasCheckDigit(number.slice(2))) return null;
  return {
    kind: 'samordningsnummer',
    number,
    birthDate: null,
    sex: Number(sexDigit) % 2 === 1 ? 'male' : 'female',
  };
}

/** Luhn, over ten digits. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, each) => total + (each > 9 ? each - 9 : each), 0);
  return sum % 10 === 0;
}

function readReserve(compact: string): IdentityNumber | null {
  const match = RESERVE.exec(compact);
  if (!match) return null;
  const [, xx = '', yy, mm, dd, sexDigit, checkDigit] = match;
  if (reserveCheckDigit(compact.slice(0, 11)) !== Number(checkDigit)) return null;
  const sex: Sex = Number(sexDigit) % 2 === 1 ? 'male' : 'female';
  if (xx === '00') return { kind: 'reserve-number', number: compact, birthDate: null, sex };
  const century = CENTURIES.find((each) => Number(xx) > each && (Number(xx) - each) % 3 === 0);
  const birthDate = `${century}${yy}-${mm}-${dd}`;
  if (century === undefined || !DateTime.fromISO(birthDate).isValid) return null;
  return { kind: 'reserve-number', number: compact, birthDate, sex };
}
