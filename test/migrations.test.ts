import { createDataSource } from '../src/database/data-source.js';
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
});
