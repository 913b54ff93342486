import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import {
  type CareUnitName,
  COMPETENCES,
  type OpenDay,
  type OpeningHours,
  type UnitChangeKind,
  type UnitChangeRow,
  type UnitHours,
  type UnitStaff,
} from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CareUnit } from './care-unit.entity.js';
import { CareUnits, careUnitName } from './care-unit.service.js';
import { isOnDuty } from './duty.rule.js';
import { mayManage } from './manager.rule.js';
import { NETWORK_CHANNEL } from './network-channel.js';
import { openDays } from './open-days.rule.js';
import { checkOpeningHours } from './opening-hours-check.rule.js';
import { Commission } from './staff.entity.js';
import { UnitChange } from './unit-change.entity.js';

const DAYS_SHOWN = 14;
const CHANGES_SHOWN = 10;

/** What managers see and change about units. Every change is stored with the name of who made it. */
@Injectable()
export class ManagedUnits {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly careUnits: CareUnits,
    private readonly clock: Clock,
  ) {}

  /** The units that this manager may change, by name, their own first. */
  async list(manager: CommissionCaller): Promise<CareUnitName[]> {
    const units = (await this.careUnits.all()).filter(({ id }) => mayManage(manager, id)).map(careUnitName);
    return units.sort((a, b) => Number(b.id === manager.unitId) - Number(a.id === manager.unitId));
  }

  /** A unit that this manager may see. @throws ProblemException not-found, not-allowed */
  find(manager: CommissionCaller, unitId: string): Promise<CareUnit> {
    return this.managed(this.dataSource.manager, manager, unitId);
  }

  /** @throws ProblemException not-found, not-allowed */
  async hours(manager: CommissionCaller, unitId: string): Promise<UnitHours> {
    return this.hoursOf(
      this.dataSource.manager,
      await this.managed(this.dataSource.manager, manager, unitId),
    );
  }

  /**
   * Saves opening hours, from now on.
   * @param revision of the hours that were changed
   * @throws ProblemException not-found, not-allowed, bad-input, conflict when others saved since
   */
  async saveHours(
    manager: CommissionCaller,
    unitId: string,
    { hours: given, revision }: { hours: unknown; revision: number },
  ): Promise<UnitHours> {
    const saved = await this.dataSource.transaction(async (db) => {
      const unit = await this.managed(db, manager, unitId, true);
      const hours = readHours(given);
      if (revision !== (await latestRevision(db, unitId))) {
        throw new ProblemException(
          'conflict',
          'Somebody else has saved these hours. Fetch them and change them again.',
        );
      }
      if (!isDeepStrictEqual(hours, unit.openingHours)) {
        await this.record(db, manager, unitId, 'opening-hours', null, unit.openingHours, hours);
        await db.update(CareUnit, { id: unitId }, { openingHours: hours });
        await db.query('SELECT pg_notify($1, $2)', [NETWORK_CHANNEL, unitId]);
      }
      return this.hoursOf(db, { ...unit, openingHours: hours });
    });
    this.careUnits.forget();
    return saved;
  }

  /** What hours would mean for the next days. @throws ProblemException not-found, not-allowed, bad-input */
  async preview(manager: CommissionCaller, unitId: string, given: unknown): Promise<OpenDay[]> {
    const { hours } = await this.proposed(manager, unitId, given);
    return openDays(hours, this.clock.now(), DAYS_SHOWN);
  }

  /** Hours that are not saved, read, and the unit that they are for. @throws ProblemException not-found, not-allowed, bad-input */
  async proposed(
    manager: CommissionCaller,
    unitId: string,
    given: unknown,
  ): Promise<{ unit: CareUnit; hours: OpeningHours }> {
    const unit = await this.managed(this.dataSource.manager, manager, unitId);
    return { unit, hours: readHours(given) };
  }

  /** Who could be on duty and who is. @throws ProblemException not-found, not-allowed */
  async staff(manager: CommissionCaller, unitId: string): Promise<UnitStaff> {
    const unit = await this.managed(this.dataSource.manager, manager, unitId);
    const now = this.clock.now();
    const commissions = await this.dataSource.manager.find(Commission, {
      where: { unitId, manages: IsNull() },
      relations: { staff: true },
      order: { staff: { givenName: 'ASC', familyName: 'ASC' }, hsaId: 'ASC' },
    });
    const staff = commissions.map((commission) => ({
      commissionId: commission.id,
      name: `${commission.staff?.givenName} ${commission.staff?.familyName}`,
      role: commission.role,
      onDuty: isOnDuty(commission, now),
      available: commission.available,
      lastSeenAt: commission.lastSeenAt?.toISOString() ?? null,
    }));
    const duty = COMPETENCES.filter(
      (each) => unit.competences.includes(each) || staff.some(({ role }) => role === each),
    ).map((competence) => {
      const present = staff.filter(({ role, onDuty }) => role === competence && onDuty);
      const available = present.filter((each) => each.available).length;
      return { competence, onDuty: present.length, available };
    });
    return { unit: careUnitName(unit), duty, staff, now: now.toISOString() };
  }

  /**
   * Pauses someone at the unit, or lets them take new cases again. Cases that they hold stay theirs.
   * @throws ProblemException not-found, not-allowed
   */
  async setAvailable(
    manager: CommissionCaller,
    unitId: string,
    commissionId: string,
    available: boolean,
  ): Promise<UnitStaff> {
    await this.dataSource.transaction(async (db) => {
      await this.managed(db, manager, unitId);
      const commission = await db.findOne(Commission, {
        where: { id: commissionId, unitId, manages: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (!commission)
        throw new ProblemException('not-found', 'Nobody works at the unit in that commission.');
      if (commission.available === available) return;
      const { staff } = (await this.careUnits.commissions([commissionId], db)).get(commissionId) ?? {};
      const about = `${staff?.givenName} ${staff?.familyName}`;
      const state = (value: boolean) => ({ commissionId, available: value });
      await this.record(db, manager, unitId, 'availability', about, state(!available), state(available));
      await this.careUnits.setAvailable(commissionId, available, db);
    });
    return this.staff(manager, unitId);
  }

  /** The unit, when this manager may change it. @param lock until the transaction ends */
  private async managed(
    db: EntityManager,
    manager: CommissionCaller,
    unitId: string,
    lock = false,
  ): Promise<CareUnit> {
    const unit = await db.findOne(CareUnit, {
      where: { id: unitId },
      ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
    });
    if (!unit) throw new ProblemException('not-found', 'There is no such unit.');
    if (mayManage(manager, unitId)) return unit;
    throw new ProblemException(
      'not-allowed',
      `You manage ${manager.unitName}; another manager changes this unit.`,
    );
  }

  private async hoursOf(db: EntityManager, unit: CareUnit): Promise<UnitHours> {
    const changes = await db.find(UnitChange, {
      where: { unitId: unit.id },
      order: { id: 'DESC' },
      take: CHANGES_SHOWN,
    });
    return {
      unit: careUnitName(unit),
      hours: unit.openingHours,
      revision: await latestRevision(db, unit.id),
      days: openDays(unit.openingHours, this.clock.now(), DAYS_SHOWN),
      changes: changes.map(changeRow),
    };
  }

  private async record(
    db: EntityManager,
    manager: CommissionCaller,
    unitId: string,
    what: UnitChangeKind,
    about: string | null,
    before: object,
    after: object,
  ): Promise<void> {
    await db.insert(UnitChange, {
      at: this.clock.now(),
      unitId,
      what,
      staffHsaId: manager.staffHsaId,
      staffName: manager.staffName,
      commissionHsaId: manager.commissionHsaId,
      about,
      before,
      after,
    });
  }
}

function changeRow({ at, staffName, what, about, after }: UnitChange): UnitChangeRow {
  const { available } = after as { available?: boolean };
  return { at: at.toISOString(), by: staffName, what, about, available: available ?? null };
}

/** Which hours these are: the record of the change that made them, 0 for those that the unit began with. */
async function latestRevision(db: EntityManager, unitId: string): Promise<number> {
  const [row]: { id: string | null }[] = await db.query(
    `SELECT max(id) AS id FROM unit_change WHERE unit_id = $1 AND what = 'opening-hours'`,
    [unitId],
  );
  return Number(row?.id ?? 0);
}

/** @throws ProblemException bad-input, with each fault at its field below `hours` */
function readHours(given: unknown): OpeningHours {
  const read = checkOpeningHours(given);
  if (!Array.isArray(read)) return read;
  const errors = read.map(({ path, message, code }) => ({
    field: ['hours', ...path].join('.'),
    message,
    code,
  }));
  const detail = errors.map(({ field, message }) => `${field} ${message}`).join('; ');
  throw new ProblemException('bad-input', detail, errors);
}
