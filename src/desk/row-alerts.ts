import type { EntityManager } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import { sqlKinds } from '../cases/timeline.js';
import type { QueueRow, TimelineKind } from '../contracts/index.js';

type Alert = NonNullable<QueueRow['alert']>;

/** The entries that mark a row, and what they say. */
const ALERTS = {
  'alarm-found': 'alarm',
  'urgency-raised': 'worse',
  'check-in-unanswered': 'unanswered',
  'cut-off': 'cut-off',
  'set-aside-over': 'time',
} as const satisfies Partial<Record<TimelineKind, Alert['what']>>;
type AlertKind = keyof typeof ALERTS;

/**
 * The last of what became known of each case while it waited or was talked about, and what staff have not seen; that its
 * time has come is said only where nothing else is.
 */
export async function alertsOf(
  manager: EntityManager,
  cases: readonly CareCase[],
): Promise<Map<string, Alert>> {
  if (cases.length === 0) return new Map();
  const rows: { case_id: string; number: number; kind: AlertKind }[] = await manager.query(
    `SELECT DISTINCT ON (case_id) case_id, number, kind
     FROM timeline_entry entry JOIN care_case ON care_case.id = entry.case_id
     WHERE case_id = ANY($1) AND number > care_case.seen_by_staff
       AND kind IN ${sqlKinds(...(Object.keys(ALERTS) as AlertKind[]))}
       AND (kind NOT IN ${sqlKinds('alarm-found')} OR entry.body ? 'entry')
       AND (kind NOT IN ${sqlKinds('set-aside-over')} OR entry.actor->>'kind' = 'system')
       AND (kind NOT IN ${sqlKinds('urgency-raised')} OR entry.body->'by' ? 'checkIn')
     ORDER BY case_id, kind IN ${sqlKinds('set-aside-over')}, number DESC`,
    [cases.map(({ id }) => id)],
  );
  return new Map(rows.map(({ case_id, number, kind }) => [case_id, { number, what: ALERTS[kind] }]));
}
