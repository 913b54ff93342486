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
