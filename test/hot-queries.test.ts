import { randomUUID } from 'node:crypto';
import type { Logger } from 'typeorm';
import { CaseSweeper } from '../src/cases/case-sweeper.js';
import { HoldSweeper } from '../src/queue/hold-sweeper.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Resident, StaffMember } from './support/people.js';
import { insertWaitingCase } from './support/waiting-case.js';

/** Tables that only grow. */
const GROWING = ['care_case', 'timeline_entry', 'access_log', 'attachment', 'booking', 'resident_session'];
const CASES = 20_000;

let server: TestApp;
let anna: StaffMember;
let samir: Resident;
let asked: { query: string; parameters: unknown[] }[] = [];

beforeAll(async () => {
  server = await startTestApp();
  anna = await StaffMember.signedIn(server.origin, /Anna/);
  samir = await Resident.signedIn(server.origin, /Samir/);
  await fill();
  server.dataSource.logger = {
    logQuery: (query: string, parameters: unknown[] = []) => asked.push({ query, parameters }),
    logQueryError: () => undefined,
    logQuerySlow: () => undefined,
  } as unknown as Logger;
});
beforeEach(() => {
  asked = [];
});
afterAll(() => server.close());

/** As PostgreSQL does by itself some time after much was written: plans follow what it has counted. */
const countAgain = () => server.asOwner('ANALYZE timeline_entry');

/** Some months of closed cases of all units, each taken and answered once, and half a thousand that wait or are held. */
async function fill(): Promise<void> {
  const first = await insertWaitingCase(server.dataSource, { urgency: 4, since: server.clock.now() });
  await server.dataSource.query(
    `INSERT INTO care_case (id, state, started_at, about, resident_id, patient_id, session_id, patient_age_months,
       language, words, reason, urgency, competence, unit_id, placement, waiting_since, due_at, claimed_at,
       next_deadline_at, closed_at, closed_as, holder_commission_id, last_number)
     SELECT gen_random_uuid(), made.state, at, 'me', person.id, person.id, gen_random_uuid(), 400, 'sv', 'Ett prov', model.reason,
       1 + n % 5, 'nurse', unit.id, model.placement, at, at + interval '1 hour',
       CASE WHEN made.state <> 'waiting' THEN at + interval '10 minutes' END,
       CASE WHEN made.state <> 'closed' THEN at + interval '1 hour' END,
       CASE WHEN made.state = 'closed' THEN at + interval '2 hours' END, CASE WHEN made.state = 'closed' THEN 'other' END,
       CASE WHEN made.state = 'held' THEN (SELECT id FROM commission WHERE unit_id = unit.id LIMIT 1) END, 2
     FROM generate_series(1, $2::int) n
     CROSS JOIN LATERAL (SELECT $3::timestamptz - n * interval '5 minutes' AS at,
       CASE WHEN n > 400 THEN 'closed' WHEN n % 4 = 0 THEN 'held' ELSE 'waiting' END AS state) made
     CROSS JOIN LATERAL (SELECT * FROM care_case WHERE id = $1) model
     CROSS JOIN LATERAL (SELECT id FROM person ORDER BY md5(person.id::text || n::text) LIMIT 1) person
     CROSS JOIN LATERAL (SELECT care_unit.id FROM care_unit JOIN commission ON unit_id = care_unit.id
       GROUP BY care_unit.id ORDER BY md5(care_unit.id::text || n::text) LIMIT 1) unit`,
    [first.id, CASES, server.clock.now()],
  );
  await server.dataSource.query(
    `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
     SELECT care_case.id, number, gen_random_uuid(), started_at, kind, $1, false, body
     FROM care_case CROSS JOIN (VALUES (1, 'claimed', $2::jsonb), (2, 'message', $3::jsonb)) entry(number, kind, body)
     WHERE last_number = 2`,
    [
      { kind: 'staff', name: 'Prov', role: 'nurse', unit: 'Prov', commissionId: randomUUID() },
      { claimId: randomUUID() },
      { text: 'Hej', attachments: [] },
    ],
  );
  await server.dataSource.query(
    `INSERT INTO access_log (at, staff_hsa_id, staff_name, commission_hsa_id, role, unit_hsa_id, unit_name, patient_id, case_id, action)
     SELECT started_at, 'SE1', 'Prov', 'SE2', 'nurse', 'SE3', 'Prov', patient_id, id, 'case' FROM care_case`,
  );
  await server.dataSource.query(
    `INSERT INTO resident_session (id, token_hash, expires_at, renewable_until)
     SELECT gen_random_uuid(), md5(n::text), $2, $2 FROM generate_series(1, $1::int) n`,
    [CASES, server.clock.now()],
  );
  await server.asOwner('VACUUM ANALYZE');
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** Which growing tables were read from end to end, by which query. */
async function readWhole(): Promise<string[]> {
  const queries = asked.filter(({ query }) => /^\s*(WITH|SELECT|UPDATE)\b/.test(query));
  expect(queries.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const { query, parameters } of queries) {
    const [row]: { 'QUERY PLAN': { Plan: Plan }[] }[] = await server.dataSource.query(
      `EXPLAIN (FORMAT JSON) ${query}`,
      parameters,
    );
    const whole = nodes(row?.['QUERY PLAN'][0]?.Plan).filter(
      (node) => node['Node Type'] === 'Seq Scan' && GROWING.includes(node['Relation Name'] ?? ''),
    );
    found.push(...whole.map((node) => `${node['Relation Name']}: ${query}`));
  }
  return found;
}

/** How many entries of the timeline were looked at until the first transaction was done. */
async function entriesReadBeforeCommit(): Promise<number> {
  const done = asked.findIndex(({ query }) => query === 'COMMIT');
  expect(done).toBeGreaterThan(0);
  return entriesRead(asked.slice(0, done));
}

/** How many entries of the timeline these statements look at, but for the pages that followers read in their own time. */
async function entriesRead(statements: typeof asked): Promise<number> {
  let rows = 0;
  for (const { query, parameters } of statements) {
    if (!/^\s*SELECT\b.*timeline_entry/s.test(query) || /LIMIT (\$\d|500\b)/.test(query)) continue;
    const [row]: { 'QUERY PLAN': { Plan: Plan }[] }[] = await server.dataSource.query(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${query}`,
      parameters,
    );
    for (const node of nodes(row?.['QUERY PLAN'][0]?.Plan))
      if (node['Relation Name'] === 'timeline_entry')
        rows += (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0);
  }
  return rows;
}

function nodes(plan: Plan | undefined): Plan[] {
  return plan ? [plan, ...(plan.Plans ?? []).flatMap(nodes)] : [];
}

describe('with years of cases, nothing is read from end to end', () => {
  it('when the desk shows its queue, takes the next case and reads it', async () => {
    await anna.ok('GET', '/api/desk/queue?scope=unit');
    const caseId = await anna.next();
    await anna.ok('GET', `/api/desk/cases/${caseId}`);
    expect(await readWhole()).toEqual([]);
  });

  it('when a resident looks at a case that waits, at the list and at who has read', async () => {
    const { id } = await insertWaitingCase(server.dataSource, { urgency: 3, since: server.clock.now() });
    asked = [];
    await samir.ok('GET', `/api/cases/${id}`);
    await samir.ok('GET', '/api/cases');
    await samir.ok('GET', '/api/me/access-log');
    expect(await readWhole()).toEqual([]);
  });

  it('when a message is sent', async () => {
    const { id } = await insertWaitingCase(server.dataSource, { urgency: 3, since: server.clock.now() });
    const socket = await samir.socket();
    asked = [];
    await socket.emitWithAck('case:watch', { caseId: id, have: 0 });
    const message = { caseId: id, id: randomUUID(), text: 'Hej', attachmentIds: [] };
    expect(await socket.emitWithAck('message:send', message)).toMatchObject({ ok: true });
    await socket.emitWithAck('message:seen', { caseId: id, number: 1 });
    socket.close();
    expect(await readWhole()).toEqual([]);
  });

  it('when it is looked for what has run out', async () => {
    await server.app.get(CaseSweeper).sweep();
    await server.app.get(HoldSweeper).sweep();
    expect(await readWhole()).toEqual([]);
  });

  it('when a resident looks at a case in which thousands of things were said', async () => {
    const { id } = await insertWaitingCase(server.dataSource, { urgency: 3, since: server.clock.now() });
    await server.dataSource.query(
      `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
       SELECT $1, n, gen_random_uuid(), $2, CASE WHEN n % 2 = 0 THEN 'message' ELSE 'answer' END, $3, false, $4
       FROM generate_series(10000, 14999) n`,
      [id, server.clock.now(), { kind: 'system' }, { text: 'Hej', attachments: [] }],
    );
    await countAgain();
    asked = [];
    await samir.ok('GET', `/api/cases/${id}`);
    const own = [...asked];
    expect(own.some(({ query }) => query.includes('timeline_entry'))).toBe(true);
    expect(await entriesRead(own)).toBeLessThan(100);
  });

  it('when a question is answered, or an alarm, in a case in which thousands of things were said', async () => {
    const answered = async (said: number) => {
      const visitor = await Resident.visit(server.origin);
      const { id } = await visitor.start('får ingen luft', { patientAgeMonths: 400 });
      const read: number[] = [];
      const put = async (what: string, body: object) => {
        asked = [];
        await visitor.ok('PUT', `/api/cases/${id}/${what}`, body);
        read.push(await entriesReadBeforeCommit());
      };
      await server.dataSource.query(
        `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
         SELECT $1, n, gen_random_uuid(), $2, CASE WHEN n % 2 = 0 THEN 'message' ELSE 'answer' END, $3, false, $4
         FROM generate_series(10000, 9999 + $5::int) n`,
        [id, server.clock.now(), { kind: 'system' }, { text: 'Hej', attachments: [] }, said],
      );
      await countAgain();
      await put('alarm', { answer: 'go-on' });
      await put('reason', { flowId: 'cold-flu' });
      await put('answers/now', { value: ['wake'] });
      return read;
    };
    const short = await answered(0);
    expect(short.at(-1)).toBeGreaterThan(0);
    expect(await answered(5_000)).toEqual(short);
  });
});
