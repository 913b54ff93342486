import { randomUUID } from 'node:crypto';
import { WritersAndPastHolders1795392810000 } from '../migrations/1795392810000-writers-and-past-holders.js';
import { CallSweeper } from '../src/calls/call-sweeper.js';
import { CareCase } from '../src/cases/case.entity.js';
import type {
  CaseReach,
  ResidentCase,
  ResidentCaseRow,
  TelephoneNumber,
  TimelineEntry,
} from '../src/contracts/index.js';
import { SocketConversation } from '../src/conversations/socket-conversation.js';
import { createDataSource } from '../src/data-source.js';
import { grantToRunningRole } from '../src/database/running-role.js';
import { ContactPoint } from '../src/notifications/contact.entity.js';
import { Guardianship, Person } from '../src/residents/person.entity.js';
import type { TestApp } from './support/app.js';
import { join, startCall } from './support/calls.js';
import { asOwner, asRunningRole } from './support/database.js';
import { hear, message, texts } from './support/messages.js';
import { at, claim, id, OneServer, watch } from './support/one-server.js';
import { Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

let test: TestApp;
let anna: StaffMember;
let samir: Resident;
const server = new OneServer();
const { waiting, open } = server;

beforeAll(async () => {
  ({ test, anna, samir } = await server.start());
});
afterEach(() => server.closeSockets());
afterAll(() => server.end());

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
    const url = String((test.dataSource.options as { url?: string }).url);
    const owner = await createDataSource(asOwner(url), 1).initialize();
    const migration = new WritersAndPastHolders1795392810000();
    const runner = owner.createQueryRunner();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    await owner.destroy();
    await grantToRunningRole(asOwner(url), asRunningRole(url));
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

it('the number of a guardian whose right has ended is not shown to ring, and no way to them', async () => {
  const { manager } = test.dataSource;
  const { caseId, erik, right } = await followedByFather();
  await claim(anna, caseId);
  const now = test.clock.now();
  const point = { id: randomUUID(), personId: erik.id, channel: 'sms', address: '+46701740605' } as const;
  await manager.insert(ContactPoint, { ...point, createdAt: now, confirmedAt: now });
  const number = () => anna.ok<TelephoneNumber>('POST', at(caseId, 'telephone-number'));
  const ways = async () => (await anna.ok<CaseReach>('GET', at(caseId, 'reach'))).ways;
  expect(await number()).toEqual({ number: point.address, isConfirmed: true });
  expect(await ways()).toEqual(['sms']);
  await manager.delete(Guardianship, right);
  try {
    expect(await number()).toEqual({ number: null, isConfirmed: false });
    expect(await ways()).toEqual([]);
    // Nor the one that they said when they rang.
    await manager.update(CareCase, { id: caseId }, { callbackNumber: point.address });
    expect(await number()).toEqual({ number: null, isConfirmed: false });
  } finally {
    await manager.insert(Guardianship, right);
    await manager.delete(ContactPoint, { id: point.id });
  }
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
