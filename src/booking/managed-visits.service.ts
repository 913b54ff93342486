import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { staffNames } from '../care-units/care-unit.service.js';
import { ManagedUnits } from '../care-units/managed-units.service.js';
import { Clock } from '../config/clock.js';
import type { BookingKind, VisitsOutside } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { visitsOutside } from './visits-outside.rule.js';

/** Of more visits than this only the number is told. */
const MOST_LISTED = 100;

interface VisitRow {
  startsAt: Date;
  endsAt: Date;
  kind: BookingKind;
  performerCommissionId: string;
}

/** What managers are told of the visits at a unit: when, what and with whom, never whose, since they look after no patient. */
@Injectable()
export class ManagedVisits {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly managedUnits: ManagedUnits,
    private readonly clock: Clock,
  ) {}

  /**
   * The booked visits that hours would leave outside, if they were saved; nothing is changed.
   * @throws ProblemException not-found, not-allowed, bad-input
   */
  async outside(manager: CommissionCaller, unitId: string, given: unknown): Promise<VisitsOutside> {
    const { unit, hours } = await this.managedUnits.proposed(manager, unitId, given);
    const visits: VisitRow[] = await this.dataSource.query(
      `SELECT starts_at AS "startsAt", ends_at AS "endsAt", kind, performer_commission_id AS "performerCommissionId"
       FROM booking
       JOIN bookable_time time ON time.id = time_id
       WHERE time.unit_id = $1 AND ends_at > $2 AND cancelled_at IS NULL
       ORDER BY starts_at, time.id`,
      [unitId, this.clock.now()],
    );
    const outside = visitsOutside(visits, unit.openingHours, hours);
    const listed = outside.slice(0, MOST_LISTED);
    const names = await staffNames(
      this.dataSource.manager,
      listed.map(({ performerCommissionId }) => performerCommissionId),
    );
    return {
      total: outside.length,
      visits: listed.map(({ startsAt, endsAt, kind, performerCommissionId }) => ({
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        kind,
        performerName: names.get(performerCommissionId) ?? '',
      })),
    };
  }
}
