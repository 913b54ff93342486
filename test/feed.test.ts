import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { jest } from '@jest/globals';
import { AccessLogEntry } from '../src/access-log/access-log-entry.entity.js';
import { CaseViews } from '../src/cases/case-views.js';
import { TimelineListener } from '../src/cases/timeline-listener.js';
import type { DeskCase, TimelineEntry } from '../src/contracts/index.js';
import { SocketConversation } from '../src/conversations/socket-conversation.js';
import type { ConversationServer } from '../src/conversations/socket-types.js';
import type { TestApp } from './support/app.js';
import { Conversation } from './support/conversation.js';
import { hear, message, texts } from './support/messages.js';
import { Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

let test: TestApp;
let other: TestApp;
let anna: StaffMember;
let samir: Resident;
let talk: Conversation;

beforeAll(async () => {
  talk = await Conversation.start();
  ({ test, other, anna, samir } = talk);
});
afterEach(() => talk.closeSockets());
afterAll(() => talk.end());

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

describe('the feed of a case: messages and what else happens', () => {
  it('by staff only are never sent to the resident', async () => {
    const caseId = await talk.heldCase();
    const samirs = await talk.open(samir.socket());
    const heard = hear(samirs);
    await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    await anna.ok('POST', `/api/desk/cases/${caseId}/notes`, { id: randomUUID(), text: 'Intern tanke' });
    const annas = await talk.open(anna.socket());
    await annas.emitWithAck('message:send', message(caseId, 'Hej'));
    await until('the message is heard', () => texts(heard).length > 0);
    expect(heard.some(({ kind }) => kind === 'note')).toBe(false);
    const all = await samir.ok<TimelineEntry[]>('GET', `/api/cases/${caseId}/timeline?after=0`);
    expect(all.some(({ staffOnly }) => staffOnly)).toBe(false);
  });

  it('by staff to each other in a hand-back or a closing are told without those words', async () => {
    const caseId = await talk.heldCase();
    const samirs = await talk.open(samir.socket());
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
    const caseId = await talk.heldCase();
    const johan = await StaffMember.signedIn(test.origin, /Johan/, 'Herrgärdet');
    const johans = await talk.open(johan.socket());
    const lost: string[] = [];
    johans.on('case:lost', (event) => lost.push(event.caseId));
    const heard = hear(johans);
    await johans.emitWithAck('case:watch', { caseId, have: 0 });
    await moveToKungsor(caseId);
    await anna.ok('POST', `/api/desk/cases/${caseId}/notes`, { id: randomUUID(), text: 'Flyttad' });
    await until('the feed is cut', () => lost.includes(caseId));
    const annas = await talk.open(anna.socket());
    await annas.emitWithAck('message:send', message(caseId, 'Hemligt för andra enheter'));
    expect(texts(heard)).toEqual([]);
    expect(await johans.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({ ok: false });
  });

  it('are not heard by whom the case is taken from in the moment of joining', async () => {
    const caseId = await talk.heldCase();
    const johan = await StaffMember.signedIn(test.origin, /Johan/, 'Herrgärdet');
    const johans = await talk.open(johan.socket());
    const heard = hear(johans);
    afterItsNextLook(async () => {
      await moveToKungsor(caseId);
      await anna.ok('POST', `/api/desk/cases/${caseId}/notes`, { id: randomUUID(), text: 'Flyttad' });
    });
    expect(await johans.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({ ok: false });
    const annas = await talk.open(anna.socket());
    await annas.emitWithAck('message:send', message(caseId, 'Hemligt för andra enheter'));
    await johans.emitWithAck('queue:watch', {});
    expect(heard).toEqual([]);
  });

  it('leave nothing behind for a socket that closes in the moment of joining', async () => {
    const caseId = await talk.heldCase();
    const samirs = await talk.open(samir.socket());
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
    const caseId = await talk.heldCase();
    const johan = await StaffMember.signedIn(test.origin, /Johan/, 'Herrgärdet');
    const johans = await talk.open(johan.socket());
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

  it('say who writes and what was read also to those at another process', async () => {
    const caseId = await talk.heldCase();
    const samirs = await talk.open(samir.socket());
    const told: object[] = [];
    samirs.on('typing', (event) => told.push(event));
    samirs.on('message:seen', (event) => told.push(event));
    await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    const sent = await samirs.emitWithAck('message:send', message(caseId, 'Hör ni mig?'));
    if (!sent.ok) throw new Error('It is stored');
    const annaThere = await StaffMember.signedIn(other.origin, /Anna/);
    const there = await talk.open(annaThere.socket());
    await there.emitWithAck('case:watch', { caseId, have: 0 });
    await there.emitWithAck('message:seen', { caseId, number: sent.number });
    await there.emitWithAck('typing', { caseId, typing: true });
    await until('both are told', () => told.length === 2);
    // Each goes its own way to the other process, and nothing says which comes first.
    expect(told).toContainEqual({ caseId, by: 'staff', number: sent.number });
    expect(told).toContainEqual({ caseId, by: 'staff', name: 'Anna Lindqvist', typing: true });
  });

  it('of another process still come after the line that brings word of them has gone silent', async () => {
    const caseId = await talk.heldCase();
    const samirs = await talk.open(samir.socket());
    const heard = hear(samirs);
    await samirs.emitWithAck('case:watch', { caseId, have: 0 });
    const { listener } = test.app.get(TimelineListener) as unknown as {
      listener: { client: { connection: { stream: Socket } } };
    };
    listener.client.connection.stream.pause();
    const annaThere = await StaffMember.signedIn(other.origin, /Anna/);
    const there = await talk.open(annaThere.socket());
    await there.emitWithAck('message:send', message(caseId, 'Hörs du?'));
    await until('it is heard', () => texts(heard).includes('Hörs du?'));
  });

  it('read by staff over a socket are in the access log, once for each time they join', async () => {
    const caseId = await talk.heldCase();
    const annas = await talk.open(anna.socket());
    const readings = () => test.dataSource.manager.countBy(AccessLogEntry, { caseId });
    const before = await readings();
    await annas.emitWithAck('case:watch', { caseId, have: 0 });
    await annas.emitWithAck('case:watch', { caseId, have: 0 });
    expect(await readings()).toBe(before + 1);
  });
});
