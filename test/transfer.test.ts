import { randomUUID } from 'node:crypto';
import { AccessLogEntry } from '../src/access-log/access-log-entry.entity.js';
import { CareUnit } from '../src/care-units/care-unit.entity.js';
import { CareCase } from '../src/cases/case.entity.js';
import { endOfWorkingDay } from '../src/cases/case-company.rule.js';
import type {
  DeskCase,
  ResidentCase,
  TimelineEntry,
  Transferred,
  TransferTarget,
} from '../src/contracts/index.js';
import { ReRouter } from '../src/routing/re-router.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { hear, message, texts } from './support/messages.js';
import { expectEveryCaseOwned } from './support/owners.js';
import { Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

let server: TestApp;
let samir: Resident;
let anna: StaffMember;
let eva: StaffMember;

beforeEach(async () => {
  server = await startTestApp({ env: { ROUTER_JOBS: 'false' } }); // nothing but what is asked for here moves a case
  samir = await Resident.signedIn(server.origin, /Samir/);
  anna = await StaffMember.signedIn(server.origin, /Anna/);
  eva = await StaffMember.signedIn(server.origin, /Eva/);
});
afterEach(() => server.close());

const minutesAgo = (minutes: number) => new Date(server.clock.now().getTime() - minutes * 60_000);
const see = (id: string) => samir.ok<ResidentCase>('GET', `/api/cases/${id}`);
const lookAgain = () => server.app.get(ReRouter).lookAgain();
const rowOf = (id: string) => server.dataSource.manager.findOneByOrFail(CareCase, { id });
const unitOf = async (slug: string) => server.dataSource.manager.findOneByOrFail(CareUnit, { slug });

describe('sending a case on', () => {
  let caseId: string;
  beforeEach(async () => {
    caseId = (await insertWaitingCase(server.dataSource, { urgency: 3, since: minutesAgo(20) })).id;
  });
  const send = async (slug: string, competence: string, more: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    unitId: (await unitOf(slug)).id,
    competence,
    reason: 'Behöver en läkare',
    ...more,
  });
  const path = () => `/api/desk/cases/${caseId}/transfer`;

  it('moves a case of the own queue with a reason, keeps its waiting, and ends the sender’s view', async () => {
    const before = await rowOf(caseId);
    const body = await send('kungsor', 'physician');
    const [first, second] = await Promise.all([
      anna.ok<Transferred>('POST', path(), body),
      anna.ok<Transferred>('POST', path(), body),
    ]);
    expect(first).toEqual(second);
    expect(first.to.slug).toBe('kungsor');
    expect(await rowOf(caseId)).toMatchObject({
      state: 'waiting',
      competence: 'physician',
      waitingSince: before.waitingSince,
      dueAt: before.dueAt,
    });
    expect((await anna.call('GET', `/api/desk/cases/${caseId}`)).status).toBe(404);
    const seen = await see(caseId);
    expect(seen.place?.why.sv).toBe(
      'Herrgärdets vårdcentral har skickat ditt ärende vidare till Kungsörs vårdcentral.',
    );
    const entries = await samir.ok<TimelineEntry[]>('GET', `/api/cases/${caseId}/timeline?after=0`);
    expect(entries.filter(({ kind }) => kind === 'transferred')).toMatchObject([
      { body: { to: expect.anything() } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/"(note|commissionId)"/);
    expect(await lookAgain()).toBe(0);
    await expectEveryCaseOwned(server);
  });

  it('moves a held case by its holder only', async () => {
    await anna.ok('POST', `/api/desk/cases/${caseId}/claim`, { id: randomUUID() });
    const johan = await StaffMember.signedIn(server.origin, /Johan/, 'Herrgärdet');
    expect((await johan.call('POST', path(), await send('1177', 'nurse'))).status).toBe(403);
    await anna.ok('POST', path(), await send('1177', 'nurse'));
    const seen = await eva.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(seen.holder).toBeNull();
    expect(seen.timeline.find(({ kind }) => kind === 'transferred')?.body).toMatchObject({
      note: 'Behöver en läkare',
    });
  });

  it('leaves the former holder what they knew, to read until midnight, and no live feed', async () => {
    await anna.ok('POST', `/api/desk/cases/${caseId}/claim`, { id: randomUUID() });
    const [annas, samirs] = [await anna.socket(), await samir.socket()];
    const heard = hear(annas);
    const lost: string[] = [];
    annas.on('case:lost', (event) => lost.push(event.caseId));
    await annas.emitWithAck('case:watch', { caseId, have: 0 });
    await annas.emitWithAck('message:send', message(caseId, 'Hej Samir'));
    await anna.ok('POST', path(), await send('1177', 'nurse'));
    await until('Anna has lost it', () => lost.includes(caseId));
    await samirs.emitWithAck('message:send', message(caseId, 'bara för 1177'));
    expect(await annas.emitWithAck('case:watch', { caseId, have: 0 })).toMatchObject({ ok: false });
    expect(texts(heard)).toEqual(['Hej Samir']);
    expect(heard.map(({ kind }) => kind)).not.toContain('transferred');

    const past = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(past).toMatchObject({ relation: 'former', mine: false, holder: null, consultations: [] });
    expect(Date.parse(past.readableUntil ?? '')).toBe(endOfWorkingDay(server.clock.now()).getTime());
    expect(texts(past.timeline)).toEqual(['Hej Samir']);
    expect(past.timeline.map(({ kind }) => kind)).toContain('transferred');
    const fatima = await StaffMember.signedIn(server.origin, /Fatima/);
    expect((await fatima.call('GET', `/api/desk/cases/${caseId}`)).status).toBe(404);
    const note = { id: randomUUID(), text: 'En sak till' };
    expect((await anna.call('POST', `/api/desk/cases/${caseId}/notes`, note)).status).toBe(404);
    const [logged] = await server.dataSource.manager.find(AccessLogEntry, {
      where: { caseId },
      order: { id: 'DESC' },
      take: 1,
    });
    expect(logged).toMatchObject({ action: 'case-as-former-holder', staffName: 'Anna Lindqvist' });
    for (const socket of [annas, samirs]) socket.close();

    server.clock.set('2026-11-25T00:00');
    const morning = await StaffMember.signedIn(server.origin, /Anna/);
    expect((await morning.call('GET', `/api/desk/cases/${caseId}`)).status).toBe(404);
  });

  it('leaves nothing to read for who sent it on without having had it', async () => {
    await anna.ok('POST', path(), await send('1177', 'nurse'));
    expect((await anna.call('GET', `/api/desk/cases/${caseId}`)).status).toBe(404);
  });

  it.each([
    ['its own queue', 'herrgardet', 'nurse', {}, /is where the case is already/],
    [
      'a unit without the competence',
      '1177',
      'physician',
      {},
      /does not have that competence\. May take it: /,
    ],
    ['the emergency department', 'akutmottagningen', 'nurse', {}, /refer the patient there instead/],
    ['a unit that is not there', 'kungsor', 'nurse', { unitId: randomUUID() }, /must be the id of a unit/],
    ['nobody in particular', 'kungsor', 'dentist', {}, /competence: must be one of/],
    ['no reason', 'kungsor', 'nurse', { reason: '  ' }, /reason/],
  ])('refuses %s in words and changes nothing', async (_name, slug, competence, more, message) => {
    const before = await rowOf(caseId);
    const answer = await anna.call('POST', path(), await send(slug, competence, more));
    expect([answer.status, answer.problem.detail]).toEqual([400, expect.stringMatching(message)]);
    expect(await rowOf(caseId)).toEqual(before);
  });

  it('refuses a closed unit for what is urgent, and offers those that are open', async () => {
    await server.dataSource.query('UPDATE care_case SET urgency = 2 WHERE id = $1', [caseId]);
    server.clock.set('2026-11-24T19:00');
    await server.dataSource.query(
      `UPDATE web_session SET sess = jsonb_set(sess::jsonb, '{staff,signedInAt}', to_jsonb($1::text))::json`,
      [server.clock.now().toISOString()],
    );
    const answer = await anna.call('POST', path(), await send('kungsor', 'nurse'));
    expect([answer.status, answer.problem.detail]).toEqual([
      400,
      expect.stringMatching(/closed now, and the case cannot wait.*May take it: 1177/),
    ]);
    const targets = await anna.ok<TransferTarget[]>('GET', `/api/desk/cases/${caseId}/transfer-targets`);
    expect(targets.map(({ unit }) => unit.slug)).toEqual(['1177']);
  });

  it('leaves a case that can wait where staff have sent it for the next morning', async () => {
    server.clock.set('2026-11-24T19:00');
    await server.dataSource.query(
      `UPDATE web_session SET sess = jsonb_set(sess::jsonb, '{staff,signedInAt}', to_jsonb($1::text))::json`,
      [server.clock.now().toISOString()],
    );
    const unit = await unitOf('1177');
    await server.dataSource.query('UPDATE care_case SET urgency = 4, unit_id = $2 WHERE id = $1', [
      caseId,
      unit.id,
    ]);
    await eva.ok('POST', path(), await send('kungsor', 'nurse'));
    expect(await lookAgain()).toBe(0);
    expect(await rowOf(caseId)).toMatchObject({ unitId: (await unitOf('kungsor')).id, state: 'waiting' });
    await server.dataSource.query('UPDATE care_case SET urgency = 2 WHERE id = $1', [caseId]);
    expect(await lookAgain()).toBe(1);
    expect(await rowOf(caseId)).toMatchObject({ unitId: unit.id });
  });

  it('lets one of transfer and claim win', async () => {
    const johan = await StaffMember.signedIn(server.origin, /Johan/, 'Herrgärdet');
    const [sent, claimed] = await Promise.all([
      anna.call('POST', path(), await send('1177', 'nurse')),
      johan.call('POST', `/api/desk/cases/${caseId}/claim`, { id: randomUUID() }),
    ]);
    expect([sent.status, claimed.status].filter((status) => status === 200)).toHaveLength(1);
    await expectEveryCaseOwned(server);
  });
});
