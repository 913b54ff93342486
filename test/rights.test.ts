import type { CallView, DeskCase, QueueView, ResidentCaseRow } from '../src/contracts/index.js';
import { Person } from '../src/residents/person.entity.js';
import type { TestApp } from './support/app.js';
import { connectGuest, guestOf, join, ongoingCall } from './support/calls.js';
import { ask, takeOver, unitId } from './support/consultation.js';
import { message } from './support/messages.js';
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
