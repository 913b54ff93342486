import { TIMELINE_RULES, type TimelineKind } from '../contracts/index.js';
import { isGuardianSql } from '../residents/guardianship.js';

const KIND = 'message' satisfies TimelineKind;
const IS_STAFF_ONLY = TIMELINE_RULES[KIND].residents === null;

/**
 * Stores a batch of messages in one statement, gapless and at most once each.
 *
 * `$1` is a JSON array of {caseId, id, at, actor, body, by: 'resident' | 'staff', commissionId, unitId, manages, personId}
 * in the order of arrival, with no two of the same id; `$4` the date after which children
 * whom a guardian may write for are born. In that one statement:
 * - the cases are locked in the order of their ids (so that two batches never wait for each other in a circle);
 * - a message is accepted only if its writer may write at that moment: the line `write` of
 *   `who-may-act.rule.ts`, and a property test checks this against it;
 * - a message that its writer has stored already is not stored again; the answer has its number;
 * - the others get the numbers after the case's last number, in the order of arrival;
 * - the first answer's time is set once;
 * - a case that was set aside is taken up again when the resident writes, as `set-aside.rule.ts` says.
 * Returns one row per message: {id, case_id, number, fresh, refused, unit_id, taken_up}, the last where it took its case up
 * again: then the case changed too.
 */
export const STORE_MESSAGES_SQL = `
WITH incoming AS (
  SELECT (item->>'caseId')::uuid AS case_id, (item->>'id')::uuid AS id, (item->>'at')::timestamptz AS at,
    item->'actor' AS actor, item->'body' AS body, item->>'by' AS by,
    (item->>'commissionId')::uuid AS commission_id, (item->>'unitId')::uuid AS writer_unit_id,
    item->>'manages' AS manages, (item->>'personId')::uuid AS person_id, position
  FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS items(item, position)
),
locked AS (
  SELECT care_case.id, state, resident_id, patient_id, holder_commission_id, participant_ids, consulted_unit_ids,
    last_number, unit_id, set_aside_until IS NOT NULL AS was_aside
  FROM care_case WHERE care_case.id IN (SELECT case_id FROM incoming) ORDER BY care_case.id FOR UPDATE
),
stored AS (
  SELECT incoming.id, entry.number, entry.actor = incoming.actor AS own FROM incoming
  JOIN timeline_entry entry ON entry.case_id = incoming.case_id AND entry.id = incoming.id
),
judged AS (
  SELECT incoming.*, locked.last_number, locked.unit_id, locked.was_aside AND incoming.by = 'resident' AS takes_up, stored.number AS stored_number,
    NOT (COALESCE(stored.own, false) OR COALESCE(CASE incoming.by
      WHEN 'resident' THEN locked.state IN ('waiting', 'held') AND (
        locked.patient_id = incoming.person_id OR locked.resident_id = incoming.person_id AND ${isGuardianSql('incoming.person_id', 'locked.patient_id', '$4')})
      WHEN 'staff' THEN locked.state = 'held' AND incoming.manages IS NULL AND (
        locked.holder_commission_id = incoming.commission_id
        OR incoming.commission_id = ANY(locked.participant_ids) AND (
          locked.unit_id = incoming.writer_unit_id OR incoming.writer_unit_id = ANY(locked.consulted_unit_ids)))
    END, false)) AS refused
  FROM incoming LEFT JOIN locked ON locked.id = incoming.case_id LEFT JOIN stored ON stored.id = incoming.id
),
fresh AS (
  SELECT judged.*, last_number + row_number() OVER (PARTITION BY case_id ORDER BY position) AS number
  FROM judged WHERE NOT refused AND stored_number IS NULL
),
written AS (
  INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
  SELECT case_id, number, id, at, '${KIND}', actor, ${IS_STAFF_ONLY}, body FROM fresh
),
counted AS (
  UPDATE care_case SET last_number = ends.last,
    first_answer_at = COALESCE(care_case.first_answer_at, ends.answered_at),
    set_aside_until = CASE WHEN NOT ends.by_resident THEN care_case.set_aside_until END,
    next_deadline_at = CASE WHEN ends.by_resident AND care_case.set_aside_until IS NOT NULL THEN care_case.due_at
      ELSE care_case.next_deadline_at END
  FROM (
    SELECT case_id, max(number) AS last, min(at) FILTER (WHERE by = 'staff') AS answered_at,
      bool_or(by = 'resident') AS by_resident FROM fresh GROUP BY case_id
  ) ends
  WHERE care_case.id = ends.case_id
),
told AS (
  SELECT pg_notify($2, json_build_object('node', $3::text, 'caseId', case_id, 'unitIds', json_build_array(unit_id),
    'caseChanged', taken_up)::text)
  FROM (SELECT case_id, unit_id, bool_or(takes_up) AS taken_up FROM fresh GROUP BY case_id, unit_id) changed
)
SELECT judged.id, judged.case_id, COALESCE(fresh.number, judged.stored_number)::int AS number,
  fresh.number IS NOT NULL AS fresh, judged.refused, judged.unit_id, fresh.number IS NOT NULL AND judged.takes_up AS taken_up,
  (SELECT count(*) FROM told) AS told
FROM judged LEFT JOIN fresh ON fresh.id = judged.id ORDER BY judged.position`;
