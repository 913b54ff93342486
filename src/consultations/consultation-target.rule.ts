const MINUTE_MS = 60_000;
/** The asker must have time left to act on the answer within the case's own target. */
const SHARE = 0.5;

/**
 * When an answer to a consultation is wanted: within half of the case's own target, from the question. Only units that
 * are open, or colleagues on duty, are asked, so no opening is waited for.
 * @param targetMinutes the target of the case's urgency at its unit, as the region's policy says
 */
export function answerDueAt(targetMinutes: number, from: Date): Date {
  return new Date(from.getTime() + targetMinutes * SHARE * MINUTE_MS);
}
