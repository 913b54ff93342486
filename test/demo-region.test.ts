import { DataSource } from 'typeorm';
import { CareUnits } from '../src/care-units/care-unit.service.js';
import { isOpen } from '../src/care-units/opening-hours.rule.js';
import { Clock } from '../src/config/clock.js';
import { createDataSource } from '../src/data-source.js';
import { DemoRegion } from '../src/demo/demo-region.js';
import { Person } from '../src/residents/person.entity.js';
import { Residents } from '../src/residents/residents.service.js';
import { createDatabase } from './support/database.js';

class SetClock extends Clock {
  constructor(public at: Date) {
    super();
  }
  now(): Date {
    return this.at;
  }
}

const TUESDAY_EVENING = new Date('2026-11-24T18:20:00Z');

describe('the demo region', () => {
  const clock = new SetClock(TUESDAY_EVENING);
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let dataSource: DataSource;
  /** Of one core. */
  let filledInMs: number;
  let filled: boolean[];

  async function count(sql: string): Promise<number> {
    const [row] = await dataSource.query(`SELECT count(*)::int AS n FROM ${sql}`);
    return row.n;
  }

  beforeAll(async () => {
    database = await createDatabase();
    dataSource = await createDataSource(database.url, 5).initialize();
    await dataSource.runMigrations();
    const before = process.cpuUsage();
    filled = await Promise.all([1, 2, 3].map(() => DemoRegion.fillOnce(dataSource, clock)));
    const { user, system } = process.cpuUsage(before);
    filledInMs = (user + system) / 1_000;
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is filled exactly once, however many start at once, and quickly', async () => {
    expect(filled.filter(Boolean)).toHaveLength(1);
    expect(filledInMs).toBeLessThan(3_000);
    expect(await count('care_unit')).toBe(5);
    expect(await count('person')).toBeGreaterThanOrEqual(16);
    expect(await count('quick_reply')).toBeGreaterThanOrEqual(10);
  });

  it('offers every kind of time at the clinics, within opening hours, for the next four weeks', async () => {
    const times: { slug: string; kind: string; starts_at: Date; ends_at: Date }[] = await dataSource.query(
      `SELECT slug, bookable_time.kind, starts_at, ends_at FROM bookable_time JOIN care_unit ON care_unit.id = unit_id`,
    );
    for (const slug of ['herrgardet', 'kungsor']) {
      const kinds = new Set(times.filter((time) => time.slug === slug).map((time) => time.kind));
      expect(kinds).toEqual(
        new Set(['nurse-visit', 'physician-same-day', 'physician-visit', 'physiotherapist-visit']),
      );
    }
    expect(times.some((time) => time.slug === 'barnmottagningen' && time.kind === 'child-nurse-visit')).toBe(
      true,
    );
    const units = new Map((await new CareUnits(dataSource, clock).all()).map((unit) => [unit.slug, unit]));
    for (const time of times) {
      const hours = units.get(time.slug)?.openingHours;
      expect(
        hours && isOpen(hours, time.starts_at) && isOpen(hours, new Date(time.ends_at.getTime() - 1)),
      ).toBe(true);
    }
    expect(times.every((time) => time.starts_at > TUESDAY_EVENING)).toBe(true);
  });

  it('at a later start adds the days that have come into reach, and leaves the rest as it is', async () => {
    const before: { id: string }[] = await dataSource.query('SELECT id FROM bookable_time');
    clock.at = new Date('2026-11-27T06:00:00Z');
    expect(await DemoRegion.fillOnce(dataSource, clock)).toBe(false);
    const after: { id: string }[] = await dataSource.query('SELECT id FROM bookable_time');
    clock.at = TUESDAY_EVENING;
    expect(after.length).toBeGreaterThan(before.length);
    const kept = new Set(after.map(({ id }) => id));
    expect(before.every(({ id }) => kept.has(id))).toBe(true);
    expect(await DemoRegion.fillOnce(dataSource, clock)).toBe(false);
    expect(await count('bookable_time')).toBe(after.length);
  });

  it('the database refuses overlapping times of one performer', async () => {
    await expect(
      dataSource.query(
        `INSERT INTO bookable_time SELECT gen_random_uuid(), unit_id, kind, performer_commission_id,
           starts_at + interval '5 minutes', ends_at FROM bookable_time LIMIT 1`,
      ),
    ).rejects.toThrow('bookable_time_no_overlap');
  });

  it('a father may write for Viktor and Alma, a mother for Maja but no longer for Hugo', async () => {
    const residents = new Residents(dataSource);
    const person = (givenName: string, familyName: string) =>
      dataSource.manager.findOneByOrFail(Person, { givenName, familyName });
    const [erik, viktor, maria, hugo] = await Promise.all([
      person('Erik', 'Lundgren'),
      person('Viktor', 'Lundgren'),
      person('Maria', 'Svensson'),
      person('Hugo', 'Svensson'),
    ]);
    const names = async (id: string) =>
      (await residents.childrenOf(id, clock.now())).map((child) => child.givenName);
    expect(await names(erik.id)).toEqual(['Viktor', 'Alma']);
    expect(await names(maria.id)).toEqual(['Maja']);
    expect(await residents.mayWriteFor(erik.id, viktor.id, clock.now())).toBe(true);
    expect(await residents.mayWriteFor(maria.id, hugo.id, clock.now())).toBe(false);
    expect(await residents.mayWriteFor(maria.id, viktor.id, clock.now())).toBe(false);
    expect((await residents.childrenOf(erik.id, clock.now()))[0]?.ageMonths).toBe(9);
  });

  it('presence is written in one go and never moves back', async () => {
    const careUnits = new CareUnits(dataSource, clock);
    const rows: { id: string }[] = await dataSource.query(
      'SELECT id FROM commission ORDER BY hsa_id LIMIT 2',
    );
    const ids = rows.map(({ id }) => id);
    await careUnits.touchPresence(ids, clock.now());
    await careUnits.touchPresence(ids, new Date(clock.now().getTime() - 60_000));
    const seen: { last_seen_at: Date }[] = await dataSource.query(
      'SELECT last_seen_at FROM commission WHERE last_seen_at IS NOT NULL',
    );
    expect(seen).toEqual([{ last_seen_at: TUESDAY_EVENING }, { last_seen_at: TUESDAY_EVENING }]);
    expect(
      [...(await careUnits.commissionNames(ids)).values()].map(({ name, role, unit }) => ({
        name,
        role,
        unit,
      })),
    ).toContainEqual({
      name: 'Anna Lindqvist',
      role: 'nurse',
      unit: 'Herrgärdets vårdcentral',
    });
  });

  it('the entities and the migrations agree about times', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query).filter((query) => query.includes('bookable_time'))).toEqual(
      [],
    );
  });
});
