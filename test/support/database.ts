import { randomBytes } from 'node:crypto';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { Clock } from '../../src/config/clock.js';
import { createDataSource } from '../../src/data-source.js';
import { DemoRegion } from '../../src/demo/demo-region.js';
import { keepFlows } from '../../src/triage/flows.service.js';
import { readFlows } from './flows.js';

const MAIN_URL = process.env.TEST_POSTGRES_URL ?? '';
/** One process at a time makes a template. */
const LOCK = 7_318_554;

export interface TestDatabase {
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
    const dataSource = await createDataSource(urlOf(name), 2).initialize();
    try {
      await dataSource.runMigrations();
      await DemoRegion.fillOnce(dataSource, clock);
      await keepFlows(dataSource, await readFlows(), clock.now());
      await runMigrations({ connectionString: urlOf(name) });
    } finally {
      await dataSource.destroy();
    }
    await main.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  });
  return name;
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
