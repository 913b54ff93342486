import type { EntityManager } from 'typeorm';
import type { Aside, TimelineBodies } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';
import { sqlKinds } from './timeline.js';

/** Why each of the cases was last set aside, and what was noted for whoever takes it up again. */
export async function lastSetAside(
  manager: EntityManager,
  caseIds: readonly string[],
): Promise<Map<string, TimelineBodies['set-aside']>> {
  if (caseIds.length === 0) return new Map();
  const rows: { case_id: string; body: TimelineBodies['set-aside'] }[] = await manager.query(
    `SELECT DISTINCT ON (case_id) case_id, body FROM timeline_entry
     WHERE case_id = ANY($1) AND kind IN ${sqlKinds('set-aside')} ORDER BY case_id, number DESC`,
    [caseIds],
  );
  return new Map(rows.map(({ case_id, body }) => [case_id, body]));
}

/** Those of the cases that are set aside, or are to be reminded of, as they are shown. */
export async function asides(
  manager: EntityManager,
  cases: readonly CareCase[],
): Promise<Map<string, Aside>> {
  const waiting = cases.filter(({ setAsideUntil, remindAt }) => setAsideUntil ?? remindAt);
  const said = await lastSetAside(
    manager,
    waiting.map(({ id }) => id),
  );
  return new Map(
    waiting.map(({ id, setAsideUntil, remindAt }) => [
      id,
      {
        until: setAsideUntil?.toISOString() ?? null,
        remindAt: remindAt?.toISOString() ?? null,
        why: said.get(id)?.why ?? 'follow-up',
        note: said.get(id)?.note ?? null,
      },
    ]),
  );
}
