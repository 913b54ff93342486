import { OUTCOME_RULES } from './outcomes.js';
import type { TimelineEntry } from './timeline.js';

/**
 * Whether an entry tells of something dangerous that became known, or that a case became more urgent. Whoever lowers a
 * case, closes it or says what to do instead must have been shown it.
 */
export function tellsOfDanger({ kind, body }: TimelineEntry): boolean {
  switch (kind) {
    case 'alarm-found':
    case 'urgency-raised':
      return true;
    case 'urgency-changed':
      return body.to < body.from;
    case 'check-in-answered':
      return body.advice !== null && OUTCOME_RULES[body.advice.outcome].isEmergency;
    default:
      return false;
  }
}
