import type { EntityManager } from 'typeorm';
import type { Competence } from '../contracts/index.js';
import type { Commission } from './staff.entity.js';

/** A desk gives a sign of life every 20 seconds; two that are missed may be the network's fault, three are not. */
export const ON_DUTY_MS = 60_000;

/** How many work in one competence at one unit: with an open desk, and of these not paused. */
export interface Duty {
  onDuty: number;
  available: number;
}

/** Whether someone has the desk open in this commission. One that manages counts for no one on duty. */
export function isOnDuty(
  { lastSeenAt, manages }: Pick<Commission, 'lastSeenAt' | 'manages'>,
  now: Date,
): boolean {
  return manages === null && lastSeenAt !== null && lastSeenAt.getTime() > now.getTime() - ON_DUTY_MS;
}

/** Who is on duty, by unit id and role; a unit or role with nobody is left out. Says the same as `isOnDuty`. */
export async function dutyByUnit(
  manager: EntityManager,
  now: Date,
): Promise<Map<string, Map<Competence, Duty>>> {
  const rows: { unit_id: string; role: Competence; on_duty: number; available: number }[] =
    await manager.query(
      `SELECT unit_id, role, count(*)::int AS on_duty, count(*) FILTER (WHERE available)::int AS available
     FROM commission WHERE last_seen_at > $1 AND manages IS NULL GROUP BY unit_id, role`,
      [new Date(now.getTime() - ON_DUTY_MS)],
    );
  const duty = new Map<string, Map<Competence, Duty>>();
  for (const { unit_id, role, on_duty, available } of rows) {
    const roles = duty.get(unit_id) ?? new Map<Competence, Duty>();
    duty.set(unit_id, roles.set(role, { onDuty: on_duty, available }));
  }
  return duty;
}
