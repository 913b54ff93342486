import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Clock } from '../../src/config/clock.js';
import { createDataSource } from '../../src/data-source.js';
import { RUNNING_ROLE } from '../../src/database/running-role.js';
import { DemoRegion } from '../../src/demo/demo-region.js';
import { prepareDatabase } from '../../src/prepare-database.js';
import { keepFlows } from '../../src/triage/flows.service.js';
import { readFlows } from './flows.js';

const MAIN_URL = process.env.TEST_POSTGRES_URL ?? '';
/** One process at a time makes a template. */
const LOCK = 7_318_554;

export interface TestDatabase {
  /** As its owner. */
  url: string;
  /** Removes it with whatever still is connected. */
  drop: () => Promise<void>;
}

/** A new, empty database in the tests' PostgreSQL. */
export function createDatabase(): Promise<TestDatabase> {
  return newDatabase('');
}

/** A new database with the tables and the demo region as they are at that time: a copy of one that is made once. */
export async function createFilledDatabase(clock: Clock): Promise<TestDatabase> {
  return newDatabase(`TEMPLATE ${await templateFor(clock)}`);
}

async function newDatabase(how: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onMain((main) => main.query(`CREATE DATABASE ${name} ${how}`));
  return {
    url: urlOf(name),
    drop: () => onMain((main) => main.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

/** The name of the template for the minute that the clock shows; made if there is none. */
async function templateFor(clock: Clock): Promise<string> {
  const name = `demo_${clock.now().toISOString().slice(0, 16).replace(/\D/g, '')}`;
  await onMain(async (main) => {
    await main.query('SELECT pg_advisory_lock($1)', [LOCK]); // until this connection ends
    const ready = await main.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (ready.rowCount) return;
    await main.query(`DROP DATABASE IF EXISTS ${name}`); // of one who ended in the middle
    await main.query(`CREATE DATABASE ${name}`);
    await prepareDatabase(urlOf(name), asRunningRole(urlOf(name)));
    const dataSource = await createDataSource(urlOf(name), 2).initialize();
    try {
      await DemoRegion.fillOnce(dataSource, clock);
      await keepFlows(dataSource, await readFlows(), clock.now());
    } finally {
      await dataSource.destroy();
    }
    await main.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  });
  return name;
}

/** The same database, as the service runs on it. */
export function asRunningRole(url: string): string {
  return asRole(url, RUNNING_ROLE);
}

/** The same database, as its owner. */
export function asOwner(url: string): string {
  return asRole(url, new URL(MAIN_URL).username);
}

function asRole(url: string, role: string): string {
  const other = new URL(url);
  other.username = role;
  return other.href;
}

/** What the service itself may not do in its database. */
export async function queryAsOwner(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: asOwner(url) });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

function urlOf(name: string): string {
  const url = new URL(MAIN_URL);
  url.pathname = `/${name}`;
  return url.href;
}

async function onMain(work: (main: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: MAIN_URL });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
