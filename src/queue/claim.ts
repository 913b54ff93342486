import type { EntityManager } from 'typeorm';
import type { Competence } from '../contracts/index.js';
import { QUEUE_ORDER_SQL } from './queue-order.rule.js';

/** Which queues a role helps in: its own, and those it stands in for. */
export function queuesOf(role: Competence): Competence[] {
  return [role];
}

/** Which queue, for whom, when. */
export interface Claim {
  unitId: string;
  competences: readonly Competence[];
  commissionId: string;
  now: Date;
}

/**
 * Claims the case in greatest need among a unit's queues for some competences, in one statement. Rows that a colleague
 * is claiming in the same instant are passed over, not waited for, so twenty who press at once get twenty cases. Only
 * when nothing else is left are locked rows waited for: a message that is just being stored locks its case too, and
 * must not make it look as if nobody waited.
 * @returns the claimed case's id, or null when nobody waits
 */
export async function claimNext(manager: EntityManager, claim: Claim): Promise<string | null> {
  return (await claimOne(manager, claim, 'SKIP LOCKED')) ?? (await claimOne(manager, claim, ''));
}

async function claimOne(
  manager: EntityManager,
  { unitId, competences, commissionId, now }: Claim,
  locked: 'SKIP LOCKED' | '',
): Promise<string | null> {
  const [rows]: [{ id: string }[], number] = await manager.query(
    `UPDATE care_case SET state = 'held', holder_commission_id = $3, claimed_at = $4
     WHERE id = (
       SELECT id FROM care_case
       WHERE unit_id = $1 AND competence = ANY($2) AND state = 'waiting'
       ORDER BY ${QUEUE_ORDER_SQL}
       LIMIT 1 FOR UPDATE ${locked}
     )
     RETURNING id`,
    [unitId, competences, commissionId, now],
  );
  return rows[0]?.id ?? null;
}
