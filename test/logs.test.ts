import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { BookableTime, ResidentCase } from '../src/contracts/index.js';
import { TUESDAY_MORNING } from './support/app.js';
import { join } from './support/calls.js';
import { type ApiSocket, ApiUser, Resident, StaffMember } from './support/people.js';
import { embeddedUrl, Program } from './support/program.js';
import { samirWrites } from './support/samir.js';
import { until } from './support/until.js';

/** What people write in this test all holds this word. */
const WORD = 'Tärnsångare';

let folder: string;
let program: Program;
let database: pg.Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'slussen-logs-'));
  program = await Program.start({ DATA_DIR: folder, LOG_LEVEL: 'trace', DEMO_NOW: TUESDAY_MORNING });
  await program.ready();
  database = new pg.Client(await embeddedUrl(folder));
  await database.connect();
});

afterAll(async () => {
  await database.end();
  await program.end();
  await rm(folder, { recursive: true, force: true });
});

describe('the log', () => {
  it('holds no name, identity number, text, token or cookie of a whole case, also when things go wrong', async () => {
    const samir = await Resident.visit(program.origin);
    const visitorToken = samir.token;
    const { id } = await samirWrites(samir, { words: `${WORD} andfådd` });
    const { person } = await samir.signIn(/Samir/);
    await samir.ok('PUT', `/api/cases/${id}/patient`, { patientId: person?.id });
    const anna = await StaffMember.signedIn(program.origin, /Anna/);
    expect(await anna.next()).toBe(id);

    const [samirs, annas] = [await samir.socket(), await anna.socket()];
    await annas.emitWithAck('case:watch', { caseId: id, have: 0 });
    const message = (text: string) => ({ caseId: id, id: randomUUID(), text, attachmentIds: [] });
    expect(await annas.emitWithAck('message:send', message(`${WORD}?`))).toMatchObject({ ok: true });
    expect(await samirs.emitWithAck('message:send', message(`${WORD}!`))).toMatchObject({ ok: true });
    await anna.ok('POST', `/api/desk/cases/${id}/notes`, { id: randomUUID(), text: `${WORD} not` });
    await writtenInCall(id, { anna, samir, annas, samirs });
    await wrongInputs(samir, id);
    await withoutTimeline(async () => {
      expect(await samirs.emitWithAck('message:send', message(WORD))).toMatchObject({ ok: false });
      const note = { id: randomUUID(), text: WORD };
      expect((await anna.call('POST', `/api/desk/cases/${id}/notes`, note)).status).toBe(500);
    });

    const [home] = await anna.ok<{ id: string }[]>('GET', '/api/desk/units');
    const times = await anna.ok<BookableTime[]>(
      'GET',
      `/api/desk/times?unitId=${home?.id}&kind=physician-same-day`,
    );
    const booking = { id: randomUUID(), timeId: times[0]?.id };
    await anna.ok('POST', `/api/desk/cases/${id}/bookings`, booking);
    const closing = { id: randomUUID(), result: 'booked', note: WORD };
    await anna.ok('POST', `/api/desk/cases/${id}/closing`, closing);
    await samir.ok<ResidentCase>('PUT', `/api/cases/${id}/rating`, { score: 5, words: WORD });
    await samir.ok('POST', `/api/cases/${id}/reopening`, { id: randomUUID(), text: WORD });
    samirs.close();
    annas.close();

    const receipt = 'the-secret-of-a-receipt';
    await fetch(`${program.origin}/api/notifications/receipts/46elks/${randomUUID()}/${receipt}`, {
      method: 'POST',
    });

    const log = program.output + (await readFile(path.join(folder, 'postgres', 'server.log'), 'utf8'));
    expect(log).toContain(`/api/cases/${id}/rating`);
    expect(log).toContain('"statusCode":500');
    const cookies = anna.cookie.split('; ').map((each) => decodeURIComponent(each.split('=')[1] ?? ''));
    const secrets = [WORD, receipt, visitorToken, samir.token, ...cookies, anna.session.csrfToken];
    for (const secret of secrets) expect(secret.length).toBeGreaterThan(8);
    expect(found([...secrets, ...(await namesAndNumbers())], log)).toEqual([]);
  });

  it('says of what failed its kind, its code and where, under the id that the caller was given', async () => {
    const samir = await Resident.visit(program.origin);
    const { id } = await samirWrites(samir, { words: WORD });
    const failed = await withoutTimeline(() => samir.call('GET', `/api/cases/${id}`));
    expect(failed).toMatchObject({ status: 500, problem: { requestId: expect.any(String) } });
    const { requestId } = failed.problem;
    const lines = await logged((line) => line.req?.id === requestId && line.level === ERROR, 2);
    expect(lines[0]).toMatchObject({
      msg: 'request failed',
      err: {
        type: 'QueryFailedError',
        code: '42P01', // PostgreSQL: there is no such table
        stack: expect.stringMatching(/ at .*timeline/),
      },
    });
    expect(lines[1]).toMatchObject({ res: { statusCode: 500 }, err: { type: 'Error' } });
  });

  it('names the session and the member of staff of a request that was refused, by ids that are no secrets', async () => {
    const anna = await StaffMember.signedIn(program.origin, /Anna/);
    const samir = await Resident.visit(program.origin);
    const nowhere = `/api/desk/cases/${randomUUID()}`;
    expect((await anna.call('GET', nowhere)).status).toBeGreaterThanOrEqual(400);
    const forged = new ApiUser(program.origin, { cookie: anna.cookie, 'x-csrf-token': 'forged' });
    const note = `${nowhere}/notes`;
    expect((await forged.call('POST', note, { id: randomUUID(), text: WORD })).status).toBe(403);
    const unsigned = `/api/cases/${randomUUID()}/rating`;
    expect((await samir.call('PUT', unsigned, { score: 5 })).status).toBe(401);

    const { rows } = await database.query(`SELECT sess->'staff' AS staff FROM web_session`);
    const sessions = new Map(rows.map(({ staff }) => [staff.sessionId, staff.staffId]));
    const [seen] = await logged(({ req }) => req?.path === nowhere, 1);
    const [acted] = await logged(({ req }) => req?.path === note, 1);
    for (const line of [seen, acted]) {
      expect(sessions.has(line?.sessionId)).toBe(true);
      expect(line?.staffId).toBe(sessions.get(line?.sessionId));
    }
    const [visitors] = await logged(({ req }) => req?.path === unsigned, 1);
    const known = await database.query('SELECT id FROM resident_session WHERE id = $1', [
      visitors?.sessionId,
    ]);
    expect(known.rows).toHaveLength(1);
    expect(visitors).not.toHaveProperty('staffId');
  });
});

const ERROR = 50;

interface Line {
  level: number;
  msg?: string;
  req?: { id: string; path: string };
  sessionId?: string;
  staffId?: string;
}

/** The lines of the log that are meant, once there are so many. */
async function logged(meant: (line: Line) => boolean, count: number): Promise<Line[]> {
  let lines: Line[] = [];
  await until(`${count} lines are in the log`, () => {
    const whole = program.output.split('\n').filter((line) => /^\{.*\}$/.test(line));
    lines = whole.map((line): Line => JSON.parse(line)).filter(meant);
    return lines.length >= count;
  });
  return lines;
}

/** What is shown as it is written beside a call, passed on and refused. */
async function writtenInCall(
  caseId: string,
  people: { anna: StaffMember; samir: Resident; annas: ApiSocket; samirs: ApiSocket },
): Promise<void> {
  const call = { id: randomUUID(), media: 'voice' };
  await people.anna.ok('POST', `/api/desk/cases/${caseId}/calls`, call);
  await people.samir.ok('POST', `/api/cases/${caseId}/calls/${call.id}/answer`, { media: 'voice' });
  await join(people.annas, call.id);
  const written = { callId: call.id, id: randomUUID(), text: `${WORD} skr` };
  const heard = new Promise((resolve) => people.annas.once('call:text', resolve));
  expect(await people.samirs.emitWithAck('call:text', written)).toMatchObject({ ok: true });
  expect(await heard).toMatchObject(written);
  const long = { ...written, text: `${WORD} `.repeat(1_000) };
  expect(await people.samirs.emitWithAck('call:text', long)).toMatchObject({ ok: false });
  await people.annas.emitWithAck('call:leave', { callId: call.id, lost: false });
  expect(await people.samirs.emitWithAck('call:text', written)).toMatchObject({ ok: false });
}

/** What a broken or curious client might send; each is refused. */
async function wrongInputs(samir: Resident, caseId: string): Promise<void> {
  const nobody = new ApiUser(program.origin, { authorization: `Bearer ${WORD.replace(/[^a-z]/gi, 'x')}` });
  expect((await nobody.call('GET', '/api/cases')).status).toBe(401);
  expect((await samir.call('POST', '/api/cases', { words: [WORD], name: WORD })).status).toBe(400);
  const answer = await samir.call('PUT', `/api/cases/${caseId}/answers/effort`, { value: WORD });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect((await samir.call('GET', `/api/region?unit=${WORD}`)).status).toBeGreaterThanOrEqual(400);
  const brokenJson = await fetch(`${program.origin}/api/cases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${samir.token}`, 'content-type': 'application/json' },
    body: `{"words": ${WORD}}`,
  });
  expect(brokenJson.status).toBe(400);
}

/** Makes the database fail on what is written meanwhile. */
async function withoutTimeline<T>(during: () => Promise<T>): Promise<T> {
  await database.query('ALTER TABLE timeline_entry RENAME TO timeline_entry_gone');
  try {
    return await during();
  } finally {
    await database.query('ALTER TABLE timeline_entry_gone RENAME TO timeline_entry');
  }
}

async function namesAndNumbers(): Promise<string[]> {
  const { rows } = await database.query<Record<string, string | null>>(
    `SELECT given_name AS a, family_name AS b, identity_number AS c FROM person
     UNION ALL SELECT given_name, family_name, NULL FROM staff`,
  );
  return rows.flatMap(({ a, b, c }) => [a, b, c]).filter((each) => each !== null && each !== undefined);
}

/** Those that stand in the text, as words of their own; encoded for an address counts too. */
function found(needles: readonly string[], text: string): string[] {
  const decoded = text.replace(/(?:%[0-9A-F]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
  return needles.filter((needle) => {
    const literal = needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\d])${literal}(?![\\p{L}\\d])`, 'u').test(decoded);
  });
}
