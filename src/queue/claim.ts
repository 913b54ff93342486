import type { EntityManager } from 'typeorm';
import type { Competence } from '../contracts/index.js';
import { QUEUE_ORDER_SQL } from './queue-order.js';

/** Which queues a role helps in: its own, and those it stands in for. */
export function queuesOf(role: Competence): Competence[] {
  return [role];
}

/**
 * Claims the case in greatest need among a unit's queues for some competences, in one statement. Rows that a colleague
 * is claiming in the same instant are passed over, not waited for, so twenty who press at once get twenty cases.
 * @returns the claimed case's id, or null when nobody waits
 */
export async function claimNext(
  manager: EntityManager,
  claim: { unitId: string; competences: readonly Competence[]; commissionId: string; now: Date },
): Promise<string | null> {
  const [rows]: [{ id: string }[], number] = await manager.query(
    `UPDATE care_case SET state = 'held', holder_commission_id = $3, claimed_at = $4
     WHERE id = (
       SELECT id FROM care_case
       WHERE unit_id = $1 AND competence = ANY($2) AND state = 'waiting'
       ORDER BY ${QUEUE_ORDER_SQL}
       LIMIT 1 FOR UPDATE SKIP LOCKED
     )
     RETURNING id`,
    [claim.unitId, claim.competences, claim.commissionId, claim.now],
  );
  return rows[0]?.id ?? null;
}
