import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In, MoreThan } from 'typeorm';
import { Clock } from '../config/clock.js';
import type { CareUnitName, StaffName } from '../contracts/index.js';
import { CareUnit } from './care-unit.entity.js';
import { isOnDuty, ON_DUTY_MS } from './duty.rule.js';
import { NETWORK_CHANNEL } from './network-channel.js';
import { Commission } from './staff.entity.js';

/** Units seldom change and are read at every step. If the notice of a change is missed, the change is seen after this. */
const CACHE_MS = 30_000;

/** A commission with the staff member and the unit it is at. */
export type KnownCommission = Commission & Required<Pick<Commission, 'staff' | 'unit'>>;

/** Somebody who has the desk open, as far as the queues go. */
export type OpenDesk = Pick<Commission, 'id' | 'unitId' | 'role' | 'available'>;

/** The units of the region, and the staff with their commissions. */
@Injectable()
export class CareUnits {
  private cached: { units: Promise<readonly CareUnit[]>; until: number } | null = null;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** All units, by name. */
  all(): Promise<readonly CareUnit[]> {
    const now = this.clock.now().getTime();
    if (!this.cached || now >= this.cached.until || now < this.cached.until - CACHE_MS) {
      const units = this.dataSource.manager.find(CareUnit, { order: { name: 'ASC' } });
      this.cached = { units, until: now + CACHE_MS };
      units.then(
        (found) => found.length > 0 || this.forget(),
        () => this.forget(),
      );
    }
    return this.cached.units;
  }

  /** Call after a unit was changed: the next read goes to the database. */
  forget(): void {
    this.cached = null;
  }

  async byId(id: string): Promise<CareUnit | null> {
    return (await this.all()).find((unit) => unit.id === id) ?? null;
  }

  async bySlug(slug: string): Promise<CareUnit | null> {
    return (await this.all()).find((unit) => unit.slug === slug) ?? null;
  }

  async byHsaId(hsaId: string): Promise<CareUnit | null> {
    return (await this.all()).find((unit) => unit.hsaId === hsaId) ?? null;
  }

  /** One commission with its staff member and unit, else null. */
  async commission(id: string): Promise<KnownCommission | null> {
    return (await this.commissions([id])).get(id) ?? null;
  }

  /** Commissions with their staff members and units, by id; unknown ids are left out. */
  async commissions(
    ids: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, KnownCommission>> {
    if (ids.length === 0) return new Map();
    const found = await manager.find(Commission, {
      where: { id: In([...new Set(ids)]) },
      relations: { staff: true, unit: true },
    });
    return new Map(found.map((commission) => [commission.id, commission as KnownCommission]));
  }

  /** The ids of all commissions at a unit. */
  async commissionIdsAt(unitId: string): Promise<string[]> {
    const found = await this.dataSource.manager.find(Commission, { select: { id: true }, where: { unitId } });
    return found.map(({ id }) => id);
  }

  /** How staff are named to people, by commission. */
  async commissionNames(ids: readonly string[]): Promise<Map<string, StaffName>> {
    const commissions = await this.commissions(ids);
    return new Map([...commissions].map(([id, commission]) => [id, staffName(commission)]));
  }

  /** The commissions with an open desk at that moment. */
  async onDuty(now: Date): Promise<KnownCommission[]> {
    const found = await this.dataSource.manager.find(Commission, {
      where: { lastSeenAt: MoreThan(new Date(now.getTime() - ON_DUTY_MS)) },
      relations: { staff: true, unit: true },
    });
    return found
      .filter((commission): commission is KnownCommission => isOnDuty(commission, now))
      .sort((a, b) => staffName(a).name.localeCompare(staffName(b).name, 'sv'));
  }

  /** The staff who have a desk open at that moment, at those units or at all. */
  async desksOpen(
    now: Date,
    unitIds: readonly string[] | null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<OpenDesk[]> {
    return manager.query(
      `SELECT id, unit_id AS "unitId", role, available FROM commission
       WHERE last_seen_at > $2 AND manages IS NULL AND ($1::uuid[] IS NULL OR unit_id = ANY($1))`,
      [unitIds, new Date(now.getTime() - ON_DUTY_MS)],
    );
  }

  /**
   * Stores that the desks of these commissions are open now; the time never moves back. When somebody comes on duty
   * by it, every process is notified.
   */
  async touchPresence(commissionIds: readonly string[], now: Date): Promise<void> {
    if (commissionIds.length === 0) return;
    await this.dataSource.query(
      `WITH earlier AS (
         SELECT id, unit_id, last_seen_at FROM commission
         WHERE id = ANY($1::uuid[]) AND (last_seen_at IS NULL OR last_seen_at < $2)
       ), seen AS (
         UPDATE commission SET last_seen_at = $2 FROM earlier
         WHERE commission.id = earlier.id AND (commission.last_seen_at IS NULL OR commission.last_seen_at < $2)
         RETURNING earlier.unit_id, earlier.last_seen_at
       )
       SELECT pg_notify($4, unit_id::text) FROM seen
       WHERE last_seen_at IS NULL OR last_seen_at <= $3 GROUP BY unit_id`,
      [commissionIds, now, new Date(now.getTime() - ON_DUTY_MS), NETWORK_CHANNEL],
    );
  }

  /** Sets whether a commission takes new cases; cases that it holds stay with it. Every process is notified. */
  async setAvailable(
    commissionId: string,
    available: boolean,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await manager.query(
      `WITH changed AS (
         UPDATE commission SET available = $2 WHERE id = $1 AND available <> $2 RETURNING unit_id
       )
       SELECT pg_notify($3, unit_id::text) FROM changed`,
      [commissionId, available, NETWORK_CHANNEL],
    );
  }
}

/** When the desk of each commission was last seen, as a table `desk` within a statement of another room. */
export const LAST_SEEN_SQL = '(SELECT id, last_seen_at FROM commission) desk';

/** The names of staff, by the ids of their commissions; unknown ids are left out. */
export async function staffNames(
  manager: EntityManager,
  commissionIds: readonly string[],
): Promise<Map<string, string>> {
  if (commissionIds.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await manager.query(
    `SELECT commission.id, given_name || ' ' || family_name AS name
     FROM commission JOIN staff ON staff.id = staff_id WHERE commission.id = ANY($1::uuid[])`,
    [[...new Set(commissionIds)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A unit as people see it named. */
export function careUnitName(unit: CareUnit): CareUnitName {
  return { id: unit.id, slug: unit.slug, name: unit.name, kind: unit.kind };
}

/** A commission as people see its holder named. */
export function staffName(commission: KnownCommission): StaffName {
  return {
    commissionId: commission.id,
    name: `${commission.staff.givenName} ${commission.staff.familyName}`,
    role: commission.role,
    unit: commission.unit.name,
  };
}
