import type { EntityManager } from 'typeorm';
import { isWrittenFor } from './guardian.rule.js';
import { Guardianship } from './person.entity.js';

/** Whether a resident is registered as a guardian of that person, who is young enough to be written for. */
export async function isGuardianNow(
  manager: EntityManager,
  guardianId: string,
  childId: string,
  now: Date,
): Promise<boolean> {
  const found = await manager.findOne(Guardianship, {
    where: { guardianId, childId },
    relations: { child: true },
  });
  return found?.child !== undefined && isWrittenFor(found.child.birthDate, now);
}

/**
 * Whether somebody may write for a child, as a condition within a statement of another room.
 * @param bornAfter the parameter with the date after which children are born who may be written for
 */
export function isGuardianSql(guardian: string, child: string, bornAfter: string): string {
  return `EXISTS (
    SELECT FROM guardianship JOIN person child ON child.id = child_id
    WHERE guardian_id = ${guardian} AND child_id = ${child} AND child.birth_date > ${bornAfter}::date)`;
}
