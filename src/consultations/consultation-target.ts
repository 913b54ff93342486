import type { Urgency } from '../contracts/index.js';
import { TARGET_MINUTES } from '../routing/targets.js';

const MINUTE_MS = 60_000;
/** The asker must have time left to act on the answer within the case's own target. */
const SHARE = 0.5;

/**
 * When an answer to a consultation is wanted: within half of the target of the case's urgency, from the question. Only
 * units that are open are asked, so no opening is waited for.
 */
export function answerDueAt(urgency: Urgency, from: Date): Date {
  return new Date(from.getTime() + TARGET_MINUTES[urgency] * SHARE * MINUTE_MS);
}
