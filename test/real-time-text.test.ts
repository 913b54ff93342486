import { randomUUID } from 'node:crypto';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import type { ServerEvents } from '../src/contracts/index.js';
import { ENTITIES } from '../src/entities.js';
import { startTestApp } from './support/app.js';
import {
  connectGuest,
  guestOf,
  join,
  ongoingCall,
  ringingCall,
  startCall,
  type TestCall,
} from './support/calls.js';
import { ask, takeOver } from './support/consultation.js';
import { Conversation } from './support/conversation.js';
import { message } from './support/messages.js';
import { type ApiSocket, Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

type Heard = Parameters<ServerEvents['call:text']>[0];

/** What a reader may wait for a character, in milliseconds (EN 301 549, 6.2.4). */
const SOON_MS = 500;

let talk: Conversation;
let jonas: StaffMember;
let lisa: Resident;
let samirThere: Resident;

beforeAll(async () => {
  talk = await Conversation.start();
  const { origin } = talk.test;
  jonas = await StaffMember.signedIn(origin, /Jonas/);
  lisa = await Resident.signedIn(origin, /Lisa Andersson/);
  samirThere = await Resident.signedIn(talk.other.origin, /Samir/);
});
afterEach(() => talk.closeSockets());
afterAll(() => talk.end());

const ongoing = () => ongoingCall(talk.test, { anna: talk.anna, samir: talk.samir });
const write = (socket: ApiSocket, callId: string, text: string, id: string = randomUUID()) =>
  socket.emitWithAck('call:text', { callId, id, text });

function hear(socket: ApiSocket): Heard[] {
  const heard: Heard[] = [];
  socket.on('call:text', (event) => heard.push(event));
  return heard;
}
const textsOf = (heard: readonly Heard[]) => heard.map(({ text }) => text);

/** Someone's socket, in the chat and in the call. */
async function sitting(opening: Promise<ApiSocket>, call: TestCall): Promise<ApiSocket> {
  const socket = await talk.open(opening);
  await socket.emitWithAck('case:watch', { caseId: call.caseId, have: 0 });
  await join(socket, call.id);
  return socket;
}

async function guestSocket(call: TestCall): Promise<ApiSocket> {
  const { pass } = await guestOf(call);
  return talk.open(connectGuest(call.origin, pass));
}

const refused = (status: number, detail = /./) => ({
  ok: false,
  problem: { status, detail: expect.stringMatching(detail) },
});

describe('real-time text beside a call', () => {
  it.each([
    ['connected to the same process', () => talk.samir.socket()],
    ['connected to another process', () => samirThere.socket()],
  ])('comes through both ways as it is written and mended, to one %s', async (_where, opening) => {
    const call = await ongoing();
    const desk = await sitting(talk.anna.socket(), call);
    const widget = await sitting(opening(), call);
    for (const [from, to, seat] of [
      [desk, widget, call.seats.staff],
      [widget, desk, call.seats.resident],
    ] as const) {
      const heard = hear(to);
      const id = randomUUID();
      const steps = ['H', 'He', 'Hej', 'Hejs', 'Hejsna', 'Hej', ''];
      const answers = await Promise.all(steps.map((text) => write(from, call.id, text, id)));
      expect(answers.every(({ ok }) => ok)).toBe(true);
      await until('all is read', () => heard.length === steps.length);
      expect(heard).toEqual(steps.map((text) => ({ callId: call.id, from: seat, id, text })));
      // Usually: a machine that does other things as well may pause now and then.
      const waits: number[] = [];
      for (const text of ['a', 'ab', 'abc', 'abcd', 'abcde']) {
        const began = performance.now();
        const written = write(from, call.id, text, id);
        await until('it is read', () => heard.at(-1)?.text === text);
        waits.push(performance.now() - began);
        await written;
      }
      expect(waits.sort((a, b) => a - b)[2]).toBeLessThan(SOON_MS);
    }
  });

  it('carries the longest message there is, in any script, to another process', async () => {
    const call = await ongoing();
    const desk = await sitting(talk.anna.socket(), call);
    const heard = hear(await sitting(samirThere.socket(), call));
    const long = '𠮷'.repeat(2_000);
    expect(await write(desk, call.id, long)).toMatchObject({ ok: true });
    expect(await write(desk, call.id, 'kort')).toMatchObject({ ok: true });
    await until('both are read', () => heard.length === 2);
    expect(textsOf(heard)).toEqual([long, 'kort']);
  });

  it('goes to the other’s page in the call, and to nobody else who follows the case or the call', async () => {
    const call = await ongoing();
    const desk = await sitting(talk.anna.socket(), call);
    const older = await sitting(talk.samir.socket(), call);
    const widget = await sitting(talk.samir.socket(), call);
    const guest = await guestSocket(call);
    await join(guest, call.id);
    const colleague = await talk.open((await StaffMember.signedIn(call.origin, /Karin/)).socket());
    expect(await colleague.emitWithAck('case:watch', { caseId: call.caseId, have: 0 })).toMatchObject({
      ok: true,
    });
    const heard = hear(widget);
    const others = [desk, older, guest, colleague].map(hear);
    await write(desk, call.id, 'Hej');
    await until('he reads it', () => heard.length === 1);
    // Whatever else was told has come before this.
    await Promise.all(
      [older, guest, colleague].map((each) => each.emitWithAck('case:leave', { caseId: call.caseId })),
    );
    expect(others.flat()).toEqual([]);
  });

  it('goes away when its writer’s connection does', async () => {
    const call = await ongoing();
    const desk = await sitting(talk.anna.socket(), call);
    for (const who of [talk.samir, samirThere]) {
      const widget = await sitting(who.socket(), call);
      const heard = hear(desk);
      await write(widget, call.id, 'Jag har ont i');
      await until('it is read', () => heard.length === 1);
      widget.close();
      await until('it is taken away', () => heard.length === 2);
      expect(heard[1]).toEqual({ ...heard[0], text: '' });
    }
  });

  it('is refused to all but the two who are in a call that goes on, with what would be right', async () => {
    const call = await ongoing();
    const desk = await sitting(talk.anna.socket(), call);
    const widget = await sitting(talk.samir.socket(), call);
    const heard = [hear(desk), hear(widget)];
    const [lisas, jonass, guest] = [
      await talk.open(lisa.socket()),
      await talk.open(jonas.socket()),
      await guestSocket(call),
    ];
    expect(await write(lisas, call.id, 'Hej')).toMatchObject(refused(404, /no such call/));
    expect(await write(jonass, call.id, 'Hej')).toMatchObject(refused(404, /no such call/));
    expect(await write(guest, call.id, 'Hej')).toMatchObject(refused(403));
    expect(await write(desk, randomUUID(), 'Hej')).toMatchObject(refused(404));
    expect(await write(desk, call.id, 'å'.repeat(4_001))).toMatchObject({
      ok: false,
      problem: {
        status: 400,
        errors: [{ field: 'text', message: 'must be a text of at most 4000 characters' }],
      },
    });

    const ringing = await ringingCall(talk.test, { anna: talk.anna, samir: talk.samir });
    expect(await write(desk, ringing.id, 'Hej')).toMatchObject(refused(409, /not been answered/));
    expect(await write(widget, ringing.id, 'Hej')).toMatchObject(refused(404));
    await desk.emitWithAck('call:leave', { callId: call.id, lost: false });
    expect(await write(widget, call.id, 'Hej')).toMatchObject(refused(409, /over.*Write in the chat/));
    expect(heard.flat()).toEqual([]);
  });

  it('is refused to the former holder after a take over, and to the resident until the new one has called', async () => {
    const call = await ongoing();
    const desk = await sitting(talk.anna.socket(), call);
    const widget = await sitting(samirThere.socket(), call);
    const heard = hear(widget);
    const annas = hear(desk);
    const consultationId = await ask(talk.test, talk.anna, call.caseId);
    expect((await takeOver(jonas, consultationId, talk.anna)).status).toBe(200);
    expect(await write(desk, call.id, 'hemligt')).toMatchObject({ ok: false });
    expect(await write(widget, call.id, 'till Jonas')).toMatchObject({ ok: false });

    const { id } = await startCall(jonas, call.caseId);
    const path = `/api/cases/${call.caseId}/calls/${id}/answer`;
    await talk.samir.ok('POST', path, { media: 'voice' });
    await join(widget, id);
    const jonass = await sitting(jonas.socket(), { ...call, id });
    expect(await write(desk, id, 'hemligt')).toMatchObject(refused(404));
    expect(await write(desk, call.id, 'hemligt')).toMatchObject({ ok: false });
    expect(await write(jonass, id, 'Hej Samir')).toMatchObject({ ok: true });
    await until('he reads it', () => heard.length > 0);
    expect(textsOf(heard)).toEqual(['Hej Samir']);
    expect(await write(widget, id, 'Hej Jonas')).toMatchObject({ ok: true });
    expect(annas).toEqual([]);
  });

  it('is stored nowhere; what is sent in the end is one message like any other', async () => {
    const { dataSource } = talk.test;
    const call = await ongoing();
    const desk = await sitting(talk.anna.socket(), call);
    const widget = await sitting(samirThere.socket(), call);
    const heard = hear(desk);
    const timeline = () => dataSource.manager.countBy(StoredTimelineEntry, { caseId: call.caseId });
    const before = await timeline();
    const sent = message(call.caseId, 'Det gör ont');
    await write(widget, call.id, 'Tärnsångare', sent.id);
    await write(widget, call.id, 'Det gör o', sent.id);
    await until('both are read', () => heard.length === 2);
    expect(await timeline()).toBe(before);
    for (const { tableName } of ENTITIES.map((entity) => dataSource.getMetadata(entity))) {
      const [{ found }] = await dataSource.query(
        `SELECT count(*)::int AS found FROM "${tableName}" t WHERE t::text LIKE '%Tärnsångare%'`,
      );
      expect([tableName, found]).toEqual([tableName, 0]);
    }
    expect(await widget.emitWithAck('message:send', sent)).toMatchObject({ ok: true });
    const stored = await dataSource.manager.findBy(StoredTimelineEntry, {
      caseId: call.caseId,
      kind: 'message',
    });
    expect(stored.map(({ id, body }) => [id, (body as { text: string }).text])).toEqual([
      [sent.id, sent.text],
    ]);
  });

  it('has a rate of its own, that no one who types meets and that leaves room for messages (P12)', async () => {
    const { url } = talk.test.dataSource.options as { url: string };
    const strict = await startTestApp({ databaseUrl: url });
    try {
      const call = await ongoing();
      await sitting(talk.anna.socket(), call);
      const samir = await Resident.signedIn(strict.origin, /Samir/);
      const widget = await sitting(samir.socket(), call);
      // Every 300 ms for 10 s, and as many again for what is said twice.
      const honest = await Promise.all(
        Array.from({ length: 70 }, (_, n) => write(widget, call.id, 'a'.repeat(n))),
      );
      expect(honest.every(({ ok }) => ok)).toBe(true);
      const flood = await Promise.all(Array.from({ length: 200 }, () => write(widget, call.id, 'a')));
      expect(flood.at(-1)).toMatchObject(refused(429, /Wait a few seconds/));
      const sent = message(call.caseId, 'kommer fram');
      expect(await widget.emitWithAck('message:send', sent)).toMatchObject({ ok: true });
    } finally {
      await strict.close();
    }
  });
});
