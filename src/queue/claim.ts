import type { EntityManager } from 'typeorm';
import type { Competence } from '../contracts/index.js';
import { QUEUE_ORDER_SQL } from './queue-order.rule.js';

/** The competences whose queues a role takes cases from: its own. Cases for stand-ins are placed in their queue by the router. */
export function ownQueues(role: Competence): Competence[] {
  return [role];
}

/** Which queues are drawn from. */
export interface Queues {
  unitId: string;
  competences: readonly Competence[];
}

/**
 * Locks the case in greatest need among a unit's queues for some competences, until the transaction ends. Rows that a
 * colleague is claiming in the same instant are passed over, not waited for, so twenty who press at once get twenty
 * cases. Only when nothing else is left are locked rows waited for: a message that is just being stored locks its case
 * too, and must not make it look as if nobody waited.
 * @returns the case's id, or null when nobody waits
 */
export async function lockNext(manager: EntityManager, queues: Queues): Promise<string | null> {
  return (await lockOne(manager, queues, 'SKIP LOCKED')) ?? (await lockOne(manager, queues, ''));
}

async function lockOne(
  manager: EntityManager,
  { unitId, competences }: Queues,
  locked: 'SKIP LOCKED' | '',
): Promise<string | null> {
  const [row]: { id: string }[] = await manager.query(
    `SELECT id FROM care_case
     WHERE unit_id = $1 AND competence = ANY($2) AND state = 'waiting'
     ORDER BY ${QUEUE_ORDER_SQL}
     LIMIT 1 FOR UPDATE ${locked}`,
    [unitId, competences],
  );
  return row?.id ?? null;
}
