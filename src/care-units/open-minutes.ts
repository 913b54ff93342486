import { ALWAYS_OPEN, nextOpening, type OpeningHours, openUntil } from './opening-hours.rule.js';

const MINUTE_MS = 60_000;

/** Minutes that a unit is open between two instants. */
export function openMinutesBetween(hours: OpeningHours, from: Date, to: Date): number {
  if (hours === ALWAYS_OPEN) return Math.max(0, to.getTime() - from.getTime()) / MINUTE_MS;
  let minutes = 0;
  for (let opens = nextOpening(hours, from); opens && opens < to; ) {
    const until = openUntil(hours, opens);
    const end = until && until < to ? until : to;
    minutes += (end.getTime() - opens.getTime()) / MINUTE_MS;
    opens = end < to ? nextOpening(hours, end) : null;
  }
  return minutes;
}

/**
 * The instant at which a unit will have been open for so many minutes, counted from `at` or from the opening after it:
 * what a wait in opening time means on the clock.
 * @returns null when the unit does not open so long within two months
 */
export function afterOpenMinutes(hours: OpeningHours, at: Date, minutes: number): Date | null {
  let left = minutes * MINUTE_MS;
  if (hours === ALWAYS_OPEN) return new Date(at.getTime() + left);
  for (let from = nextOpening(hours, at); from; ) {
    const until = openUntil(hours, from);
    if (!until || until.getTime() - from.getTime() >= left) return new Date(from.getTime() + left);
    left -= until.getTime() - from.getTime();
    from = nextOpening(hours, until);
  }
  return null;
}
