import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { jest } from '@jest/globals';
import { AccessLogEntry } from '../src/access-log/access-log-entry.entity.js';
import { CaseViews } from '../src/cases/case-views.js';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import { TimelineListener } from '../src/cases/timeline-listener.js';
import type { DeskCase, MessageToSend, TimelineEntry } from '../src/contracts/index.js';
import { SocketConversation } from '../src/conversations/socket-conversation.js';
import type { ConversationServer } from '../src/conversations/socket-types.js';
import { startTestApp, type TestApp } from './support/app.js';
import { type ApiSocket, Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

let test: TestApp;
let other: TestApp;
let anna: StaffMember;
let samir: Resident;
const sockets: ApiSocket[] = [];

beforeAll(async () => {
  test = await startTestApp({ env: { SOCKET_EVENTS_PER_10_S: '100000' } });
  const { url } = test.dataSource.options as { url: string };
  other = await startTestApp({ databaseUrl: url, env: { SOCKET_EVENTS_PER_10_S: '100000' } });
  anna = await StaffMember.signedIn(test.origin, /Anna/);
  samir = await Resident.signedIn(test.origin, /Samir/);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});
afterAll(async () => {
  await other.close();
  await test.close();
});

async function heldCase(): Promise<string> {
  const { id } = await insertWaitingCase(test.dataSource, { urgency: 2, since: test.clock.now() });
  await anna.ok<DeskCase>('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
  return id;
}

function open(connecting: Promise<ApiSocket>): Promise<ApiSocket> {
  return connecting.then((socket) => {
    sockets.push(socket);
    return socket;
  });
}

const message = (caseId: string, text: string): MessageToSend => ({
  caseId,
  id: randomUUID(),
  text,
  attachmentIds: [],
});

function hear(socket: ApiSocket): TimelineEntry[] {
  const heard: TimelineEntry[] = [];
  socket.on('timeline:entries', ({ entries }) => heard.push(...entries));
  return heard;
}

const texts = (entries: TimelineEntry[]) =>
  entries.flatMap((entry) => (entry.kind === 'message' ? [entry.body.text] : []));

async function moveToKungsor(caseId: string): Promise<void> {
  await test.dataSource.query(
    `UPDATE care_case SET unit_id = (SELECT id FROM care_unit WHERE slug = 'kungsor') WHERE id = $1`,
    [caseId],
  );
}

/** Does something between the server's next look at who may see a case and what follows on it. */
function afterItsNextLook(task: () => Promise<void>): Promise<void> {
  const views = test.app.get(CaseViews);
  const find = views.find.bind(views);
  return new Promise((resolve) => {
    jest.spyOn(views, 'find').mockImplementationOnce(async (...args) => {
      const found = await find(...args);
      await task();
      resolve();
      return found;
    });
  });
}

const socketServer = () =>
  (test.app.get(SocketConversation) as unknown as { server: ConversationServer }).server;
const watchedRooms = () => [...socketServer().sockets.adapter.rooms.keys()];

describe('messages', () => {
  it('are each stored once and numbered without gaps when both write at once and everything is sent twice', async () => {
    const caseId = await heldCase();
    const [annas, samirs] = [await open(anna.socket()), await open(samir.socket())];
    const [annaHears, samirHears] = [hear(annas), hear(samirs)];
    await annas.emitWithAck('case:watch', { caseId, have: 0 });
    await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    const fromAnna = Array.from({ length: 100 }, (_, index) => message(caseId, `anna ${index}`));
    const fromSamir = Array.from({ length: 100 }, (_, index) => message(caseId, `samir ${index}`));
    const sends = [annas, samirs].flatMap((socket, side) =>
      (side ? fromSamir : fromAnna).flatMap((each) => [
        socket.emitWithAck('message:send', each),
        socket.emitWithAck('message:send', each),
      ]),
    );
    const acknowledged = await Promise.all(sends);
    expect(acknowledged.every(({ ok }) => ok)).toBe(true);
    const stored = await test.dataSource.manager.find(StoredTimelineEntry, {
      where: { caseId },
      order: { number: 'ASC' },
    });
    expect(stored.map(({ number }) => number)).toEqual(stored.map((_, index) => index + 1));
    expect(stored.filter(({ kind }) => kind === 'message')).toHaveLength(200);
    await until(
      'all are heard on both sides',
      () => texts(annaHears).length >= 200 && texts(samirHears).length >= 200,
    );
    expect(annaHears.map(({ number }) => number)).toEqual(
      [...annaHears.map(({ number }) => number)].sort((a, b) => a - b),
    );
    for (const heard of [annaHears, samirHears]) {
      expect(texts(heard).filter((text) => text.startsWith('anna'))).toEqual(
        fromAnna.map(({ text }) => text),
      );
      expect(texts(heard).filter((text) => text.startsWith('samir'))).toEqual(
        fromSamir.map(({ text }) => text),
      );
    }
  });

  it('that came while one was away are brought at "I have up to n", and only those', async () => {
    const caseId = await heldCase();
    const annas = await open(anna.socket());
    const first = await annas.emitWithAck('message:send', message(caseId, 'före'));
    await annas.emitWithAck('message:send', message(caseId, 'under tiden 1'));
    await annas.emitWithAck('message:send', message(caseId, 'under tiden 2'));
    const samirs = await open(samir.socket());
    const answer = await samirs.emitWithAck('case:watch', { caseId, have: first.ok ? first.number : 0 });
    expect(answer.ok && texts(answer.entries)).toEqual(['under tiden 1', 'under tiden 2']);
  });

  it('committed by another process reach those connected here, in order', async () => {
    const caseId = await heldCase();
    const here = await open(samir.socket());
    const heard = hear(here);
    await here.emitWithAck('case:watch', { caseId, have: 0 });
    const annaThere = await StaffMember.signedIn(other.origin, /Anna/);
    const there = await open(annaThere.socket());
    for (const text of ['ett', 'två', 'tre']) await there.emitWithAck('message:send', message(caseId, text));
    await until('the other process is heard', () => texts(heard).length >= 3);
    expect(texts(heard)).toEqual(['ett', 'två', 'tre']);
  });

  it('with the same id in two processes at once are stored once', async () => {
    const caseId = await heldCase();
    const samirThere = await Resident.signedIn(other.origin, /Samir/);
    const [here, there] = [await open(samir.socket()), await open(samirThere.socket())];
    for (let round = 0; round < 10; round += 1) {
      const twice = message(caseId, `omgång ${round}`);
      const [a, b] = await Promise.all(
        [here, there].map((socket) => socket.emitWithAck('message:send', twice)),
      );
      expect(a).toMatchObject({ ok: true });
      expect(b).toMatchObject({ ok: true, number: a?.ok ? a.number : -1 });
    }
    expect(await test.dataSource.manager.countBy(StoredTimelineEntry, { caseId, kind: 'message' })).toBe(10);
  });

  it('never get into a case that closes in the same moment: each is either before the closing or refused', async () => {
    const caseId = await heldCase();
    const samirs = await open(samir.socket());
    const closing = anna.ok('POST', `/api/desk/cases/${caseId}/closing`, {
      id: randomUUID(),
      result: 'other',
      note: null,
    });
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        samirs.emitWithAck('message:send', message(caseId, String(index))),
      ),
    );
    await closing;
    const stored = await test.dataSource.manager.find(StoredTimelineEntry, {
      where: { caseId },
      order: { number: 'ASC' },
    });
    const closed = stored.find(({ kind }) => kind === 'closed')?.number ?? 0;
    expect(stored.filter(({ kind, number }) => kind === 'message' && number > closed)).toEqual([]);
    expect(stored.filter(({ kind }) => kind === 'message')).toHaveLength(sent.filter(({ ok }) => ok).length);
    const refused = sent.filter(({ ok }) => !ok);
    for (const each of refused)
      expect(each).toMatchObject({ problem: { type: 'urn:slussen:problem:wrong-state' } });
  });

  it('by staff only are never sent to the resident', async () => {
    const caseId = await heldCase();
    const samirs = await open(samir.socket());
    const heard = hear(samirs);
    await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    await anna.ok('POST', `/api/desk/cases/${caseId}/notes`, { id: randomUUID(), text: 'Intern tanke' });
    const annas = await open(anna.socket());
    await annas.emitWithAck('message:send', message(caseId, 'Hej'));
    await until('the message is heard', () => texts(heard).length > 0);
    expect(heard.some(({ kind }) => kind === 'note')).toBe(false);
    const all = await samir.ok<TimelineEntry[]>('GET', `/api/cases/${caseId}/timeline?after=0`);
    expect(all.some(({ staffOnly }) => staffOnly)).toBe(false);
  });

  it('by staff to each other in a hand-back or a closing are told without those words', async () => {
    const caseId = await heldCase();
    const samirs = await open(samir.socket());
    const heard = hear(samirs);
    await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    const desk = `/api/desk/cases/${caseId}`;
    await anna.ok('POST', `${desk}/hand-back`, { id: randomUUID(), reason: 'Intern tanke' });
    await anna.ok('POST', `${desk}/claim`, { id: randomUUID() });
    const closing = { id: randomUUID(), result: 'other', note: 'Intern tanke' };
    const { timeline } = await anna.ok<DeskCase>('POST', `${desk}/closing`, closing);
    await until('the closing is heard', () => heard.some(({ kind }) => kind === 'closed'));
    const read = await samir.ok<TimelineEntry[]>('GET', `/api/cases/${caseId}/timeline?after=0`);
    const watched = await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    const kinds = (entries: TimelineEntry[]) => entries.map(({ kind }) => kind);
    expect(kinds(heard)).toEqual(kinds(read).slice(1));
    expect(JSON.stringify([heard, read, watched])).not.toContain('Intern tanke');
    expect(JSON.stringify(timeline).split('Intern tanke')).toHaveLength(3);
  });

  it('stop coming to staff the moment the case goes to another unit', async () => {
    const caseId = await heldCase();
    const johan = await StaffMember.signedIn(test.origin, /Johan/, 'Herrgärdet');
    const johans = await open(johan.socket());
    const lost: string[] = [];
    johans.on('case:lost', (event) => lost.push(event.caseId));
    const heard = hear(johans);
    await johans.emitWithAck('case:watch', { caseId, have: 0 });
    await moveToKungsor(caseId);
    await anna.ok('POST', `/api/desk/cases/${caseId}/notes`, { id: randomUUID(), text: 'Flyttad' });
    await until('the feed is cut', () => lost.includes(caseId));
    const annas = await open(anna.socket());
    await annas.emitWithAck('message:send', message(caseId, 'Hemligt för andra enheter'));
    expect(texts(heard)).toEqual([]);
    expect(await johans.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({ ok: false });
  });

  it('are not heard by whom the case is taken from in the moment of joining', async () => {
    const caseId = await heldCase();
    const johan = await StaffMember.signedIn(test.origin, /Johan/, 'Herrgärdet');
    const johans = await open(johan.socket());
    const heard = hear(johans);
    afterItsNextLook(async () => {
      await moveToKungsor(caseId);
      await anna.ok('POST', `/api/desk/cases/${caseId}/notes`, { id: randomUUID(), text: 'Flyttad' });
    });
    expect(await johans.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({ ok: false });
    const annas = await open(anna.socket());
    await annas.emitWithAck('message:send', message(caseId, 'Hemligt för andra enheter'));
    await johans.emitWithAck('queue:watch', {});
    expect(heard).toEqual([]);
  });

  it('leave nothing behind for a socket that closes in the moment of joining', async () => {
    const caseId = await heldCase();
    const samirs = await open(samir.socket());
    const joined = afterItsNextLook(async () => {
      const before = socketServer().sockets.sockets.size;
      samirs.close();
      await until('the server knows', () => socketServer().sockets.sockets.size < before);
    });
    samirs.emit('case:watch', { caseId, have: 0 }, () => undefined);
    await joined;
    await until('it is forgotten', () => !watchedRooms().some((room) => room.includes(caseId)));
  });

  it('missed while the line to other processes was cut are made up for, and so is a case that was lost', async () => {
    const caseId = await heldCase();
    const johan = await StaffMember.signedIn(test.origin, /Johan/, 'Herrgärdet');
    const johans = await open(johan.socket());
    const [lost, queues]: string[][] = [[], []];
    johans.on('case:lost', (event) => lost?.push(event.caseId));
    johans.on('queue:changed', (event) => queues?.push(event.unitId));
    await johans.emitWithAck('case:watch', { caseId, have: 0 });
    await johans.emitWithAck('queue:watch', {});
    await moveToKungsor(caseId);
    await test.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'slussen listener' AND datname = current_database()`,
    );
    await until('the feed is cut', () => lost?.includes(caseId) === true);
    await until('the queue is told', () => queues?.length === 1);
  });

  it('of another process still come after the line that brings word of them has gone silent', async () => {
    const caseId = await heldCase();
    const samirs = await open(samir.socket());
    const heard = hear(samirs);
    await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    const { client } = test.app.get(TimelineListener) as unknown as {
      client: { connection: { stream: Socket } };
    };
    client.connection.stream.pause();
    const annaThere = await StaffMember.signedIn(other.origin, /Anna/);
    const there = await open(annaThere.socket());
    await there.emitWithAck('message:send', message(caseId, 'Hörs du?'));
    await until('it is heard', () => texts(heard).includes('Hörs du?'));
  });

  it('read by staff over a socket are in the access log, once for each time they join', async () => {
    const caseId = await heldCase();
    const annas = await open(anna.socket());
    const readings = () => test.dataSource.manager.countBy(AccessLogEntry, { caseId });
    const before = await readings();
    await annas.emitWithAck('case:watch', { caseId, have: 0 });
    await annas.emitWithAck('case:watch', { caseId, have: 0 });
    expect(await readings()).toBe(before + 1);
  });

  it.each([
    ['a message of 100 kB', { text: 'å'.repeat(50_000) }, 'text'],
    ['text of the wrong type', { text: 7 }, 'text'],
    ['nothing at all', { text: '  ' }, 'text'],
    ['an unknown field', { text: 'x', html: '<b>' }, 'html'],
    ['no id of its own', { text: 'x', id: 'nej' }, 'id'],
    ["images that are not this case's", { text: 'x', attachmentIds: [randomUUID()] }, 'attachmentIds'],
  ])('refuse %s by the name of the field', async (_name, wrong, field) => {
    const caseId = await heldCase();
    const samirs = await open(samir.socket());
    const sent = await samirs.emitWithAck('message:send', {
      ...message(caseId, ''),
      ...wrong,
    } as MessageToSend);
    expect(sent).toMatchObject({
      ok: false,
      problem: { type: 'urn:slussen:problem:bad-input', errors: [{ field }] },
    });
  });

  it("are not let into other people's cases, read or written", async () => {
    const caseId = await heldCase();
    const lisa = await Resident.signedIn(test.origin, /Lisa.*55/);
    const lisas = await open(lisa.socket());
    expect(await lisas.emitWithAck('message:send', message(caseId, 'x'))).toMatchObject({
      ok: false,
      problem: { status: 404 },
    });
    expect(await lisas.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({
      ok: false,
      problem: { status: 404 },
    });
    expect((await lisa.call('GET', `/api/cases/${caseId}`)).status).toBe(404);
    expect((await lisa.call('GET', `/api/cases/${caseId}/timeline?after=0`)).status).toBe(404);
  });
});
