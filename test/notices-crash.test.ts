import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import { createDataSource } from '../src/data-source.js';
import { TestClock } from './support/app.js';
import { createFilledDatabase, type TestDatabase } from './support/database.js';
import { MailServer } from './support/mail-server.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

/**
 * Real processes that follow the timelines and send to a real SMTP server are killed without a word, over and over, while
 * notices are due. Most of a kill is the start of the next process, which goes on while the one before it works. A few
 * kills are enough to fail where anything is sent twice or lost; the README has the command and the figure of fifty.
 */
const KILLS = Number(process.env.NOTICE_KILLS ?? 8);
const NOTICES = Number(process.env.NOTICES ?? 160);
/** What one process has under way at most. */
const LANES = 4;

let mail: MailServer;
let database: TestDatabase;
let main: pg.Client;

beforeAll(async () => {
  mail = await MailServer.open();
  database = await createFilledDatabase(new TestClock('2026-11-24T09:20'));
  main = new pg.Client({ connectionString: database.url });
  await main.connect();
});
afterAll(async () => {
  await main?.end();
  await database?.drop();
  await mail?.close();
});

function sendingProcess(): ChildProcess {
  return fork('test/support/sending-process.js', {
    cwd: PROJECT_ROOT,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, DATABASE_URL: database.url, SMTP_URL: mail.url },
  });
}

/** A process that has loaded what it needs, while another one still works. */
async function warm(child: ChildProcess): Promise<ChildProcess> {
  await once(child, 'message');
  return child;
}

/** As many cases as notices, each with an answer that has just been committed, and a resident who is reached by mail. */
async function makeDue(): Promise<void> {
  const dataSource = await createDataSource(database.url, 2).initialize();
  try {
    await insertWaitingCase(dataSource, { urgency: 4, since: new Date() });
  } finally {
    await dataSource.destroy();
  }
  await main.query(
    `INSERT INTO care_case SELECT (jsonb_populate_record(care_case, jsonb_build_object('id', gen_random_uuid()))).*
     FROM care_case, generate_series(2, $1::int)`,
    [NOTICES],
  );
  await main.query(
    `INSERT INTO contact_point (id, person_id, channel, address, created_at, confirmed_at)
     SELECT gen_random_uuid(), resident_id, 'email', 'samir@example.se', now(), now() - interval '1 minute'
     FROM care_case LIMIT 1`,
  );
  await main.query(
    `INSERT INTO notification_mark (id, began_at, looked_until) SELECT 1, now() - interval '1 minute', now() - interval '1 minute'`,
  );
  await main.query(
    `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
     SELECT id, 1, gen_random_uuid(), now(), 'message', '{"kind":"staff"}', false, '{"text":"Hej","attachments":[]}' FROM care_case`,
  );
}

async function counts(): Promise<Record<string, number>> {
  const { rows } = await main.query('SELECT state, count(*)::int AS n FROM delivery GROUP BY state');
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

it(`${KILLS} hard kills while ${NOTICES} notices are due: each is sent at most once, and none is lost`, async () => {
  await makeDue();
  const each = Math.floor(NOTICES / (KILLS + 5));
  let next = warm(sendingProcess());
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const child = await next;
    next = warm(sendingProcess());
    const before = mail.accepted.length;
    child.send('go');
    await until('some were sent', () => mail.accepted.length >= before + each, 60_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  // What was under way in those that are gone is taken back by the last one, as it would be after a minute.
  await main.query(
    `UPDATE delivery SET changed_at = changed_at - interval '10 minutes' WHERE state = 'sending'`,
  );
  const last = await next;
  last.send('go');
  const whole = async () => {
    const { sent = 0, uncertain = 0, ...other } = await counts();
    return sent + uncertain === NOTICES && Object.keys(other).length === 0;
  };
  await until('nothing is left', whole, 60_000);
  last.kill('SIGKILL');
  await once(last, 'exit');

  const { uncertain = 0 } = await counts();
  expect(uncertain).toBeLessThanOrEqual(KILLS * LANES);
  const arrived = mail.accepted.map(({ messageId }) => messageId?.slice(1).split('@')[0] ?? '');
  expect(new Set(arrived).size).toBe(arrived.length);
  const { rows } = await main.query(`SELECT id FROM delivery WHERE state = 'sent'`);
  expect(rows.filter(({ id }) => !arrived.includes(id))).toEqual([]);
  process.stderr.write(
    `Of ${NOTICES} notices ${arrived.length} arrived, ${uncertain} are uncertain after ${KILLS} kills\n`,
  );
}, 600_000);
