import type { EntityManager } from 'typeorm';
import { CareUnit } from '../care-units/care-unit.entity.js';
import { careUnitName, staffNames } from '../care-units/care-unit.service.js';
import { isOpenThroughout } from '../care-units/opening-hours.rule.js';
import type { BookableTime, BookingKind } from '../contracts/index.js';
import { BookableTimeRow } from './booking.entity.js';
import { bookableUntil } from './booking.rule.js';
import type { OfferedTime } from './timetable.js';

/** Most times in one answer: four weeks of one kind at one unit are fewer. */
const MOST = 500;

/** A time with its unit and the name of the performer. */
export interface NamedTime {
  time: BookableTimeRow;
  unit: CareUnit;
  performerName: string;
}

/**
 * Adds the times that are not there yet. What is there stays, booked or not: a time that begins at the same moment, or
 * overlaps one of the same performer, is passed over.
 * @returns how many were added
 */
export async function addTimes(manager: EntityManager, times: readonly OfferedTime[]): Promise<number> {
  const added: unknown[] = await manager.query(
    `INSERT INTO bookable_time (id, unit_id, kind, performer_commission_id, starts_at, ends_at)
     SELECT gen_random_uuid(), * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::timestamptz[], $5::timestamptz[])
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      times.map((time) => time.unitId),
      times.map((time) => time.kind),
      times.map((time) => time.performerCommissionId),
      times.map((time) => time.startsAt),
      times.map((time) => time.endsAt),
    ],
  );
  return added.length;
}

/** The free times of a kind at a unit that can be booked now and in which the unit is open, soonest first. */
export async function freeTimes(
  manager: EntityManager,
  unitId: string,
  kind: BookingKind,
  now: Date,
): Promise<BookableTime[]> {
  const ids = await freeTimeIds(manager, unitId, kind, now);
  const named = await namedTimes(manager, ids);
  return ids.flatMap((id) => {
    const found = named.get(id);
    return found ? [toBookableTime(found)] : [];
  });
}

/** Whether `freeTimes` has any. */
export async function hasFreeTime(
  manager: EntityManager,
  unitId: string,
  kind: BookingKind,
  now: Date,
): Promise<boolean> {
  return (await freeTimeIds(manager, unitId, kind, now)).length > 0;
}

async function freeTimeIds(
  manager: EntityManager,
  unitId: string,
  kind: BookingKind,
  now: Date,
): Promise<string[]> {
  const unit = await manager.findOneBy(CareUnit, { id: unitId });
  const rows: { id: string; starts_at: Date; ends_at: Date }[] = await manager.query(
    `SELECT id, starts_at, ends_at FROM bookable_time time
     WHERE unit_id = $1 AND kind = $2 AND starts_at > $3 AND ($4::timestamptz IS NULL OR starts_at <= $4)
       AND NOT EXISTS (SELECT 1 FROM booking WHERE booking.time_id = time.id AND cancelled_at IS NULL)
     ORDER BY starts_at, id LIMIT $5`,
    [unitId, kind, now, bookableUntil(kind, now), MOST],
  );
  return rows
    .filter((row) => unit && isOpenThroughout(unit.openingHours, row.starts_at, row.ends_at))
    .map(({ id }) => id);
}

/** Times with their names, by id; unknown ids are left out. */
export async function namedTimes(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, NamedTime>> {
  if (ids.length === 0) return new Map();
  const times = await manager
    .createQueryBuilder(BookableTimeRow, 'time')
    .innerJoinAndSelect('time.unit', 'unit')
    .whereInIds(ids)
    .getMany();
  const names = await staffNames(
    manager,
    times.map(({ performerCommissionId }) => performerCommissionId),
  );
  return new Map(
    times.map((time) => [
      time.id,
      { time, unit: time.unit as CareUnit, performerName: names.get(time.performerCommissionId) ?? '' },
    ]),
  );
}

/** The kinds of which each unit has times ahead, free or not. */
export async function kindsOffered(manager: EntityManager, now: Date): Promise<Map<string, BookingKind[]>> {
  const rows: { unit_id: string; kinds: BookingKind[] }[] = await manager.query(
    `SELECT unit_id, array_agg(DISTINCT kind ORDER BY kind) AS kinds FROM bookable_time
     WHERE starts_at > $1 GROUP BY unit_id`,
    [now],
  );
  return new Map(rows.map(({ unit_id, kinds }) => [unit_id, kinds]));
}

function toBookableTime({ time, unit, performerName }: NamedTime): BookableTime {
  return {
    id: time.id,
    unit: careUnitName(unit),
    kind: time.kind,
    performerName,
    startsAt: time.startsAt.toISOString(),
    endsAt: time.endsAt.toISOString(),
  };
}
