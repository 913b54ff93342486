import { randomUUID } from 'node:crypto';
import { CallRow, CallSignalRow } from '../src/calls/call.entity.js';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import type { CallView, ResidentCase, TimelineEntry, Transferred } from '../src/contracts/index.js';
import type { TestApp } from './support/app.js';
import { heldCase, join, ongoingCall, ringingCall, startCall, type TestCall } from './support/calls.js';
import { ask, takeOver, unitId } from './support/consultation.js';
import { Conversation } from './support/conversation.js';
import { hear, message, texts } from './support/messages.js';
import { expectEveryCaseOwned } from './support/owners.js';
import { type ApiSocket, type Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

let test: TestApp;
let talk: Conversation;
let anna: StaffMember;
let samir: Resident;
let jonas: StaffMember;

beforeAll(async () => {
  talk = await Conversation.start();
  ({ test, anna, samir } = talk);
  jonas = await StaffMember.signedIn(test.origin, /Jonas/);
});
afterEach(async () => {
  talk.closeSockets();
  await expectEveryCaseOwned(test);
});
afterAll(() => talk?.end());

const stored = (id: string) => test.dataSource.manager.findOneByOrFail(CallRow, { id });

async function entriesOf<K extends TimelineEntry['kind']>(
  caseId: string,
  kind: K,
): Promise<TimelineEntry<K>[]> {
  const rows = await test.dataSource.manager.findBy(StoredTimelineEntry, { caseId, kind });
  return rows as unknown as TimelineEntry<K>[];
}

async function transfer(caseId: string, slug: string, competence = 'nurse') {
  const body = { id: randomUUID(), unitId: await unitId(test, slug), competence, reason: 'Det är bråttom' };
  return anna.call<Transferred>('POST', `/api/desk/cases/${caseId}/transfer`, body);
}

/** Someone in a call by a socket, with what they are told of it. */
interface Seat {
  socket: ApiSocket;
  page: string;
  told: CallView[];
}

async function sitDown(opening: Promise<ApiSocket>, call: TestCall): Promise<Seat> {
  const socket = await talk.open(opening);
  const seat: Seat = { socket, page: randomUUID(), told: [] };
  socket.on('call:state', (event) => seat.told.push(event.call));
  await join(socket, call.id, { page: seat.page });
  return seat;
}

/** Anna and Samir in a call that has gone on for two minutes; she sits at another process than he. */
async function inTheMiddle() {
  const call = await ongoingCall(test, { anna, samir });
  const annaThere = await StaffMember.signedIn(talk.other.origin, /Anna/);
  const desk = await sitDown(annaThere.socket(), call);
  const widget = await sitDown(samir.socket(), call);
  await widget.socket.emitWithAck('case:watch', { caseId: call.caseId, have: 0 });
  // Not by the clock: the sweepers could take both for gone.
  await test.dataSource.query(
    `UPDATE "call" SET answered_at = answered_at - interval '2 minutes' WHERE id = $1`,
    [call.id],
  );
  return { call, desk, widget, heard: hear(widget.socket) };
}

const signal = (call: TestCall, from: Seat, to: Seat, seat: string) =>
  from.socket.emitWithAck('call:signal', {
    callId: call.id,
    to: seat,
    fromPage: from.page,
    toPage: to.page,
    kind: 'candidate',
    data: 'x',
  });

/** The call is over at once and for both, said once with how long it took, and nobody gets back into it. */
async function expectOver({ call, desk, widget }: Awaited<ReturnType<typeof inTheMiddle>>) {
  // Not waited for: it has ended with the change itself.
  expect(await stored(call.id)).toMatchObject({ state: 'ended', why: 'case-left' });
  for (const { told } of [desk, widget]) {
    await until('they are told', () => told.at(-1)?.state === 'ended');
    expect(told.at(-1)).toMatchObject({ why: 'case-left', participants: expect.any(Array) });
    expect(told.at(-1)?.participants.filter(({ present }) => present)).toEqual([]);
  }
  const ends = await entriesOf(call.caseId, 'call-ended');
  expect(ends.map(({ actor, body }) => [actor.kind, body])).toEqual([
    [
      'system',
      {
        callId: call.id,
        media: 'video',
        answered: true,
        durationMs: expect.any(Number),
        why: 'case-left',
      },
    ],
  ]);
  const seconds = (ends[0]?.body.durationMs ?? 0) / 1000;
  expect(seconds).toBeGreaterThan(110); // the clocks of the two processes are not quite the same
  expect(seconds).toBeLessThan(150);

  const again = { callId: call.id, page: randomUUID(), microphone: true, camera: true, have: 0 };
  const refused = { ok: false, problem: { status: 409, detail: expect.stringMatching(/The call is over/) } };
  for (const { socket } of [desk, widget]) {
    expect(await socket.emitWithAck('call:join', again)).toMatchObject(refused);
  }
  expect(await signal(call, desk, widget, call.seats.resident)).toMatchObject(refused);
  expect(await signal(call, widget, desk, call.seats.staff)).toMatchObject(refused);
  expect(await test.dataSource.manager.countBy(CallSignalRow, { callId: call.id })).toBe(0);
  const start = { id: randomUUID(), media: 'video' };
  expect((await anna.call('POST', `/api/desk/cases/${call.caseId}/calls`, start)).status).toBe(404);
}

/** Whoever has the case now writes with the resident as before, and calls. */
async function expectGoesOnWith(
  who: StaffMember,
  { call, widget, heard }: Awaited<ReturnType<typeof inTheMiddle>>,
) {
  const { caseId } = call;
  expect(await widget.socket.emitWithAck('message:send', message(caseId, 'Är du kvar?'))).toMatchObject({
    ok: true,
  });
  const next = await startCall(who, caseId, 'voice');
  const desk = await talk.open(who.socket());
  expect(await desk.emitWithAck('message:send', message(caseId, 'Nu är det jag'))).toMatchObject({
    ok: true,
  });
  await until('Samir hears both', () => texts(heard).length === 2);
  const answer = `/api/cases/${caseId}/calls/${next.id}/answer`;
  expect(await samir.ok<CallView>('POST', answer, { media: 'voice' })).toMatchObject({ state: 'ongoing' });
  await join(desk, next.id);
  await desk.emitWithAck('call:leave', { callId: next.id, lost: false });
}

describe('a case that is sent on in the middle of a call', () => {
  it.each([
    ['1177', /Eva/],
    ['kungsor', /Mikael/],
  ])('to %s ends it for both; the chat goes on, and who claims it can call at once', async (slug, who) => {
    const taker = await StaffMember.signedIn(test.origin, who);
    const middle = await inTheMiddle();
    const { caseId } = middle.call;
    const [sent] = await Promise.all([
      transfer(caseId, slug),
      ...Array.from({ length: 10 }, () =>
        signal(middle.call, middle.desk, middle.widget, middle.call.seats.resident),
      ),
    ]);
    expect(sent.status).toBe(200);
    await expectOver(middle);
    await expectEveryCaseOwned(test);
    await taker.ok('POST', `/api/desk/cases/${caseId}/claim`, { id: randomUUID() });
    await expectGoesOnWith(taker, middle);
  });

  it('refused as nobody there may take it leaves the call as it was', async () => {
    const middle = await inTheMiddle();
    expect((await transfer(middle.call.caseId, 'akutmottagningen')).status).toBe(400);
    expect(await stored(middle.call.id)).toMatchObject({ state: 'ongoing', why: null });
    expect(await signal(middle.call, middle.desk, middle.widget, middle.call.seats.resident)).toMatchObject({
      ok: true,
    });
  });
});

describe('a case that is sent on while it rings', () => {
  it('rings no more; nobody can answer, and nothing says that they talked', async () => {
    const call = await ringingCall(test, { anna, samir });
    const widget = await talk.open(samir.socket());
    const heard = hear(widget);
    await widget.emitWithAck('case:watch', { caseId: call.caseId, have: 0 });
    expect((await transfer(call.caseId, '1177')).status).toBe(200);
    expect(await stored(call.id)).toMatchObject({ state: 'cancelled', why: 'case-left' });
    await until('it stops at Samir’s', () => heard.some(({ kind }) => kind === 'call-ended'));
    expect(await entriesOf(call.caseId, 'call-ended')).toMatchObject([
      { body: { answered: false, durationMs: 0, why: 'case-left' } },
    ]);
    const late = await samir.call('POST', `/api/cases/${call.caseId}/calls/${call.id}/answer`, {
      media: 'video',
    });
    expect([late.status, late.problem.detail]).toEqual([409, expect.stringMatching(/no longer rings/)]);
  });

  it('in the moment in which it is answered is over all the same, said once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const call = await ringingCall(test, { anna, samir });
      const [sent, answered] = await Promise.all([
        transfer(call.caseId, '1177'),
        samir.call('POST', `/api/cases/${call.caseId}/calls/${call.id}/answer`, { media: 'video' }),
      ]);
      expect(sent.status).toBe(200);
      expect([200, 409]).toContain(answered.status);
      const { state } = await stored(call.id);
      expect(state).toBe(answered.status === 200 ? 'ended' : 'cancelled');
      expect(await entriesOf(call.caseId, 'call-ended')).toHaveLength(1);
    }
  });
});

describe('a case that is taken over in the middle of a call', () => {
  it('ends it for both; the new holder can call at once', async () => {
    const middle = await inTheMiddle();
    const consultationId = await ask(test, anna, middle.call.caseId);
    const { status, body } = await takeOver(jonas, consultationId, anna);
    expect([status, body.mine]).toEqual([200, true]);
    await expectOver(middle);
    await expectGoesOnWith(jonas, middle);
    const seen = await samir.ok<ResidentCase>('GET', `/api/cases/${middle.call.caseId}`);
    expect(seen.holder).toMatchObject({ name: 'Jonas Hedlund' });
  });

  it('by two at once is won by one, who can call; the other cannot, and the end is said once', async () => {
    const linnea = await StaffMember.signedIn(talk.other.origin, /Linnea/);
    for (let round = 0; round < 3; round += 1) {
      const middle = await inTheMiddle();
      const { caseId } = middle.call;
      const consultationId = await ask(test, anna, caseId);
      const rivals = [jonas, linnea];
      const answers = await Promise.all(rivals.map((who) => takeOver(who, consultationId, anna)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      await expectOver(middle);
      const start = () => ({ id: randomUUID(), media: 'voice' });
      const calls = await Promise.all(
        rivals.map((who) => who.call('POST', `/api/desk/cases/${caseId}/calls`, start())),
      );
      expect(calls.map(({ status }) => status)).toEqual(
        answers.map(({ status }) => (status === 200 ? 200 : 403)),
      );
    }
  });
});

it('a call that Anna has in one case is untouched when another of hers is sent on', async () => {
  const middle = await inTheMiddle();
  const other = await heldCase(test, anna);
  expect((await transfer(other, '1177')).status).toBe(200);
  expect(await stored(middle.call.id)).toMatchObject({ state: 'ongoing' });
});
