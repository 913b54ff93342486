import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { CareCase } from '../src/cases/case.entity.js';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import type { DeskCase, Problem, TimelineEntry } from '../src/contracts/index.js';
import { startTestApp, type TestApp } from './support/app.js';
import { type ApiSocket, ApiUser, Resident, StaffMember } from './support/people.js';
import { PostgresServer } from './support/postgres-server.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

/** Nothing may take longer to say that the database is away. */
const PATIENCE_MS = 8_000;
const GONE_MS = 10_000;

let postgres: PostgresServer;
let here: TestApp;
let there: TestApp;
let anna: StaffMember;
let samir: Resident;
const sockets: ApiSocket[] = [];

beforeAll(async () => {
  postgres = await PostgresServer.start();
  const env = { SOCKET_EVENTS_PER_10_S: '100000' };
  here = await startTestApp({ databaseUrl: postgres.url, env });
  there = await startTestApp({ databaseUrl: postgres.url, env });
  anna = await StaffMember.signedIn(here.origin, /Anna/);
  samir = await Resident.signedIn(here.origin, /Samir/);
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  await there?.close();
  await here?.close();
  await postgres?.remove();
});

async function open(connecting: Promise<ApiSocket>): Promise<ApiSocket> {
  const socket = await connecting;
  sockets.push(socket);
  return socket;
}

async function heldCase(): Promise<string> {
  const { id } = await insertWaitingCase(here.dataSource, { urgency: 2, since: here.clock.now() });
  await anna.ok<DeskCase>('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
  return id;
}

/** Sends as the browsers do: in order, the same id again until it is acknowledged. */
class Outbox {
  readonly refusals: Problem[] = [];
  readonly sent: string[] = [];
  slowestMs = 0;

  constructor(
    private readonly socket: ApiSocket,
    private readonly caseId: string,
    private readonly name: string,
  ) {}

  async say(index: number): Promise<void> {
    const message = {
      caseId: this.caseId,
      id: randomUUID(),
      text: `${this.name} ${index}`,
      attachmentIds: [],
    };
    this.sent.push(message.text);
    for (;;) {
      const begun = performance.now();
      const answer = await this.socket.timeout(PATIENCE_MS).emitWithAck('message:send', message);
      this.slowestMs = Math.max(this.slowestMs, performance.now() - begun);
      if (answer.ok) return;
      this.refusals.push(answer.problem);
      await pause(200);
    }
  }
}

function hear(socket: ApiSocket): TimelineEntry[] {
  const heard: TimelineEntry[] = [];
  socket.on('timeline:entries', ({ entries }) => heard.push(...entries));
  return heard;
}

const textsOf = (entries: readonly TimelineEntry[], of = '') =>
  entries.flatMap((entry) =>
    entry.kind === 'message' && entry.body.text.startsWith(of) ? [entry.body.text] : [],
  );

async function expectAway(
  origin: string,
  headers: Record<string, string>,
  method: string,
  path: string,
  body?: object,
) {
  const response = await fetch(origin + path, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const problem = (await response.json()) as Problem;
  expect([method, path, response.status, problem.type]).toEqual([
    method,
    path,
    503,
    'urn:slussen:problem:database-away',
  ]);
  expect(response.headers.get('content-type')).toMatch(/problem\+json/);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(problem.detail).toMatch(/again/i);
}

const ready = async (origin: string) => (await fetch(`${origin}/health/ready`)).status;

describe.each(['fast', 'immediate'] as const)(
  'PostgreSQL gone for ten seconds in the middle of a chat (%s)',
  (how) => {
    it('is said at once on every way in, and nothing is lost or doubled when it is back (P2, P11)', async () => {
      const caseId = await heldCase();
      const [annas, samirs] = [await open(anna.socket()), await open(samir.socket())];
      const [annaHears, samirHears] = [hear(annas), hear(samirs)];
      for (const socket of [annas, samirs]) await socket.emitWithAck('case:watch', { caseId, have: 0 });
      await annas.emitWithAck('queue:watch', {});
      const outboxes = [new Outbox(annas, caseId, 'anna'), new Outbox(samirs, caseId, 'samir')];
      let over = false;
      const chats = Promise.all(
        outboxes.map(async (outbox) => {
          for (let index = 0; !over || index < 20; index += 1) {
            await outbox.say(index);
            await pause(50);
          }
        }),
      );
      chats.catch(() => undefined); // told where they are waited for, whatever else fails before
      await until('a few messages are heard', () => textsOf(annaHears).length > 4);

      await postgres.goDown(how);
      const goneAt = performance.now();
      const bearer = { authorization: `Bearer ${samir.token}` };
      const desk = { cookie: anna.cookie, origin: here.origin, 'x-csrf-token': anna.session.csrfToken };
      const id = randomUUID();
      const start = { id, words: 'Ont', about: 'me', patientAgeMonths: 420, language: 'sv' };
      for (const [headers, method, path, body] of [
        [bearer, 'GET', `/api/cases/${caseId}`],
        [bearer, 'GET', `/api/cases/${caseId}/timeline?after=0`],
        [bearer, 'POST', '/api/cases', start],
        [bearer, 'POST', '/api/resident-session/renew', {}],
        [{}, 'POST', '/api/resident-session', {}],
        [desk, 'GET', '/api/desk/queue?scope=queue'],
        [desk, 'GET', '/api/staff/me'],
        [desk, 'POST', `/api/desk/cases/${caseId}/notes`, { id: randomUUID(), text: 'x' }],
      ] as const) {
        await expectAway(here.origin, { ...headers }, method, path, body);
      }
      expect((await fetch(`${here.origin}/health/live`)).status).toBe(200);
      expect(await ready(here.origin)).toBe(503);
      const page = await fetch(`${here.origin}/sign-in/staff`, { redirect: 'manual' });
      expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
      for (const [event, body] of [
        ['case:watch', { caseId, have: 0 }],
        ['message:seen', { caseId, number: 1 }],
        ['message:send', { caseId, id: randomUUID(), text: 'x', attachmentIds: [] }],
        // Whether somebody may is asked each time, also of what passes by.
        ['typing', { caseId, typing: true }],
      ] as const) {
        const answer = await samirs.timeout(PATIENCE_MS).emitWithAck(event, body as never);
        expect(answer).toMatchObject({
          ok: false,
          problem: { status: 503, type: 'urn:slussen:problem:database-away' },
        });
      }
      expect(await refusalAtConnect()).toMatch(/database-away|websocket error|xhr/);
      await pause(Math.max(0, GONE_MS - (performance.now() - goneAt)));
      expect([annas.connected, samirs.connected]).toEqual([true, true]);

      await postgres.comeBack();
      const elsewhere = await untilGiven('the other process writes', () => writeElsewhere(caseId));
      await until('it is ready again', async () => (await ready(here.origin)) === 200);
      over = true;
      await chats;
      for (const outbox of outboxes) {
        expect(outbox.refusals.length).toBeGreaterThan(5);
        expect(new Set(outbox.refusals.map(({ type }) => type))).toEqual(
          new Set(['urn:slussen:problem:database-away']),
        );
      }
      const stored = await here.dataSource.manager.find(StoredTimelineEntry, {
        where: { caseId },
        order: { number: 'ASC' },
      });
      expect(stored.map(({ number }) => number)).toEqual(stored.map((_, index) => index + 1));
      const storedTexts = stored.flatMap(({ kind, body }) =>
        kind === 'message' ? [(body as { text: string }).text] : [],
      );
      for (const { sent } of outboxes) {
        const name = sent[0]?.split(' ')[0] ?? '';
        expect(storedTexts.filter((text) => text.startsWith(name))).toEqual(sent);
      }
      const forResident = stored.filter(({ staffOnly, number }) => !staffOnly && number > 1).length;
      await until(
        'both have heard everything',
        () => samirHears.length >= forResident && annaHears.length >= forResident,
      );
      for (const heard of [annaHears, samirHears]) {
        expect(textsOf(heard).toSorted()).toEqual(storedTexts.toSorted());
        expect(heard.map(({ number }) => number)).toEqual(
          heard.map(({ number }) => number).toSorted((a, b) => a - b),
        );
        expect(textsOf(heard)).toContain(elsewhere);
      }
      const retried = await samir.call('POST', '/api/cases', start);
      expect(retried.status).toBe(200);
      expect(await here.dataSource.manager.countBy(CareCase, { id })).toBe(1);
      await until('words of another process are heard again at once', async () => {
        const text = await writeElsewhere(caseId);
        await pause(500);
        return text !== null && textsOf(samirHears).includes(text);
      });
    });
  },
);

it('the sweepers go on by themselves afterwards', async () => {
  const visitor = await Resident.visit(here.origin);
  const { id } = await visitor.start('Blir liggande');
  await postgres.goDown('fast');
  await pause(16_000); // one round of each sweeper fails
  await postgres.comeBack();
  await until('the database answers', async () => (await ready(here.origin)) === 200);
  await here.dataSource.query('UPDATE care_case SET next_deadline_at = $2 WHERE id = $1', [id, new Date(0)]);
  await until(
    'the sweeper closed what had run out',
    async () => (await here.dataSource.manager.findOneByOrFail(CareCase, { id })).state === 'closed',
    20_000,
  );
});

/** What a socket that is opened now is told. */
function refusalAtConnect(): Promise<string> {
  const socket = io(here.origin, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    timeout: PATIENCE_MS,
    auth: { token: samir.token },
  });
  return new Promise((resolve) => {
    socket.once('connect', () => resolve('let in'));
    socket.once('connect_error', (error: Error & { data?: Problem }) => {
      socket.close();
      resolve(error.data?.type ?? error.message);
    });
  });
}

/** A message by Samir through the other process; null while that cannot. */
async function writeElsewhere(caseId: string): Promise<string | null> {
  const user = new ApiUser(there.origin, { authorization: `Bearer ${samir.token}` });
  const socket = io(there.origin, {
    transports: ['websocket'],
    forceNew: true,
    auth: { token: samir.token },
  });
  const text = `annorstädes ${randomUUID()}`;
  try {
    if ((await user.call('GET', '/api/me')).status !== 200) return null;
    const message = { caseId, id: randomUUID(), text, attachmentIds: [] };
    const answer = await socket.timeout(PATIENCE_MS).emitWithAck('message:send', message);
    return answer.ok ? text : null;
  } catch {
    return null;
  } finally {
    socket.close();
  }
}

/** The first that is not null. */
async function untilGiven<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  let found: T | null = null;
  await until(
    what,
    async () => {
      found = await ask();
      return found !== null;
    },
    20_000,
  );
  return found as T;
}
