import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { NotificationEvent } from '../contracts/index.js';
import { Delivery, PlannedNotice } from './delivery.entity.js';
import { type NewDelivery, SEEN_GRACE_MS, type ToTell } from './who-is-told.rule.js';

/** Drops what is planned and queued of these events. */
export async function drop(
  manager: EntityManager,
  caseId: string,
  events: readonly NotificationEvent[],
  booking: string,
  now: Date,
): Promise<void> {
  await manager.query(
    `DELETE FROM planned_notice WHERE case_id = $1 AND event = ANY($2) AND booking IN ('', $3)`,
    [caseId, events, booking],
  );
  await manager.query(
    `UPDATE delivery SET state = 'dropped', why = 'overtaken', changed_at = $3
     WHERE case_id = $1 AND event = ANY($2) AND state = 'queued'`,
    [caseId, events, now],
  );
}

/** What was not tried yet is due now. @returns how many those were */
export async function sendHeldBack(manager: EntityManager, caseId: string, now: Date): Promise<number> {
  const [, changed]: [unknown, number] = await manager.query(
    `UPDATE delivery SET not_before = $2
     WHERE case_id = $1 AND state = 'queued' AND attempts = 0 AND not_before > $3`,
    [caseId, now, new Date(now.getTime() + SEEN_GRACE_MS)],
  );
  return changed;
}

/** Keeps what is told later, in place of an earlier plan for the same. */
export async function keepPlan(
  manager: EntityManager,
  caseId: string,
  { event, number, at, until }: ToTell,
  booking: string,
): Promise<void> {
  await manager.upsert(PlannedNotice, { caseId, event, booking, number, at, until }, [
    'caseId',
    'event',
    'booking',
  ]);
}

/** Keeps what is to be sent; each notice to a point once. */
export async function keepDeliveries(
  manager: EntityManager,
  caseId: string,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  if (deliveries.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(Delivery)
    .values(
      deliveries.map((delivery) => ({
        ...delivery,
        id: randomUUID(),
        caseId,
        state: 'queued' as const,
        createdAt: now,
        changedAt: now,
      })),
    )
    .orIgnore()
    .execute();
}
