import { ageInYears } from './age.js';

/** From this age a child writes with an e-ID of its own (1177: guardians act for a child to 12). */
export const WRITES_FROM_AGE = 13;

/** Whether a guardian may write for a child born on that date (`YYYY-MM-DD`): until the day the child turns 13. */
export function isWrittenFor(birthDate: string, now: Date): boolean {
  return ageInYears(birthDate, now) < WRITES_FROM_AGE;
}
