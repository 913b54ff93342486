import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { CareUnits } from '../care-units/care-unit.service.js';
import { Clock } from '../config/clock.js';
import { badInput } from '../config/problem.filter.js';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import { Residents } from '../residents/residents.service.js';
import { type DutyHour, NetworkSnapshots } from '../routing/network-snapshots.service.js';
import { Policies } from '../routing/policies.service.js';
import { type CaseCount, type KnownRegion, lacking, ownScenario } from './own-region.js';
import { PLAYED, type PlayedRegion } from './question.js';
import { regionFaults } from './scenario-checks.js';
import { readScenario, SHIPPED_SCENARIO } from './scenario-file.js';

/** Weeks over which cases are counted: newer weeks predict the next better than older ones. */
const WEEKS = 8;

/** The region as it has been lately, made ready to be played. */
@Injectable()
export class OwnRegion {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly units: CareUnits,
    private readonly policies: Policies,
    private readonly residents: Residents,
    private readonly snapshots: NetworkSnapshots,
    private readonly clock: Clock,
  ) {}

  /** What is still unknown before it can be played; null when nothing is. */
  async lacking(): Promise<ReturnType<typeof lacking>> {
    const [duty, cases] = await Promise.all([this.snapshots.dutyByHour(), this.cases(this.clock.now())]);
    return lacking({ knownWeekdays: weekdaysOf(duty), cases });
  }

  /**
   * The region of the last weeks, under the policy in force.
   * @throws ProblemException bad-input while too little is known, saying what is lacking
   */
  async toPlay(): Promise<PlayedRegion> {
    const policy = await this.policies.current();
    const region = await this.known(policy.casesAtOnce, policy.catchAll.competence);
    const unknown = lacking(region);
    if (unknown) {
      const message = `cannot be the own one yet: the staff of ${unknown.weekdays} more weekdays and ${unknown.cases} more cases must be seen first`;
      throw badInput([{ field: 'region', message }]);
    }
    const scenario = ownScenario(readScenario(SHIPPED_SCENARIO).scenario, region);
    const faults = regionFaults(scenario);
    if (faults.length > 0) {
      const why = faults.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
      throw badInput([{ field: 'region', message: `cannot be the own one yet: ${why}` }]);
    }
    return { scenario, policy };
  }

  private async known(casesAtOnce: number, catchAll: KnownRegion['catchAll']): Promise<KnownRegion> {
    const now = this.clock.now();
    const [units, listed, duty, cases] = await Promise.all([
      this.units.all(),
      this.residents.listedCounts(),
      this.snapshots.dutyByHour(),
      this.cases(now),
    ]);
    const monday = DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE }).startOf('week').plus({ weeks: 1 });
    return {
      starts: monday.minus({ days: PLAYED.warmUpDays }).toISODate() ?? '',
      casesAtOnce,
      catchAll,
      units: units.flatMap(({ id, name, kind, openingHours }) =>
        kind === 'clinic' || kind === 'hotline'
          ? [{ id, name, kind, hours: openingHours, listed: listed.get(id) ?? 0 }]
          : [],
      ),
      knownWeekdays: weekdaysOf(duty),
      duty,
      weeks: WEEKS,
      cases,
    };
  }

  private async cases(now: Date): Promise<CaseCount[]> {
    const since = new Date(now.getTime() - WEEKS * 7 * 86_400_000);
    return this.dataSource.query(
      `SELECT coalesce(triage->>'flowId', 'other') AS reason, urgency,
         coalesce(result->>'competence', competence) AS competence,
         extract(isodow FROM waiting_since AT TIME ZONE $2)::int AS weekday,
         extract(hour FROM waiting_since AT TIME ZONE $2)::int AS hour, count(*)::int AS cases
       FROM care_case WHERE waiting_since >= $1 AND urgency IS NOT NULL AND competence IS NOT NULL
       GROUP BY 1, 2, 3, 4, 5`,
      [since, REGION_TIME_ZONE],
    );
  }
}

function weekdaysOf(duty: readonly DutyHour[]): number[] {
  return [...new Set(duty.map(({ weekday }) => weekday))];
}
