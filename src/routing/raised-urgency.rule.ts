import type { Competence, Urgency } from '../contracts/index.js';
import type { DeskState } from './network.rule.js';

/** Urgencies that somebody must look at at once. */
const AT_ONCE: Urgency = 2;
/** Who can judge whether somebody is in danger. */
const JUDGES: readonly Competence[] = ['nurse', 'child-nurse', 'physician', 'midwife'];

/** Whom a case waits for after it was raised: what must be looked at at once waits for nobody who cannot judge it. */
export function competenceAt(urgency: Urgency, competence: Competence): Competence {
  return urgency > AT_ONCE || JUDGES.includes(competence) ? competence : 'nurse';
}

/** The target after a raise: never later than it was. */
export function raisedDue(before: Date, own: Date): Date {
  return own < before ? own : before;
}

/** How many stand before a case that has just been given that urgency: those who had it or a higher one already. */
export function standingBefore(desk: Pick<DeskState, 'waiting'> | undefined, urgency: Urgency): number {
  return (desk?.waiting ?? []).slice(0, urgency).reduce((sum, count) => sum + count, 0);
}

/** Whether a case was raised to that after triage: then it stays with who it was raised for. */
export function isRaised(urgency: Urgency, inTriage: Urgency | null): boolean {
  return urgency <= AT_ONCE && inTriage !== null && urgency < inTriage;
}
