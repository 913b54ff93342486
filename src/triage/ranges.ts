import { DURATION_UNITS, type Duration, type DurationUnit } from '../contracts/triage.js';
import type { Range } from './flow.types.js';

const HOURS: Record<DurationUnit, number> = {
  hours: 1,
  days: 24,
  weeks: 7 * 24,
  months: 30 * 24,
  years: 365 * 24,
};

/** Hours of a duration; a month counts as 30 days, a year as 365. */
export function hoursOf(duration: Duration): number {
  return duration.amount * HOURS[duration.unit];
}

/** Whether the number lies in the range, both ends included. */
export function inRange(range: Range, value: number): boolean {
  return (range.from === null || value >= range.from) && (range.to === null || value <= range.to);
}

/** Whether the whole of `inner` lies in `outer`. */
export function holdsWithin(outer: Range, inner: Range): boolean {
  const fromHolds = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  return fromHolds && (outer.to === null || (inner.to !== null && inner.to <= outer.to));
}

/** Reads `8..`, `..37.9`, `3..7` or `5`; null if it is none of these or runs backwards. */
export function parseRange(written: string | number): Range | null {
  return parseWith(String(written), (end) => (/^-?\d+(\.\d+)?$/.test(end) ? Number(end) : null));
}

/** Reads `3 weeks` or `1 year`; null if it is neither. */
export function parseDuration(written: string): Duration | null {
  const found = /^(\d+) ([a-z]+?)s?$/.exec(written.trim());
  const unit = DURATION_UNITS.find((known) => known === `${found?.[2]}s`);
  return found && unit ? { amount: Number(found[1]), unit } : null;
}

/** Reads `3 weeks..`, `..2 days`, `2 days..3 weeks` into hours; null if it is none of these or runs backwards. */
export function parseDurationRange(written: string | number): Range | null {
  return parseWith(String(written), (end) => {
    const duration = parseDuration(end);
    return duration && hoursOf(duration);
  });
}

function parseWith(written: string, parseEnd: (end: string) => number | null): Range | null {
  const parts = written.trim().split('..');
  if (parts.length > 2) return null;
  const ends = parts.map((part) => part.trim());
  if (ends.every((end) => end === '')) return null;
  const values = ends.map((end) => (end === '' ? undefined : parseEnd(end)));
  if (values.includes(null)) return null;
  const from = values[0] ?? null;
  const to = (values.length === 1 ? values[0] : values[1]) ?? null;
  return from !== null && to !== null && from > to ? null : { from, to };
}
