import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { CareUnits, careUnitName } from '../care-units/care-unit.service.js';
import { ManagedUnits } from '../care-units/managed-units.service.js';
import { Cases } from '../cases/case.service.js';
import { sqlKinds } from '../cases/timeline.js';
import { Clock } from '../config/clock.js';
import { csv } from '../config/csv.js';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { DigitalVisits } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import {
  countTelephone,
  countVisits,
  digitalVisits,
  mondayOf,
  type TelephoneCall,
  telephoneLines,
  VISIT_KINDS,
  type VisitEntry,
} from './digital-visits.rule.js';

const WEEKS = 12;
const HEAD = ['week', 'unit', 'competence', 'media', 'visits', 'minutes', 'calls'];

/** Entries of the calls that ended in a period and were made in certain commissions; by the index on kind and time. */
const ENTRIES_SQL = `
  SELECT entry.kind, entry.at, entry.actor, entry.body
  FROM timeline_entry ended
  JOIN timeline_entry started ON started.case_id = ended.case_id AND started.kind IN ${sqlKinds('call-started')}
    AND started.body->>'callId' = ended.body->>'callId'
  JOIN timeline_entry entry ON entry.case_id = ended.case_id AND entry.kind = ANY($4)
    AND entry.body->>'callId' = ended.body->>'callId'
  WHERE ended.kind IN ${sqlKinds('call-ended')} AND ended.at >= $1 AND ended.at < $2
    AND started.actor->>'commissionId' = ANY($3)
  ORDER BY entry.case_id, entry.number`;

/** Telephone calls in a period in certain commissions, made and received; by the index on kind and time. */
const TELEPHONED_SQL = `
  SELECT at, actor->>'role' AS competence, body->>'outcome' AS contact FROM timeline_entry
  WHERE kind IN ${sqlKinds('telephoned')} AND at >= $1 AND at < $2 AND actor->>'commissionId' = ANY($3)
  UNION ALL
  SELECT at, actor->>'role', 'received' FROM timeline_entry
  WHERE kind IN ${sqlKinds('started')} AND at >= $1 AND at < $2 AND actor->>'commissionId' = ANY($3)
    AND body->>'telephone' = 'true'`;

/** The figure of the directive's effect goal E11, recomputed from the timeline each time it is asked for. */
@Injectable()
export class DigitalVisitFigures {
  constructor(
    private readonly cases: Cases,
    private readonly units: ManagedUnits,
    private readonly careUnits: CareUnits,
    private readonly clock: Clock,
  ) {}

  /** The present week and the eleven before it. @throws ProblemException not-found, not-allowed */
  async lastWeeks(manager: CommissionCaller, unitId: string): Promise<DigitalVisits> {
    const unit = await this.units.find(manager, unitId);
    const now = this.clock.now();
    const present = DateTime.fromISO(mondayOf(now), { zone: REGION_TIME_ZONE });
    const first = present.minus({ weeks: WEEKS - 1 });
    const there = [
      first.toJSDate(),
      present.plus({ weeks: 1 }).toJSDate(),
      await this.careUnits.commissionIdsAt(unitId),
    ];
    const { dataSource } = this.cases;
    const rows: { at: Date }[] = await dataSource.query(ENTRIES_SQL, [...there, VISIT_KINDS]);
    const telephoned: (TelephoneCall & { at: Date })[] = await dataSource.query(TELEPHONED_SQL, there);
    const visits = digitalVisits(rows.map((row) => ({ ...row, at: row.at.toISOString() }) as VisitEntry));
    const weeks = Array.from({ length: WEEKS }, (_, index) => {
      const monday = first.plus({ weeks: index }).toISODate() ?? '';
      return {
        monday,
        counts: countVisits(visits.filter(({ startedAt }) => mondayOf(startedAt) === monday)),
        telephone: telephoned.filter(({ at }) => mondayOf(at) === monday),
      };
    });
    return {
      unit: careUnitName(unit),
      weeks: weeks.map((week) => ({ ...week, telephone: countTelephone(week.telephone) })),
      csv: asFile(unit.name, weeks),
      now: now.toISOString(),
    };
  }
}

/** A week with its telephone calls one by one. */
type CountedWeek = Pick<DigitalVisits['weeks'][number], 'monday' | 'counts'> & {
  telephone: readonly TelephoneCall[];
};

/** Visits have minutes and no calls; telephone calls, which are no digital visits, the other way round. */
function asFile(unit: string, weeks: readonly CountedWeek[]): string {
  const lines = weeks.flatMap(({ monday, counts, telephone }) => [
    ...counts.map(({ competence, media, visits, minutes }) => [
      monday,
      unit,
      competence,
      media,
      String(visits),
      String(minutes),
      '',
    ]),
    ...telephoneLines(telephone).map(({ competence, contact, calls }) => [
      monday,
      unit,
      competence,
      `telephone-${contact}`,
      '',
      '',
      String(calls),
    ]),
  ]);
  return csv([HEAD, ...lines]);
}
