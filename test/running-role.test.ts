import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import { createDataSource } from '../src/data-source.js';
import { DemoRegion } from '../src/demo/demo-region.js';
import { TestClock, TUESDAY_MORNING } from './support/app.js';
import {
  asRunningRole,
  createDatabase,
  createFilledDatabase,
  type TestDatabase,
} from './support/database.js';

const run = promisify(execFile);

describe('the role that the service runs as', () => {
  let database: TestDatabase;
  let service: pg.Client;

  beforeAll(async () => {
    database = await createFilledDatabase(new TestClock(TUESDAY_MORNING));
    service = new pg.Client(asRunningRole(database.url));
    await service.connect();
  });

  afterAll(async () => {
    await service?.end();
    await database?.drop();
  });

  it.each([
    ['be a superuser, or see past row-level security', 'ALTER ROLE CURRENT_USER SUPERUSER BYPASSRLS'],
    ['become the owner', 'SET ROLE slussen'],
    ['switch triggers off', 'SET session_replication_role = replica'],
    ['switch off those of a table', 'ALTER TABLE access_log DISABLE TRIGGER ALL'],
    ['change who read what', `UPDATE access_log SET staff_name = 'somebody'`],
    ['remove who read what', 'DELETE FROM access_log'],
    ['empty what is only added to', 'TRUNCATE access_log'],
    ['change what was said', `UPDATE timeline_entry SET body = '{}'`],
    ['remove what was said', 'DELETE FROM timeline_entry'],
    ['remove a review', 'DELETE FROM flow_review'],
    [
      'put something else in the place of a check',
      'CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS $$$$',
    ],
    ['take a table away', 'DROP TABLE care_case'],
    ['make a table', 'CREATE TABLE more (id int)'],
    ['make a schema', 'CREATE SCHEMA more'],
    ['run a program', `COPY care_case TO PROGRAM 'cat'`],
    ['read a file', `COPY care_case FROM '/etc/passwd'`],
    ['read a file by a function', `SELECT pg_read_file('/etc/passwd')`],
    ['say which migrations have run', 'DELETE FROM migrations'],
    ['make a role', 'CREATE ROLE another'],
  ])('cannot %s', async (_what, sql) => {
    await expect(service.query(sql)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|22023)$/),
    });
  });

  it('adds and reads where things are only added, and owns nothing', async () => {
    const { rows } = await service.query(`
      SELECT string_agg(DISTINCT privilege_type, ' ' ORDER BY privilege_type) AS may FROM information_schema.role_table_grants
      WHERE grantee = current_user AND table_name IN ('access_log', 'timeline_entry', 'flow_definition', 'flow_review', 'unit_change')`);
    expect(rows).toEqual([{ may: 'INSERT SELECT' }]);
    const owned = await service.query('SELECT FROM pg_class WHERE relowner = current_user::regrole');
    expect(owned.rowCount).toBe(0);
  });

  it('is made by a command that knows the owner, after which a service needs not to', async () => {
    const empty = await createDatabase();
    const env = {
      PATH: process.env.PATH,
      DATABASE_URL: asRunningRole(empty.url),
      DATABASE_OWNER_URL: empty.url,
    };
    try {
      const migrate = () => run(process.execPath, ['dist/src/migrate.js'], { cwd: PROJECT_ROOT, env });
      expect((await migrate()).stdout).toBe('The database is ready.\n');
      expect((await migrate()).stdout).toBe('The database is ready.\n');
      const dataSource = await createDataSource(env.DATABASE_URL, 2).initialize();
      expect(await dataSource.showMigrations()).toBe(false);
      await expect(dataSource.query('CREATE TEMPORARY TABLE more (id int)')).rejects.toThrow(
        'permission denied',
      );
      await DemoRegion.fillOnce(dataSource, new TestClock(TUESDAY_MORNING));
      await dataSource.destroy();

      // One of another name can take over, the tables of jobs too.
      const other = new URL(env.DATABASE_URL);
      other.username = 'slussen_other';
      await run(process.execPath, ['dist/src/migrate.js'], {
        cwd: PROJECT_ROOT,
        env: { ...env, DATABASE_URL: other.href },
      });
      const successor = new pg.Client(other.href);
      await successor.connect();
      try {
        await successor.query(
          `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since) VALUES ('other', now())`,
        );
        const { rowCount } = await successor.query('SELECT FROM graphile_worker._private_known_crontabs');
        expect(rowCount).toBe(1);
      } finally {
        await successor.end();
      }
    } finally {
      await empty.drop();
    }
  });
});
