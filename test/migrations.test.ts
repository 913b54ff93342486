import type { OpeningHours } from '../src/care-units/opening-hours.rule.js';
import { checkOpeningHours } from '../src/care-units/opening-hours-check.rule.js';
import { createDataSource } from '../src/data-source.js';
import { createDatabase } from './support/database.js';

describe('migrations', () => {
  it('make exactly what the entities say, and can be undone to nothing and done again', async () => {
    const { url, drop } = await createDatabase();
    const dataSource = await createDataSource(url, 2).initialize();
    try {
      await dataSource.runMigrations();
      const drift = await dataSource.driver.createSchemaBuilder().log();
      expect(drift.upQueries.map(({ query }) => query)).toEqual([]);

      for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
      const left: { name: string }[] = await dataSource.query(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'
         UNION ALL SELECT proname FROM pg_proc JOIN pg_namespace ON pronamespace = pg_namespace.oid
         WHERE nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')`,
      );
      expect(left).toEqual([]);
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
      await drop();
    }
  });

  it('read opening hours of the older shape, and give it back with holidays as closed dates', async () => {
    const { url, drop } = await createDatabase();
    const dataSource = await createDataSource(url, 2).initialize();
    const hours = async () =>
      (await dataSource.query('SELECT opening_hours FROM care_unit'))[0].opening_hours as OpeningHours;
    const undoTo = async (name: string) => {
      const names = dataSource.migrations.map((migration) => migration.name ?? '');
      for (const _ of names.slice(names.indexOf(name))) await dataSource.undoLastMigration();
    };
    try {
      await dataSource.runMigrations();
      await undoTo('HoursOfSpecialDays1795392400000');
      const older = {
        week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
        closedDates: ['2026-12-24'],
      };
      await dataSource.query(
        `INSERT INTO care_unit (id, hsa_id, slug, name, kind, address, opening_hours, competences)
         VALUES (gen_random_uuid(), 'SE1', 'one', 'One', 'clinic', 'Here', $1, '{nurse}')`,
        [JSON.stringify(older)],
      );

      await dataSource.runMigrations();
      const newer = await hours();
      expect(checkOpeningHours(newer)).toEqual(newer);
      expect(newer).toMatchObject(older);
      await undoTo('HoursOfSpecialDays1795392400000');
      expect(await hours()).toEqual(older);

      await dataSource.runMigrations();
      const christmas = `${new Date().getFullYear() + 1}-12-25`;
      const special = `${new Date().getFullYear() + 1}-12-26`;
      const rich: OpeningHours = {
        ...newer,
        closedOn: { holidays: true, eves: ['midsummers-eve'] },
        specialDays: [{ date: special, stretches: [{ from: '10:00', to: '12:00' }] }],
      };
      await dataSource.query('UPDATE care_unit SET opening_hours = $1', [JSON.stringify(rich)]);
      await undoTo('HoursOfSpecialDays1795392400000');
      const { closedDates, ...rest } = await hours();
      expect(rest).toEqual({ week: older.week });
      expect(closedDates).toEqual(expect.arrayContaining(['2026-12-24', christmas]));
      expect(closedDates).not.toContain(special);
    } finally {
      await dataSource.destroy();
      await drop();
    }
  });
});
