import { isOpenThroughout, type OpeningHours } from '../care-units/opening-hours.rule.js';

/** When a visit is. */
interface Stretch {
  startsAt: Date;
  endsAt: Date;
}

/**
 * The visits that fit into the hours as they are and not into those that are proposed. One that is outside of both was
 * told of when it came to be so.
 */
export function visitsOutside<T extends Stretch>(
  visits: readonly T[],
  now: OpeningHours,
  proposed: OpeningHours,
): T[] {
  const fits = (hours: OpeningHours, { startsAt, endsAt }: T) => isOpenThroughout(hours, startsAt, endsAt);
  return visits.filter((visit) => fits(now, visit) && !fits(proposed, visit));
}
