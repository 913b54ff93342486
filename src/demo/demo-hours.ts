import { ALWAYS_OPEN, type OpeningHours } from '../care-units/opening-hours.rule.js';
import { checkOpeningHours, type Fault } from '../care-units/opening-hours-check.rule.js';

/** Opening hours as written in the file: `always`, or the API's hours with names in the file's spelling. */
export type WrittenHours = 'always' | Record<string, unknown>;

/** The hours in the file, or their faults, with the file's own names. */
export function readHours(written: WrittenHours): OpeningHours | Fault[] {
  if (written === 'always') return ALWAYS_OPEN;
  const read = checkOpeningHours(renamed(written));
  return Array.isArray(read) ? read.map(({ path, message }) => ({ path: path.map(inFile), message })) : read;
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [inApi(key), renamed(inner)]));
}

/** `closed-dates` is `closedDates` */
function inApi(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function inFile(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
