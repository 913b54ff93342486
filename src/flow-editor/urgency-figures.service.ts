import { Injectable } from '@nestjs/common';
import { Cases } from '../cases/case.service.js';
import { sqlKinds } from '../cases/timeline.js';
import { Clock } from '../config/clock.js';
import type { CountedCases } from './urgency-figures.rule.js';

/** How far back the figures go. */
export const FIGURE_DAYS = 180;
const DAY_MS = 86_400_000;

/**
 * Cases that staff took or judged, by what had given the urgency and by what staff made of it. The flow is the one of
 * the change itself where it is written there, else the last that was chosen before the result.
 */
const COUNTED_SQL = `
  WITH seen AS (
    SELECT DISTINCT case_id FROM timeline_entry WHERE kind IN ${sqlKinds('claimed', 'urgency-changed')} AND at >= $1
  )
  SELECT COALESCE(changed.triage->>'flowId', chosen.flow_id) AS "flowId",
    COALESCE((changed.triage->>'flowVersion')::int, chosen.version) AS version,
    COALESCE(changed.triage->>'rule', decided.rule) AS rule,
    changed.urgency_from AS "from", changed.urgency_to AS "to", count(*)::int AS cases
  FROM seen
  CROSS JOIN LATERAL (
    SELECT body->>'flowId' AS flow_id, (body->>'flowVersion')::int AS version FROM timeline_entry
    WHERE case_id = seen.case_id AND kind IN ${sqlKinds('reason-chosen')} ORDER BY number DESC LIMIT 1
  ) chosen
  CROSS JOIN LATERAL (
    SELECT body->>'rule' AS rule FROM timeline_entry
    WHERE case_id = seen.case_id AND kind IN ${sqlKinds('result')} ORDER BY number DESC LIMIT 1
  ) decided
  CROSS JOIN LATERAL (
    SELECT (array_agg((body->>'from')::int ORDER BY number))[1] AS urgency_from,
      (array_agg((body->>'to')::int ORDER BY number DESC))[1] AS urgency_to,
      (array_agg(body->'triage' ORDER BY number))[1] AS triage
    FROM timeline_entry WHERE case_id = seen.case_id AND kind IN ${sqlKinds('urgency-changed')}
  ) changed
  WHERE $2::text IS NULL OR COALESCE(changed.triage->>'flowId', chosen.flow_id) = $2
  GROUP BY 1, 2, 3, 4, 5`;

/** Counts from the timeline, each time anew. */
@Injectable()
export class CountedUrgencies {
  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  /** Of one flow or of all. */
  count(flowId: string | null = null): Promise<CountedCases[]> {
    const since = new Date(this.clock.now().getTime() - FIGURE_DAYS * DAY_MS);
    return this.cases.dataSource.query(COUNTED_SQL, [since, flowId]);
  }
}
