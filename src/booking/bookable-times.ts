import type { EntityManager } from 'typeorm';
import type { OfferedTime } from './timetable.js';

/**
 * Adds the times that are not there yet. What is there stays, booked or not: a time that begins at the same moment, or
 * overlaps one of the same performer, is passed over.
 * @returns how many were added
 */
export async function addTimes(manager: EntityManager, times: readonly OfferedTime[]): Promise<number> {
  const added: unknown[] = await manager.query(
    `INSERT INTO bookable_time (id, unit_id, kind, performer_commission_id, starts_at, ends_at)
     SELECT gen_random_uuid(), * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::timestamptz[])
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      times.map((time) => time.unitId),
      times.map((time) => time.kind),
      times.map((time) => time.performerCommissionId),
      times.map((time) => time.startsAt),
      times.map((time) => time.endsAt),
    ],
  );
  return added.length;
}
