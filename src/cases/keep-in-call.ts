import type { EntityManager } from 'typeorm';
import { SILENCE_MS } from './case-deadlines.rule.js';
import { IN_CALL } from './in-call.rule.js';

/** So long after the last thing that was stored, reading alone keeps a call. */
const READING_ALONE_MS = 45 * 60_000;

/**
 * Stores that staff are at work in a telephone call amid the questions, so that it falls silent later; nothing for any
 * other case.
 * @param sign what tells so: something they did, or that they read it
 */
export async function keepInCall(
  manager: EntityManager,
  caseId: string,
  sign: 'act' | 'read',
  now: Date,
): Promise<void> {
  await manager.query(
    `UPDATE care_case SET next_deadline_at = GREATEST(next_deadline_at, LEAST($2::timestamptz,
       (SELECT at + $3::float8 * interval '1 millisecond' FROM timeline_entry
        WHERE case_id = care_case.id AND number = last_number)))
     WHERE id = $1 AND opened_at_unit_id IS NOT NULL AND state = ANY($4)`,
    [caseId, new Date(now.getTime() + SILENCE_MS), sign === 'read' ? READING_ALONE_MS : null, IN_CALL],
  );
}
