import type { EntityManager } from 'typeorm';
import type { Competence } from '../contracts/index.js';
import { QUEUE_ORDER_SQL } from './queue-order.rule.js';

/**
 * The competences whose queues a role takes cases from: its own. The router puts cases for stand-ins in the
 * stand-ins' own queue.
 */
export function ownQueues(role: Competence): Competence[] {
  return [role];
}

/** The queues that cases are taken from. */
export interface Queues {
  unitId: string;
  competences: readonly Competence[];
}

/**
 * Locks the case in greatest need in a unit's queues for some competences, until the transaction ends. Rows
 * that a colleague is claiming at the same moment are skipped, not waited for, so twenty staff who press at
 * once get twenty cases. Only when nothing else is left are locked rows waited for: a message that is just
 * being stored locks its case too, and must not make the queue look empty.
 * @returns the case's id, or null when no case waits
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
     WHERE unit_id = $1 AND competence = ANY($2) AND state = 'waiting' AND set_aside_until IS NULL
     ORDER BY ${QUEUE_ORDER_SQL}
     LIMIT 1 FOR UPDATE ${locked}`,
    [unitId, competences],
  );
  return row?.id ?? null;
}
