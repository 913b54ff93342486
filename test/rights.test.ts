import { randomUUID } from 'node:crypto';
import { WritersAndPastHolders1795392810000 } from '../migrations/1795392810000-writers-and-past-holders.js';
import { CallSweeper } from '../src/calls/call-sweeper.js';
import type {
  CallView,
  DeskCase,
  QueueView,
  ResidentCase,
  ResidentCaseRow,
  TimelineEntry,
} from '../src/contracts/index.js';
import { SocketConversation } from '../src/conversations/socket-conversation.js';
import { Guardianship, Person } from '../src/residents/person.entity.js';
import { startTestApp, type TestApp } from './support/app.js';
import { connectGuest, guestOf, join, ongoingCall, startCall } from './support/calls.js';
import { ask, takeOver, unitId } from './support/consultation.js';
import { hear, message, texts } from './support/messages.js';
import { type ApiSocket, Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

let test: TestApp;
let anna: StaffMember;
let samir: Resident;
const sockets: ApiSocket[] = [];

beforeAll(async () => {
  test = await startTestApp({ env: { SOCKET_EVENTS_PER_10_S: '100000', ROUTER_JOBS: 'false' } });
  anna = await StaffMember.signedIn(test.origin, /Anna/);
  samir = await Resident.signedIn(test.origin, /Samir/);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});
afterAll(() => test?.close());

const waiting = (more: object = {}) =>
  insertWaitingCase(test.dataSource, { urgency: 2, since: test.clock.now(), ...more });
const id = () => ({ id: randomUUID() });
const at = (caseId: string, what: string) => `/api/desk/cases/${caseId}/${what}`;
const claim = (who: StaffMember, caseId: string) => who.call<DeskCase>('POST', at(caseId, 'claim'), id());
async function open(connecting: Promise<ApiSocket>): Promise<ApiSocket> {
  const socket = await connecting;
  sockets.push(socket);
  return socket;
}
const watch = (socket: ApiSocket, caseId: string) => socket.emitWithAck('case:watch', { caseId, have: 0 });

describe('staff who do not have a case', () => {
  it('at a unit that is only consulted change neither its urgency nor anything else of it', async () => {
    const { id: caseId } = await waiting();
    await claim(anna, caseId);
    await ask(test, anna, caseId);
    await anna.ok('POST', at(caseId, 'hand-back'), { ...id(), reason: null });
    const jonas = await StaffMember.signedIn(test.origin, /Jonas/);
    const before = await jonas.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    const tries = [
      await jonas.call('PUT', at(caseId, 'urgency'), { ...id(), urgency: 5, reason: 'Kan vänta' }),
      await jonas.call('PUT', at(caseId, 'urgency'), { ...id(), urgency: 1, reason: null }),
      await jonas.call('POST', at(caseId, 'notes'), { ...id(), text: 'Från barn' }),
      await jonas.call('POST', at(caseId, 'advice'), id()),
      await claim(jonas, caseId),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 409, 403]);
    const { urgency, dueAt, lastNumber } = await jonas.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect({ urgency, dueAt, lastNumber }).toEqual({
      urgency: before.urgency,
      dueAt: before.dueAt,
      lastNumber: before.lastNumber,
    });
  });

  it('give no advice in a case that waits, and write no notes in a closed one', async () => {
    const { id: caseId } = await waiting();
    const fatima = await StaffMember.signedIn(test.origin, /Fatima/);
    expect((await fatima.call('POST', at(caseId, 'advice'), id())).status).toBe(409);
    expect((await fatima.call('POST', at(caseId, 'notes'), { ...id(), text: 'Ringde oss' })).status).toBe(
      200,
    );
    await claim(anna, caseId);
    await anna.ok('POST', at(caseId, 'closing'), { ...id(), result: 'other', note: null });
    for (const who of [fatima, anna]) {
      const refused = await who.call('POST', at(caseId, 'notes'), { ...id(), text: 'Efteråt' });
      expect([refused.status, refused.problem.detail]).toEqual([
        409,
        expect.stringMatching(/waits or is held/),
      ]);
    }
  });

  it('and manage a unit see neither its queue nor its cases, and take part in none', async () => {
    const { id: caseId } = await waiting();
    const monica = await StaffMember.signedIn(test.origin, /Monica/);
    const socket = await open(monica.socket());
    const tries = [
      await monica.call('GET', '/api/desk/queue?scope=unit'),
      await monica.call('GET', `/api/desk/cases/${caseId}`),
      await claim(monica, caseId),
      await monica.call('POST', '/api/desk/claims', id()),
      await monica.call('GET', '/api/desk/consultations'),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(await watch(socket, caseId)).toMatchObject({ ok: false, problem: { status: 403 } });
    expect(await socket.emitWithAck('message:send', message(caseId, 'Hej'))).toMatchObject({ ok: false });
    expect(await socket.emitWithAck('queue:watch', {})).toMatchObject({ ok: false });
  });

  it('in administration see a case of the nurses’, and do not claim it', async () => {
    const { id: caseId } = await waiting();
    const birgitta = await StaffMember.signedIn(test.origin, /Birgitta/);
    expect((await birgitta.ok<QueueView>('GET', '/api/desk/queue?scope=unit')).rows).not.toEqual([]);
    const refused = await claim(birgitta, caseId);
    expect([refused.status, refused.problem.detail]).toEqual([
      403,
      expect.stringMatching(/another competence/),
    ]);
    expect(await birgitta.next()).toBeNull();
    const own = await waiting({ competence: 'administrator', urgency: 4 });
    expect((await claim(birgitta, own.id)).status).toBe(200);
  });

  it('in administration do not take over what the physicians of their unit are asked', async () => {
    const { id: caseId } = await waiting();
    await claim(anna, caseId);
    const herrgardet = await unitId(test, 'herrgardet');
    const toPhysicians = await ask(test, anna, caseId, { unitId: herrgardet, competence: 'physician' });
    const birgitta = await StaffMember.signedIn(test.origin, /Birgitta/);
    const { may } = await birgitta.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(may).not.toContain('take-over');
    const refused = await takeOver(birgitta, toPhysicians, anna);
    expect([refused.status, refused.problem.detail]).toEqual([
      403,
      expect.stringMatching(/only what was put to it/),
    ]);
    expect(await anna.ok('GET', `/api/desk/cases/${caseId}`)).toMatchObject({ mine: true, urgency: 2 });
    const toThem = await ask(test, anna, caseId, { unitId: herrgardet, competence: 'administrator' });
    expect((await takeOver(birgitta, toThem, anna)).status).toBe(200);
  });

  it('are not shown as writing when they only look', async () => {
    const { id: caseId } = await waiting();
    await claim(anna, caseId);
    const fatima = await StaffMember.signedIn(test.origin, /Fatima/);
    const [samirs, fatimas, annas] = [
      await open(samir.socket()),
      await open(fatima.socket()),
      await open(anna.socket()),
    ];
    const seen: (string | null)[] = [];
    samirs.on('typing', ({ name }) => seen.push(name));
    for (const socket of [samirs, fatimas, annas]) await watch(socket, caseId);
    expect(await fatimas.emitWithAck('typing', { caseId, typing: true })).toMatchObject({
      ok: false,
      problem: { status: 403 },
    });
    expect(await annas.emitWithAck('typing', { caseId, typing: true })).toMatchObject({ ok: true });
    await until('Samir sees that Anna writes', () => seen.length > 0);
    expect(seen).toEqual(['Anna Lindqvist']);
  });
});

/** Viktor's case that waits, begun and followed live by his father. */
async function followedByFather() {
  const { manager } = test.dataSource;
  const erik = await manager.findOneByOrFail(Person, { givenName: 'Erik', familyName: 'Lundgren' });
  const child = await manager.findOneByOrFail(Person, { givenName: 'Viktor' });
  const { id: caseId } = await waiting({ patient: 'Viktor' });
  await test.dataSource.query('UPDATE care_case SET resident_id = $2 WHERE id = $1', [caseId, erik.id]);
  const father = await Resident.signedIn(test.origin, /Erik Lundgren/);
  const socket = await open(father.socket());
  await watch(socket, caseId);
  return { caseId, erik, right: { guardianId: erik.id, childId: child.id }, father, socket };
}

describe('a guardian whose right has ended', () => {
  const everyOne: [string, (child: Person, erik: Person) => Promise<unknown>][] = [
    [
      'because it was taken away',
      (child, erik) =>
        test.dataSource.manager.delete(Guardianship, { childId: child.id, guardianId: erik.id }),
    ],
    [
      'because the child has turned 13',
      (child) => test.dataSource.manager.update(Person, { id: child.id }, { birthDate: '2013-11-24' }),
    ],
    [
      'from a child with a protected identity',
      async (child, erik) => {
        await test.dataSource.manager.update(Person, { id: child.id }, { protectedIdentity: true });
        await test.dataSource.manager.delete(Guardianship, { childId: child.id, guardianId: erik.id });
      },
    ],
  ];

  it.each(everyOne)('%s hears, sees and does nothing more; the own words stay', async (_why, endRight) => {
    const { manager } = test.dataSource;
    const erik = await manager.findOneByOrFail(Person, { givenName: 'Erik', familyName: 'Lundgren' });
    const child = await manager.findOneByOrFail(Person, { givenName: 'Viktor' });
    const before = { ...child };
    const { id: caseId } = await waiting({ patient: 'Viktor' });
    await test.dataSource.query('UPDATE care_case SET resident_id = $2, about = $3 WHERE id = $1', [
      caseId,
      erik.id,
      'child',
    ]);
    const father = await Resident.signedIn(test.origin, /Erik Lundgren/);
    const socket = await open(father.socket());
    await claim(anna, caseId);
    const heard = hear(socket);
    await watch(socket, caseId);
    expect(await socket.emitWithAck('message:send', message(caseId, 'Han har feber'))).toMatchObject({
      ok: true,
    });
    await until('he hears himself', () => heard.length > 0);
    const lost: string[] = [];
    socket.on('case:lost', (event) => lost.push(event.caseId));
    try {
      await endRight(child, erik);
      const [time] = await anna.ok<{ id: string }[]>(
        'GET',
        `/api/desk/times?unitId=${anna.session.commission?.unit.id ?? anna.session.commissions[0]?.unit.id}&kind=nurse-visit`,
      );
      await anna.ok('POST', at(caseId, 'bookings'), { ...id(), timeId: time?.id });
      const annas = await open(anna.socket());
      await annas.emitWithAck('message:send', message(caseId, 'Kom klockan tre'));
      await until('the feed is lost', () => lost.includes(caseId));
      expect(texts(heard)).toEqual(['Han har feber']);

      const seen = await father.ok<ResidentCase>('GET', `/api/cases/${caseId}`);
      expect(seen).toMatchObject({
        rightEnded: true,
        booking: null,
        holder: null,
        patient: null,
        place: null,
        canWrite: false,
      });
      const timeline = await father.ok<TimelineEntry[]>('GET', `/api/cases/${caseId}/timeline?after=0`);
      expect(timeline.map(({ body }) => body)).toMatchObject([{ text: 'Han har feber' }]);
      const rows = await father.ok<ResidentCaseRow[]>('GET', '/api/cases');
      expect(rows.find((row) => row.id === caseId)).toMatchObject({
        patientName: null,
        state: 'closed',
        unread: 0,
      });
      expect(await watch(socket, caseId)).toMatchObject({ ok: false, problem: { status: 404 } });
      expect(await socket.emitWithAck('message:send', message(caseId, 'Hallå?'))).toMatchObject({
        ok: false,
        problem: { status: 404 },
      });
      const tries = [
        await father.call('DELETE', `/api/cases/${caseId}/booking`),
        await father.call('GET', `/api/cases/${caseId}/booking.ics`),
        await father.call('GET', `/api/cases/${caseId}/times`),
        await father.call('POST', `/api/cases/${caseId}/withdrawal`),
      ];
      expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    } finally {
      await manager.update(
        Person,
        { id: child.id },
        { birthDate: before.birthDate, protectedIdentity: false },
      );
      await manager.upsert(Guardianship, { guardianId: erik.id, childId: child.id }, [
        'guardianId',
        'childId',
      ]);
    }
  });

  it('is told neither that staff write nor what they have seen, from that moment on', async () => {
    const { manager } = test.dataSource;
    const { caseId, right, socket } = await followedByFather();
    await claim(anna, caseId);
    const annas = await open(anna.socket());
    await watch(annas, caseId);
    const told: string[] = [];
    socket.on('typing', ({ name }) => told.push(`${name} writes`));
    socket.on('message:seen', ({ by }) => told.push(`${by} have seen`));
    socket.on('case:lost', () => told.push('lost'));
    await annas.emitWithAck('typing', { caseId, typing: true });
    await until('he is told while he has the right', () => told.includes('Anna Lindqvist writes'));
    told.length = 0;
    await manager.delete(Guardianship, right);
    try {
      await annas.emitWithAck('typing', { caseId, typing: true });
      await annas.emitWithAck('message:seen', { caseId, number: 1 });
      await socket.emitWithAck('case:leave', { caseId }); // all that was on its way is here
      await until('the feed is lost', () => told.includes('lost'));
      expect(told).toEqual(['lost']);
    } finally {
      await manager.insert(Guardianship, right);
    }
  });

  it('reads what they wrote under an earlier name, and nothing that somebody of the same name wrote', async () => {
    const { manager } = test.dataSource;
    const { caseId, erik, right, father, socket } = await followedByFather();
    const { id: samirs } = await waiting({ patient: 'Samir' });
    await test.dataSource.query('UPDATE care_case SET resident_id = $2 WHERE id = $1', [samirs, erik.id]);
    const {
      id: samirId,
      givenName,
      familyName,
    } = await manager.findOneByOrFail(Person, {
      givenName: 'Samir',
    });
    await socket.emitWithAck('message:send', message(caseId, 'Han har feber'));
    const read = async (id: string) =>
      texts(await father.ok<TimelineEntry[]>('GET', `/api/cases/${id}/timeline?after=0`));
    await manager.update(Person, { id: samirId }, { givenName: 'Erik', familyName: 'Berg' });
    await manager.update(Person, { id: erik.id }, { familyName: 'Berg' });
    await manager.delete(Guardianship, right);
    try {
      const his = await open(samir.socket());
      expect(await his.emitWithAck('message:send', message(samirs, 'Bara mitt'))).toMatchObject({ ok: true });
      expect(await read(caseId)).toEqual(['Han har feber']);
      expect(await read(samirs)).toEqual([]);
    } finally {
      await manager.update(Person, { id: samirId }, { givenName, familyName });
      await manager.update(Person, { id: erik.id }, { familyName: 'Lundgren' });
      await manager.insert(Guardianship, right);
    }
  });

  it('keeps the own words from when the timeline knew its writers by name alone', async () => {
    const { manager } = test.dataSource;
    const { caseId, right, father, socket } = await followedByFather();
    await socket.emitWithAck('message:send', message(caseId, 'Han har feber'));
    const runner = test.dataSource.createQueryRunner();
    const migration = new WritersAndPastHolders1795392810000();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    await manager.delete(Guardianship, right);
    try {
      const own = await father.ok<TimelineEntry[]>('GET', `/api/cases/${caseId}/timeline?after=0`);
      expect(texts(own)).toEqual(['Han har feber']);
    } finally {
      await manager.insert(Guardianship, right);
    }
  });

  it('loses the feed at the next round, though nothing happens in the case', async () => {
    const { manager } = test.dataSource;
    const { right, socket, caseId } = await followedByFather();
    const lost: string[] = [];
    socket.on('case:lost', (event) => lost.push(event.caseId));
    await manager.delete(Guardianship, right);
    try {
      await test.app.get(SocketConversation, { strict: false }).lookAfterWatchers();
      await until('the feed is lost', () => lost.includes(caseId));
    } finally {
      await manager.insert(Guardianship, right);
    }
  });
});

it('a call does not go on with a guardian whose right has ended meanwhile', async () => {
  const { manager } = test.dataSource;
  const erik = await manager.findOneByOrFail(Person, { givenName: 'Erik', familyName: 'Lundgren' });
  const child = await manager.findOneByOrFail(Person, { givenName: 'Viktor' });
  const { id: caseId } = await waiting({ patient: 'Viktor' });
  await test.dataSource.query('UPDATE care_case SET resident_id = $2 WHERE id = $1', [caseId, erik.id]);
  await claim(anna, caseId);
  const father = await Resident.signedIn(test.origin, /Erik Lundgren/);
  const { id: callId } = await startCall(anna, caseId);
  await father.ok('POST', `/api/cases/${caseId}/calls/${callId}/answer`, { media: 'video' });
  const [fathers, annas] = [await open(father.socket()), await open(anna.socket())];
  await join(fathers, callId);
  await join(annas, callId);
  const told: string[] = [];
  fathers.on('call:state', ({ call }) => told.push(`${call.state} ${call.why}`));
  const right = { guardianId: erik.id, childId: child.id };
  const sweeper = test.app.get(CallSweeper, { strict: false });
  await sweeper.sweep();
  expect(told.filter((each) => each.startsWith('ended'))).toEqual([]);
  await manager.delete(Guardianship, right);
  try {
    await sweeper.sweep();
    await until('the call is over', () => told.includes('ended right-ended'));
    expect(
      await annas.emitWithAck('call:text', { callId, id: randomUUID(), text: 'Är du kvar?' }),
    ).toMatchObject({ ok: false });
  } finally {
    await manager.insert(Guardianship, right);
  }
});

it('a guest is not told the name of a patient with protected identity', async () => {
  const { manager } = test.dataSource;
  const patient = await manager.findOneByOrFail(Person, { givenName: 'Samir' });
  await manager.update(Person, { id: patient.id }, { protectedIdentity: true });
  try {
    const call = await ongoingCall(test, { anna, samir });
    const guest = await open(connectGuest(test.origin, (await guestOf(call)).pass));
    const told: CallView[] = [];
    guest.on('call:state', (event) => told.push(event.call));
    const joined = await join(guest, call.id);
    await join(await open(samir.socket()), call.id);
    await until('the guest is told that the patient is there', () => told.length > 0);
    for (const { participants } of [joined.call, ...told]) {
      expect(participants.find(({ who }) => who.side === 'resident')?.who.name).toBe('');
    }
    expect(JSON.stringify([joined, ...told])).not.toContain(patient.familyName);
    const annas = await join(await open(anna.socket()), call.id);
    expect(JSON.stringify(annas.call)).toContain(patient.familyName);
  } finally {
    await manager.update(Person, { id: patient.id }, { protectedIdentity: false });
  }
});

it('whoever signs in takes over the case at hand and no other that was begun in the frame', async () => {
  const frame = await Resident.visit(test.origin);
  const someoneElses = await frame.start('Det här skrev någon annan');
  const mine = await frame.start('Ont i halsen');
  await frame.signIn(/Lisa.*35/);
  const rows = await frame.ok<ResidentCaseRow[]>('GET', '/api/cases');
  expect(rows.map((row) => row.id)).toContain(mine.id);
  expect(rows.map((row) => row.id)).not.toContain(someoneElses.id);
  expect((await frame.call('GET', `/api/cases/${someoneElses.id}`)).status).toBe(404);
  expect(
    (await frame.call('PUT', `/api/cases/${someoneElses.id}/reason`, { flowId: 'back-pain' })).status,
  ).toBe(404);
});
