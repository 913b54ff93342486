import type { DataSource } from 'typeorm';
import type { Settings } from './config/environment.js';
import { StartError } from './config/start-error.js';
import { createDataSource } from './data-source.js';
import { grantToRunningRole, rightsOf } from './database/running-role.js';

/**
 * Runs the migrations as the role that owns the tables, and lets the role that the service runs as do its work.
 * @throws StartError when the database does not answer, or its roles are not as they must be
 */
export async function prepareDatabase(ownerUrl: string, runningUrl: string): Promise<void> {
  const owner = await connected(ownerUrl, 2, 'DATABASE_OWNER_URL');
  try {
    await owner.runMigrations();
  } finally {
    await owner.destroy();
  }
  await grantToRunningRole(ownerUrl, runningUrl);
}

/** Connects, or says what cannot be used. @param variable the setting that the address is of */
export async function connected(
  url: string,
  poolSize: number,
  variable = 'DATABASE_URL',
): Promise<DataSource> {
  const dataSource = createDataSource(url, poolSize);
  return dataSource.initialize().catch((error: Error & { code?: string }) => {
    throw new StartError(`PostgreSQL at ${variable} cannot be used: ${error.message || error.code}`);
  });
}

/** Whether a migration has not run yet. TypeORM's own way to ask would make a table. */
async function isBehind(dataSource: DataSource): Promise<boolean> {
  const [{ isKnown }] = await dataSource.query(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS "isKnown"`,
  );
  if (!isKnown) return true;
  const run: { name: string }[] = await dataSource.query('SELECT name FROM migrations');
  const names = new Set(run.map(({ name }) => name));
  return dataSource.migrations.some(({ name }) => !names.has(name ?? ''));
}

/**
 * Looks whether the tables are as this version needs them, and that the service does not run as who may change them. A
 * database of one's own for trying things out may have one role for all: then it is migrated here.
 * @throws StartError saying what is to be done
 */
export async function checkDatabase(dataSource: DataSource, { NODE_ENV }: Settings): Promise<void> {
  const [{ role }] = await dataSource.query('SELECT current_user AS role');
  const { isOwner, mayMigrate } = await rightsOf(dataSource, role);
  if (isOwner && NODE_ENV === 'production') {
    throw new StartError(
      `DATABASE_URL is of ${role}, who may change and empty tables; name a role of its own for the service, and this one in DATABASE_OWNER_URL`,
    );
  }
  if (mayMigrate) await dataSource.runMigrations();
  else if (await isBehind(dataSource)) {
    throw new StartError(
      'The database is from an earlier version: run `npm run migrate` with DATABASE_OWNER_URL, or start with it',
    );
  }
}
