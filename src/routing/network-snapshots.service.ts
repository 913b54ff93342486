import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../config/clock.js';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { Competence } from '../contracts/index.js';
import type { UnitState } from './network.rule.js';
import { NetworkState } from './network-state.service.js';
import { Policies } from './policies.service.js';

/** Snapshots are taken at most this often, and kept for as long as a policy can be tried on what was decided. */
const EVERY_MS = 60_000;
export const KEPT_DAYS = 8;
const DAY_MS = 86_400_000;

/** Who was at work at a unit in an hour of the week, and how long cases took them, on average. */
export interface DutyHour {
  unitId: string;
  competence: Competence;
  weekday: number;
  hour: number;
  /** Counted as the cases they work with at a time. */
  onDuty: number;
  handlingMinutes: number;
}

/** Keeps the state of the whole network, minute by minute, for trying a policy on the last week's cases. */
@Injectable()
export class NetworkSnapshots {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly network: NetworkState,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** Takes one, unless one was taken within the minute, and drops those that are too old. */
  async take(): Promise<void> {
    const now = this.clock.now();
    const minute = new Date(Math.floor(now.getTime() / EVERY_MS) * EVERY_MS);
    const [known]: unknown[] = await this.dataSource.query('SELECT 1 FROM network_snapshot WHERE at = $1', [
      minute,
    ]);
    if (known) return;
    const { casesAtOnce } = await this.policies.current();
    const network = await this.network.load(now, casesAtOnce);
    await this.dataSource.query(
      'INSERT INTO network_snapshot (at, units) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [minute, JSON.stringify([...network.values()])],
    );
    await this.dataSource.query('DELETE FROM network_snapshot WHERE at < $1', [
      new Date(now.getTime() - KEPT_DAYS * DAY_MS),
    ]);
  }

  /** The last one taken at or before an instant; null when there is none. */
  async before(at: Date): Promise<UnitState[] | null> {
    const [row]: { units: UnitState[] }[] = await this.dataSource.query(
      'SELECT units FROM network_snapshot WHERE at <= $1 ORDER BY at DESC LIMIT 1',
      [at],
    );
    return row?.units ?? null;
  }

  /** Who has been at work in each hour of the week, and how long their cases took: from one minute in each quarter. */
  async dutyByHour(): Promise<DutyHour[]> {
    return this.dataSource.query(
      `WITH seen AS (
         SELECT extract(isodow FROM at AT TIME ZONE $1)::int AS weekday,
           extract(hour FROM at AT TIME ZONE $1)::int AS hour, units
         FROM network_snapshot WHERE extract(minute FROM at)::int % 15 = 0
       )
       SELECT unit->>'id' AS "unitId", desk.key AS competence, weekday, hour,
         avg((desk.value->>'onDuty')::float) AS "onDuty",
         avg((desk.value->>'handlingMinutes')::float) AS "handlingMinutes"
       FROM seen, jsonb_array_elements(units) AS unit, jsonb_each(unit->'desks') AS desk
       GROUP BY 1, 2, 3, 4`,
      [REGION_TIME_ZONE],
    );
  }
}
