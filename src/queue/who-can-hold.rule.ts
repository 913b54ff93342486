import { isOnDuty } from '../care-units/duty.rule.js';
import type { Commission } from '../care-units/staff.entity.js';
import type { CareCase } from '../cases/case.entity.js';
import { ownQueues } from './claim.js';

type Colleague = Pick<Commission, 'unitId' | 'role' | 'manages'>;
type Held = Pick<CareCase, 'unitId' | 'competence'>;

/** Whether a case is part of someone's work: at its unit, with the competence that it requires, in care. */
export function isTheirWork({ unitId, role, manages }: Colleague, careCase: Held): boolean {
  const hasCompetence = careCase.competence !== null && ownQueues(role).includes(careCase.competence);
  return manages === null && unitId === careCase.unitId && hasCompetence;
}

/**
 * Whether a case can be handed to someone: it is part of their work, they are at their desk and take cases.
 */
export function canBeHanded(
  colleague: Colleague & Pick<Commission, 'lastSeenAt' | 'available'>,
  careCase: Held,
  now: Date,
): boolean {
  return isTheirWork(colleague, careCase) && isOnDuty(colleague, now) && colleague.available;
}
