import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { CareUnit } from '../care-units/care-unit.entity.js';
import { CareUnits, type OpenDesk } from '../care-units/care-unit.service.js';
import { isOpen, nextOpening, openUntil } from '../care-units/opening-hours.rule.js';
import type { Competence, Urgency } from '../contracts/index.js';
import { type DeskState, type Network, NOBODY_WAITS, type UnitState } from './network.rule.js';

const HOUR_MS = 3_600_000;
/** Handling times change slowly and are computed from many closed cases: they are cached for this long. */
const HANDLING_CACHE_MS = 5 * 60_000;
/** Handling minutes assumed where no case was closed lately, and the bounds of what is computed. */
const HANDLING = { usual: 10, least: 2, most: 60, days: 14 };

type DeskKey = `${string} ${Competence}`;

interface Counts {
  onDuty: number;
  available: number;
  waiting: [number, number, number, number, number];
  arrived: [number, number, number, number, number];
}

/** Reads the state of the network: staff on duty, waiting cases, handling times. */
@Injectable()
export class NetworkState {
  private handling: { minutes: Promise<ReadonlyMap<DeskKey, number>>; until: number } | null = null;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly units: CareUnits,
  ) {}

  /**
   * The network at a moment.
   * @param casesAtOnce how many cases one staff member works with
   * @param unitIds only these units; all when left out
   */
  async load(
    now: Date,
    casesAtOnce: number,
    {
      unitIds,
      manager = this.dataSource.manager,
    }: { unitIds?: readonly string[]; manager?: EntityManager } = {},
  ): Promise<Network> {
    const all = await this.units.all();
    const units = unitIds ? all.filter(({ id }) => unitIds.includes(id)) : all;
    const staff = await this.units.desksOpen(now, unitIds ?? null, manager);
    const [counts, handling] = await Promise.all([
      countsOf(manager, now, { casesAtOnce, unitIds: unitIds ?? null, staff }),
      this.handlingMinutes(now),
    ]);
    return new Map(units.map((unit) => [unit.id, unitState(unit, counts, handling, now)]));
  }

  private handlingMinutes(now: Date): Promise<ReadonlyMap<DeskKey, number>> {
    const ms = now.getTime();
    if (!this.handling || ms >= this.handling.until || ms < this.handling.until - HANDLING_CACHE_MS) {
      const minutes = readHandling(this.dataSource.manager, now);
      this.handling = { minutes, until: ms + HANDLING_CACHE_MS };
      minutes.catch(() => {
        this.handling = null;
      });
    }
    return this.handling.minutes;
  }
}

function unitState(
  unit: CareUnit,
  counts: ReadonlyMap<DeskKey, Counts>,
  handling: ReadonlyMap<DeskKey, number>,
  now: Date,
): UnitState {
  const { id, name, kind, openingHours: hours } = unit;
  const open = isOpen(hours, now);
  const desks: Partial<Record<Competence, DeskState>> = {};
  for (const competence of unit.competences) {
    const counted = counts.get(`${id} ${competence}`);
    desks[competence] = {
      onDuty: counted?.onDuty ?? 0,
      available: counted?.available ?? 0,
      waiting: counted?.waiting ?? NOBODY_WAITS,
      arrivedLastHour: counted?.arrived ?? NOBODY_WAITS,
      handlingMinutes: handling.get(`${id} ${competence}`) ?? HANDLING.usual,
    };
  }
  return {
    id,
    name,
    kind,
    open,
    closesAt: open ? (openUntil(hours, now)?.toISOString() ?? null) : null,
    opensAt: open ? null : (nextOpening(hours, now)?.toISOString() ?? null),
    desks,
  };
}

async function countsOf(
  manager: EntityManager,
  now: Date,
  {
    casesAtOnce,
    unitIds,
    staff,
  }: { casesAtOnce: number; unitIds: readonly string[] | null; staff: readonly OpenDesk[] },
): Promise<Map<DeskKey, Counts>> {
  const found = new Map<DeskKey, Counts>();
  const at = (unitId: string, competence: Competence): Counts => {
    const key: DeskKey = `${unitId} ${competence}`;
    const counts = found.get(key) ?? {
      onDuty: 0,
      available: 0,
      waiting: [0, 0, 0, 0, 0],
      arrived: [0, 0, 0, 0, 0],
    };
    found.set(key, counts);
    return counts;
  };
  const waiting: { unit_id: string; competence: Competence; urgency: Urgency; count: number }[] =
    await manager.query(
      `SELECT unit_id, competence, urgency, count(*)::int AS count FROM care_case
       WHERE state = 'waiting' AND set_aside_until IS NULL AND ($1::uuid[] IS NULL OR unit_id = ANY($1)) GROUP BY 1, 2, 3`,
      [unitIds],
    );
  for (const row of waiting) at(row.unit_id, row.competence).waiting[row.urgency - 1] = row.count;
  const arrived: typeof waiting = await manager.query(
    `SELECT unit_id, competence, urgency, count(*)::int AS count FROM care_case
     WHERE waiting_since > $2 AND competence IS NOT NULL AND urgency IS NOT NULL
       AND ($1::uuid[] IS NULL OR unit_id = ANY($1)) GROUP BY 1, 2, 3`,
    [unitIds, new Date(now.getTime() - HOUR_MS)],
  );
  for (const row of arrived) at(row.unit_id, row.competence).arrived[row.urgency - 1] = row.count;
  const held: { holder: string; count: number }[] = await manager.query(
    `SELECT holder_commission_id AS holder, count(*)::int AS count FROM care_case
     WHERE state = 'held' AND set_aside_until IS NULL AND holder_commission_id = ANY($1::uuid[]) GROUP BY 1`,
    [staff.map(({ id }) => id)],
  );
  const heldBy = new Map(held.map(({ holder, count }) => [holder, count]));
  for (const { id, unitId, role, available } of staff) {
    const counts = at(unitId, role);
    const cases = heldBy.get(id) ?? 0;
    counts.onDuty += available ? casesAtOnce : Math.min(cases, casesAtOnce);
    if (available) counts.available += Math.max(0, casesAtOnce - cases);
  }
  return found;
}

/** Mean minutes from claim to closing of the last days' cases, by unit and competence. */
async function readHandling(manager: EntityManager, now: Date): Promise<Map<DeskKey, number>> {
  const rows: { unit_id: string; competence: Competence; minutes: number }[] = await manager.query(
    `SELECT unit_id, competence,
       avg(least(greatest(EXTRACT(EPOCH FROM closed_at - claimed_at) / 60, $2), $3))::float AS minutes
     FROM care_case
     WHERE state = 'closed' AND closed_at > $1 AND claimed_at IS NOT NULL AND closed_at > claimed_at
       AND unit_id IS NOT NULL AND competence IS NOT NULL
     GROUP BY 1, 2`,
    [new Date(now.getTime() - HANDLING.days * 24 * HOUR_MS), HANDLING.least, HANDLING.most],
  );
  return new Map(rows.map(({ unit_id, competence, minutes }) => [`${unit_id} ${competence}`, minutes]));
}
