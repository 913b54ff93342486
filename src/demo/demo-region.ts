import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { addTimes } from '../booking/bookable-times.js';
import { offeredTimes, type TimetableTemplate } from '../booking/timetable.js';
import { CareUnit } from '../care-units/care-unit.entity.js';
import type { OpeningHours } from '../care-units/opening-hours.rule.js';
import { Commission, Staff } from '../care-units/staff.entity.js';
import type { Clock } from '../config/clock.js';
import { QuickReplyRow } from '../conversations/quick-reply.entity.js';
import { Guardianship, Person } from '../residents/person.entity.js';
import { readHours } from './demo-hours.js';
import { identityOf } from './demo-people.js';
import { type DemoRegionFile, type DemoUnit, readDemoRegion } from './demo-region-file.js';

/** One process at a time fills the demo ("slus" in ASCII). */
const LOCK = 0x736c7573;

/** The demo region: puts it into an empty database, and keeps its bookable times four weeks ahead. */
export class DemoRegion {
  /** Parses and checks the region's file. @throws DemoRegionError with the line of every fault */
  constructor(private readonly region: DemoRegionFile = readDemoRegion()) {}

  /**
   * Fills an empty database in one transaction; a database with any unit is left as it is. Then offers the
   * times of the next four weeks. Safe to call at every start, and from several processes at once.
   * @returns whether it was filled now
   */
  static async fillOnce(dataSource: DataSource, clock: Clock): Promise<boolean> {
    return new DemoRegion().fillOnce(dataSource, clock);
  }

  async fillOnce(dataSource: DataSource, clock: Clock): Promise<boolean> {
    return dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const empty = !(await manager.exists(CareUnit));
      if (empty) await this.fill(manager, clock.now());
      await this.offerTimes(manager, clock.now());
      return empty;
    });
  }

  /**
   * Adds the missing times of the next four weeks; bookings and earlier times stay as they are.
   * @returns how many times were added
   */
  async offerTimes(manager: EntityManager, now: Date): Promise<number> {
    return addTimes(manager, offeredTimes(await this.templates(manager), now));
  }

  private async templates(manager: EntityManager): Promise<TimetableTemplate[]> {
    const units = new Map((await manager.find(CareUnit)).map((unit) => [unit.slug, unit]));
    const commissions = new Map((await manager.find(Commission)).map(({ id, hsaId }) => [hsaId, id]));
    return this.region.staff
      .flatMap((staff) => staff.commissions)
      .flatMap((commission) => {
        const unit = units.get(commission.unit);
        const performerCommissionId = commissions.get(commission['hsa-id']);
        if (!unit || !performerCommissionId) return [];
        return (commission.times ?? []).map((time) => ({
          ...time,
          performerCommissionId,
          unitId: unit.id,
          hours: unit.openingHours,
        }));
      });
  }

  private async fill(manager: EntityManager, now: Date): Promise<void> {
    const { units, staff, residents } = this.region;
    const unitIds = new Map(units.map((unit) => [unit.slug, randomUUID()]));
    const personIds = new Map(residents.map((resident) => [resident.id, randomUUID()]));
    await manager.insert(
      CareUnit,
      units.map((unit) => toUnit(unit, idOf(unitIds, unit.slug))),
    );
    const people = staff.map((each) => ({ each, id: randomUUID() }));
    await manager.insert(
      Staff,
      people.map(({ each, id }) => ({
        id,
        hsaId: each['hsa-id'],
        givenName: each['given-name'],
        familyName: each['family-name'],
      })),
    );
    await manager.insert(
      Commission,
      people.flatMap(({ each, id: staffId }) =>
        each.commissions.map((commission) => ({
          id: randomUUID(),
          hsaId: commission['hsa-id'],
          staffId,
          unitId: idOf(unitIds, commission.unit),
          role: commission.role,
          manages: commission.manages ?? null,
        })),
      ),
    );
    await manager.insert(
      Person,
      residents.map((resident) => ({
        id: idOf(personIds, resident.id),
        ...identityOf(resident, now),
        givenName: resident['given-name'],
        familyName: resident['family-name'],
        sex: resident.sex,
        language: resident.language ?? 'sv',
        protectedIdentity: resident['protected-identity'] ?? false,
        listingUnitId: resident['listed-at'] ? idOf(unitIds, resident['listed-at']) : null,
      })),
    );
    await manager.insert(
      Guardianship,
      residents.flatMap(({ id, guardians = [] }) =>
        guardians.map((guardian) => ({
          guardianId: idOf(personIds, guardian),
          childId: idOf(personIds, id),
        })),
      ),
    );
    await manager.insert(
      QuickReplyRow,
      units.flatMap((unit) =>
        (unit['quick-replies'] ?? []).map(({ title, sv, en }) => ({
          id: randomUUID(),
          unitId: idOf(unitIds, unit.slug),
          title,
          text: { sv, en },
        })),
      ),
    );
  }
}

function toUnit(unit: DemoUnit, id: string): CareUnit {
  return {
    id,
    hsaId: unit['hsa-id'],
    slug: unit.slug,
    name: unit.name,
    kind: unit.kind,
    address: unit.address,
    phone: unit.phone ?? null,
    openingHours: checkedHours(unit),
    competences: unit.competences,
    othersMayBook: unit['others-may-book'],
  };
}

function checkedHours({ hours }: DemoUnit): OpeningHours {
  const read = readHours(hours);
  if (Array.isArray(read)) throw new Error('The checked file has hours that are wrong');
  return read;
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The checked file names ${key}, which is not in it`);
  return id;
}
