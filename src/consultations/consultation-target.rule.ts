const MINUTE_MS = 60_000;
/** The asker must have time left to act on the answer within the case's own target. */
const SHARE = 0.5;

/**
 * When an answer to a consultation is wanted: within half of the case's own target, counted from the
 * question. Only open units and colleagues on duty are asked, so there is no need to wait for a unit to open.
 * @param targetMinutes the target for the case's urgency at its unit, from the region's policy
 */
export function answerDueAt(targetMinutes: number, from: Date): Date {
  return new Date(from.getTime() + targetMinutes * SHARE * MINUTE_MS);
}
