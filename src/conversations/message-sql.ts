import { TIMELINE_RULES, type TimelineKind } from '../contracts/index.js';

const KIND = 'message' satisfies TimelineKind;
const IS_STAFF_ONLY = TIMELINE_RULES[KIND].residents === null;

/**
 * Stores a batch of messages in one statement, gapless and at most once each.
 *
 * `$1` is a JSON array of {caseId, id, at, actor, body, by: 'resident' | 'staff', commissionId, personId} in the order
 * of arrival, with no two of the same id. In that one statement:
 * - the cases are locked in the order of their ids (so that two batches never wait for each other in a circle);
 * - a message is let in only if its writer may write at that moment: the resident into an open case that is theirs,
 *   staff into a case that they hold or take part in. A closed case takes no message, whatever a browser still shows;
 * - a message that is stored already is not stored again; its number is answered;
 * - the others are numbered on from the case's last number, in the order of arrival;
 * - the first answer's time is set once.
 * Answers one row per message: {id, case_id, number, fresh, refused, unit_id}.
 */
export const STORE_MESSAGES_SQL = `
WITH incoming AS (
  SELECT (item->>'caseId')::uuid AS case_id, (item->>'id')::uuid AS id, (item->>'at')::timestamptz AS at,
    item->'actor' AS actor, item->'body' AS body, item->>'by' AS by,
    (item->>'commissionId')::uuid AS commission_id, (item->>'personId')::uuid AS person_id, position
  FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS items(item, position)
),
locked AS (
  SELECT care_case.id, state, resident_id, patient_id, holder_commission_id, participant_ids, last_number, unit_id
  FROM care_case WHERE care_case.id IN (SELECT case_id FROM incoming) ORDER BY care_case.id FOR UPDATE
),
stored AS (
  SELECT incoming.id, entry.number FROM incoming
  JOIN timeline_entry entry ON entry.case_id = incoming.case_id AND entry.id = incoming.id
),
judged AS (
  SELECT incoming.*, locked.last_number, locked.unit_id, stored.number AS stored_number,
    CASE
      WHEN locked.id IS NULL THEN 'not-found'
      WHEN incoming.by = 'resident' AND locked.resident_id IS DISTINCT FROM incoming.person_id
        AND locked.patient_id IS DISTINCT FROM incoming.person_id THEN 'not-found'
      WHEN stored.number IS NOT NULL THEN NULL
      WHEN incoming.by = 'resident' AND locked.state NOT IN ('waiting', 'held') THEN 'closed'
      WHEN incoming.by = 'staff' AND (locked.state <> 'held'
        OR (locked.holder_commission_id IS DISTINCT FROM incoming.commission_id
          AND NOT incoming.commission_id = ANY(locked.participant_ids))) THEN 'not-holder'
    END AS refused
  FROM incoming LEFT JOIN locked ON locked.id = incoming.case_id LEFT JOIN stored ON stored.id = incoming.id
),
fresh AS (
  SELECT judged.*, last_number + row_number() OVER (PARTITION BY case_id ORDER BY position) AS number
  FROM judged WHERE refused IS NULL AND stored_number IS NULL
),
written AS (
  INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
  SELECT case_id, number, id, at, '${KIND}', actor, ${IS_STAFF_ONLY}, body FROM fresh
),
counted AS (
  UPDATE care_case SET last_number = ends.last,
    first_answer_at = COALESCE(care_case.first_answer_at, ends.answered_at)
  FROM (
    SELECT case_id, max(number) AS last, min(at) FILTER (WHERE by = 'staff') AS answered_at FROM fresh GROUP BY case_id
  ) ends
  WHERE care_case.id = ends.case_id
),
told AS (
  SELECT pg_notify($2, json_build_object('node', $3::text, 'caseId', case_id, 'unitIds', json_build_array(unit_id))::text)
  FROM (SELECT DISTINCT case_id, unit_id FROM fresh) changed
)
SELECT judged.id, judged.case_id, COALESCE(fresh.number, judged.stored_number)::int AS number,
  fresh.number IS NOT NULL AS fresh, judged.refused, judged.unit_id, (SELECT count(*) FROM told) AS told
FROM judged LEFT JOIN fresh ON fresh.id = judged.id ORDER BY judged.position`;
