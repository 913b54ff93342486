import type { EntityManager } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import { relationsTo } from '../cases/case-relations.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import { isGuardianSql } from '../residents/guardianship.js';
import type { CallParticipant } from './call.entity.js';
import { isIn } from './call.rule.js';

/**
 * Whether the resident in the call no longer has the right to be in it: the right to write for a child can
 * end during the call.
 */
export async function hasRightEnded(
  manager: EntityManager,
  careCase: CareCase,
  participants: readonly CallParticipant[],
  now: Date,
): Promise<boolean> {
  for (const { personId } of participants.filter(isIn)) {
    if (personId === null) continue;
    const relations = await relationsTo(
      manager,
      careCase,
      { kind: 'resident', sessionId: '', personId },
      now,
    );
    if (!mayAct('join-call', relations, careCase.state)) return true;
  }
  return false;
}

/**
 * The same as an SQL condition on `"call"` and `care_case`, to find such calls.
 * @param bornAfter the parameter with a date: guardians may write for children born after it
 */
export function rightEndedSql(bornAfter: string): string {
  return `EXISTS (
    SELECT FROM call_participant seat
    WHERE seat.call_id = "call".id AND seat.left_at IS NULL AND seat.person_id IS NOT NULL
      AND seat.person_id <> care_case.patient_id
      AND NOT ${isGuardianSql('seat.person_id', 'care_case.patient_id', bornAfter)})`;
}
