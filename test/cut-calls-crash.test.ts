import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createDataSource } from '../src/data-source.js';
import { TestClock, TUESDAY_MORNING } from './support/app.js';
import { createFilledDatabase, type TestDatabase } from './support/database.js';
import { copyFewFlows } from './support/flows.js';
import { Program } from './support/program.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

/** Fewer than are looked at in one round, so that all processes go for the same ones. */
const CALLS = 190;
const ROUND_MS = 60_000;

let database: TestDatabase;
let main: pg.Client;
let folder: string;
const programs: Program[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'slussen-cut-calls-'));
  await copyFewFlows(path.join(folder, 'flows'));
  database = await createFilledDatabase(new TestClock(TUESDAY_MORNING));
  main = new pg.Client({ connectionString: database.url });
  await main.connect();
});
afterAll(async () => {
  for (const program of programs) await program.end('SIGKILL');
  await main?.end();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Program> {
  const program = await Program.start({
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    FLOWS_DIR: path.join(folder, 'flows'),
    DEMO_NOW: TUESDAY_MORNING,
  });
  programs.push(program);
  await program.ready();
  return program;
}

/** As many calls as that, all amid the questions, in which nobody has done anything for too long. */
async function callsFallSilent(): Promise<void> {
  const dataSource = await createDataSource(database.url, 2).initialize();
  const clock = new TestClock(TUESDAY_MORNING);
  try {
    await insertWaitingCase(dataSource, { urgency: 4, since: clock.now() });
  } finally {
    await dataSource.destroy();
  }
  await main.query(
    `UPDATE care_case SET state = 'describing', by_telephone = true, opened_at_unit_id = unit_id, unit_id = NULL,
       urgency = NULL, competence = NULL, waiting_since = NULL, due_at = NULL, placement = NULL,
       next_deadline_at = $1::timestamptz - interval '1 minute'`,
    [clock.now()],
  );
  await main.query(
    `INSERT INTO care_case SELECT (jsonb_populate_record(care_case, jsonb_build_object('id', gen_random_uuid()))).*
     FROM care_case, generate_series(2, $1::int)`,
    [CALLS],
  );
}

async function placed(): Promise<number> {
  const { rows } = await main.query(`SELECT count(*)::int AS n FROM care_case WHERE state = 'waiting'`);
  return rows[0].n;
}

it('calls that were cut off are placed once each by processes that are killed amid it, and none is lost (P1)', async () => {
  const [first, second] = await Promise.all([start(), start()]);
  await callsFallSilent();
  await until('some are placed', async () => (await placed()) > 50, ROUND_MS);
  await first.end('SIGKILL');
  const afterFirst = await placed();
  await until('more are', async () => (await placed()) > afterFirst + 40, ROUND_MS);
  await second.end('SIGKILL');
  const left = CALLS - (await placed());
  expect(left).toBeGreaterThan(0);
  await start();
  await until('all are placed', async () => (await placed()) === CALLS, ROUND_MS);

  const { rows } = await main.query(
    `SELECT care_case.id, last_number, array_agg(number ORDER BY number) AS numbers, array_agg(kind ORDER BY number) AS kinds
     FROM care_case LEFT JOIN timeline_entry ON case_id = care_case.id
     WHERE care_case.state = 'waiting' AND unit_id = opened_at_unit_id AND next_deadline_at = due_at
     GROUP BY care_case.id`,
  );
  expect(rows).toHaveLength(CALLS);
  for (const row of rows)
    expect(row).toMatchObject({ last_number: 2, numbers: [1, 2], kinds: ['cut-off', 'routed'] });
  process.stderr.write(`${left} of ${CALLS} calls were left when both processes had been killed\n`);
}, 200_000);
