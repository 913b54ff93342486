import { runMigrations as makeJobTables } from 'graphile-worker';
import pg from 'pg';
import { StartError } from '../config/start-error.js';

/** The role that the service runs as where DATABASE_URL names no other: in the embedded database, and in the tests. */
export const RUNNING_ROLE = 'slussen_service';

/** One process at a time grants. */
const LOCK = 7_318_555;

/**
 * The role that the service runs as, made if there is none, may do in the tables what the service does and no more: no
 * tables made, changed or emptied, no triggers switched off, and nothing changed or removed where entries are only ever
 * added, as in the access log and the timelines. Each start grants it anew, as a migration may have made tables.
 * @param ownerUrl address of the role that owns the tables, with its migrations run
 * @param runningUrl address that the service runs by; a password in it becomes that of a role that is made here
 * @throws StartError when that role is an owner, or cannot be made
 */
export async function grantToRunningRole(ownerUrl: string, runningUrl: string): Promise<void> {
  await makeJobTables({ connectionString: ownerUrl });
  const { username, password } = new URL(runningUrl);
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'slussen owner' });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    await owner.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const role = decodeURIComponent(username);
    await makeRole(owner, role, decodeURIComponent(password));
    await owner.query(GRANTS.replaceAll('RUNNING', owner.escapeIdentifier(role)));
    if ((await rightsOf(owner, role)).isOwner) {
      throw new StartError(
        `DATABASE_URL is of ${role}, who may do anything; name a role of its own for the service, which is made at start`,
      );
    }
    await owner.query('COMMIT');
  } finally {
    await owner.end();
  }
}

/** Roles are of the whole server, so that another database may be making the same one at this moment. */
async function makeRole(owner: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount) return givePassword(owner, role, password);
  const secret = password ? `PASSWORD ${owner.escapeLiteral(password)}` : '';
  try {
    await owner.query('SAVEPOINT before_role');
    await owner.query(
      `CREATE ROLE ${owner.escapeIdentifier(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS ${secret}`,
    );
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (code !== '42710' && code !== '23505') {
      throw new StartError(`The role ${role} of DATABASE_URL is not there and cannot be made: ${message}`);
    }
    await owner.query('ROLLBACK TO before_role');
  }
}

/** A role that was made without a password gets that of the address; one that has another keeps it. */
async function givePassword(owner: pg.Client, role: string, password: string): Promise<void> {
  if (!password) return;
  const { rows } = await owner.query(`SELECT has_table_privilege('pg_authid', 'SELECT') AS readable`);
  if (!rows[0].readable) return; // only a superuser sees whether there is one
  const without = await owner.query('SELECT FROM pg_authid WHERE rolname = $1 AND rolpassword IS NULL', [
    role,
  ]);
  if (without.rowCount)
    await owner.query(`ALTER ROLE ${owner.escapeIdentifier(role)} PASSWORD ${owner.escapeLiteral(password)}`);
}

/** What a role may do beyond what the service does. */
export interface Rights {
  /** May change tables, switch off triggers, or hand itself more rights. */
  isOwner: boolean;
  /** May make tables: migrations can be run as this role. */
  mayMigrate: boolean;
}

/** The rights of that role in the database of a connection. */
export async function rightsOf(
  connection: { query: (sql: string, values: string[]) => Promise<unknown> },
  role: string,
): Promise<Rights> {
  const answer = await connection.query(RIGHTS, [role]);
  // A client answers with `rows`, TypeORM with the rows themselves.
  const [rights] = (Array.isArray(answer) ? answer : (answer as { rows: Rights[] }).rows) as Rights[];
  if (!rights) throw new StartError(`The role ${role} of DATABASE_URL is not there`);
  return rights;
}

const RIGHTS = `
  SELECT rolsuper OR rolbypassrls OR rolcreaterole OR has_schema_privilege(oid, 'public', 'CREATE')
      OR EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_has_role(pg_roles.oid, relowner, 'MEMBER'))
      OR EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname IN ('access_log', 'timeline_entry')
           AND has_table_privilege(pg_roles.oid, pg_class.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')) AS "isOwner",
    rolsuper OR has_schema_privilege(oid, 'public', 'CREATE') AS "mayMigrate"
  FROM pg_roles WHERE rolname = $1`;

/**
 * Where entries are only ever added is told by their trigger, so that a table that gets one is not forgotten here. The
 * tables of jobs hold nothing of patients; their maker has row-level security on them, which lets only their owner in: what
 * is granted decides instead, so that a role of another name can take over.
 */
const GRANTS = `
  DO $grants$
  DECLARE
    each record;
  BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO RUNNING', current_database());
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public, graphile_worker TO RUNNING;
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM RUNNING;
    FOR each IN
      SELECT pg_class.oid::regclass AS name,
        CASE WHEN relname = 'migrations' THEN 'SELECT'
          WHEN EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgfoid = 'refuse_change'::regproc) THEN 'SELECT, INSERT'
          ELSE 'SELECT, INSERT, UPDATE, DELETE' END AS rights
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')
    LOOP
      EXECUTE format('GRANT %s ON %s TO RUNNING', each.rights, each.name);
    END LOOP;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public, graphile_worker TO RUNNING;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO RUNNING;
    FOR each IN
      SELECT oid::regclass AS name FROM pg_class
      WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
        AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'running_role')
    LOOP
      EXECUTE format('CREATE POLICY running_role ON %s TO PUBLIC USING (true) WITH CHECK (true)', each.name);
    END LOOP;
  END $grants$`;
