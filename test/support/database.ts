import { randomBytes } from 'node:crypto';
import pg from 'pg';

const MAIN_URL = process.env.TEST_POSTGRES_URL ?? '';

/** A new, empty database in the tests' PostgreSQL; `drop` removes it with whatever still is connected. */
export async function createDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onMain(`CREATE DATABASE ${name}`);
  const url = new URL(MAIN_URL);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onMain(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onMain(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: MAIN_URL });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
