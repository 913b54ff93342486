import { randomUUID } from 'node:crypto';
import { CaseSweeper } from '../src/cases/case-sweeper.js';
import { DeviceCodeRow } from '../src/cases/device-code.entity.js';
import { DeviceCodes } from '../src/cases/device-code.service.js';
import { StoredTimelineEntry } from '../src/cases/timeline-entry.entity.js';
import type { DeviceCode, DeviceCodeState, ResidentCase, ResidentCaseRow } from '../src/contracts/index.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Resident } from './support/people.js';

/** A case that was begun without a name goes on at another device, by a one-time code. */
describe('a one-time code for another device (P8)', () => {
  let server: TestApp;
  let first: Resident;
  let second: Resident;
  let caseId: string;

  beforeAll(async () => {
    server = await startTestApp({ env: { ROUTER_JOBS: 'false' } });
  });
  beforeEach(async () => {
    first = await Resident.visit(server.origin);
    second = await Resident.visit(server.origin);
    caseId = (await first.start('Jag har ont i ryggen', { unit: 'herrgardet' })).id;
  });
  afterAll(() => server?.close());

  const make = (by = first) => by.ok<DeviceCode>('PUT', `/api/cases/${caseId}/device-code`);
  const redeem = (by: Resident, code: string) =>
    by.call<ResidentCase>('POST', '/api/device-codes/redemption', { code });
  const state = async (id: string) =>
    (await first.ok<DeviceCodeState>('GET', `/api/device-codes/${id}`)).state;
  /** A code that was shown nowhere. */
  const never = () =>
    `${Math.floor(Math.random() * 1e8)}`.padStart(8, '3').replaceAll('8', 'X').replaceAll('2', 'Y');

  it('takes the case along with its answers; it is gone where it was, and told there', async () => {
    await first.ok('PUT', `/api/cases/${caseId}/reason`, { flowId: 'back-pain' });
    const { id, code, validUntil } = await make();
    expect(new Date(validUntil).getTime() - server.clock.now().getTime()).toBeGreaterThan(9 * 60_000);
    expect(await state(id)).toBe('open');

    const typed = ` ${code.slice(0, 4)}-${code.slice(4)} `.toLowerCase();
    const { status, body } = await redeem(second, typed);
    expect([status, body.id, body.state, body.words]).toEqual([
      200,
      caseId,
      'triage',
      'Jag har ont i ryggen',
    ]);
    expect(body.triage?.question).toBeTruthy();

    expect(await state(id)).toBe('used');
    expect((await first.call('GET', `/api/cases/${caseId}`)).status).toBe(404);
    expect(await first.ok<ResidentCaseRow[]>('GET', '/api/cases')).toEqual([]);
    const answer = await first.call('PUT', `/api/cases/${caseId}/answers/danger-now`, { value: ['none'] });
    expect(answer.status).toBe(404);
    const entry = await server.dataSource.manager.findOneBy(StoredTimelineEntry, { caseId, kind: 'carried' });
    expect(entry?.actor).toEqual({ kind: 'resident', name: null, personId: null });
    // And from there the same way back.
    expect((await redeem(first, (await make(second)).code)).body.id).toBe(caseId);
  });

  it('the same again from the device that has it changes nothing, as when an answer was lost', async () => {
    const { code } = await make();
    const answers = [await redeem(second, code), await redeem(second, code)];
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual([
      [200, caseId],
      [200, caseId],
    ]);
    expect(answers[1]?.body.lastNumber).toBe(answers[0]?.body.lastNumber);
  });

  it('of ten devices at once one gets the case, and the others are told what holds for any wrong code', async () => {
    const devices = await Promise.all(Array.from({ length: 10 }, () => Resident.visit(server.origin)));
    const { code } = await make();
    const answers = await Promise.all(devices.map((device) => redeem(device, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(422)]);
    const seen = await Promise.all(devices.map((device) => device.call('GET', `/api/cases/${caseId}`)));
    expect(seen.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('answers alike to unknown, used, replaced and expired codes, and after a sign-in or an end', async () => {
    const { code: replaced } = await make();
    const { code: used } = await make();
    await redeem(second, used);
    const late = await Resident.visit(server.origin);
    caseId = (await first.start('Ont i halsen')).id;
    const { code: signedIn } = await make();
    await first.signIn(/Lisa Andersson/);
    first = await Resident.visit(server.origin);
    caseId = (await first.start('Ont i knät')).id;
    const { code: ended } = await make();
    await first.ok('POST', `/api/cases/${caseId}/withdrawal`);
    caseId = (await first.start('Ont i foten')).id;
    const { id, code: expired } = await make();
    server.clock.forward({ minutes: 10 });
    expect(await state(id)).toBe('over');

    const problems: unknown[] = [];
    for (const code of [never(), replaced, used, signedIn, ended, expired]) {
      const { problem } = await redeem(late, code);
      problems.push({ ...problem, requestId: '' });
    }
    expect(problems[0]).toMatchObject({ type: 'urn:slussen:problem:wrong-code' });
    expect(problems).toEqual(problems.map(() => problems[0]));
  });

  it('is stored only as a keyed hash, and forgotten a day later', async () => {
    const { code } = await make();
    const kept = await server.dataSource.query('SELECT * FROM device_code');
    expect(JSON.stringify(kept)).not.toContain(code);
    server.clock.forward({ hours: 25 });
    await server.app.get(DeviceCodes).sweep();
    expect(await server.dataSource.manager.count(DeviceCodeRow)).toBe(0);
    // Others’ days go on.
    await server.app.get(CaseSweeper).sweep();
  });

  it('goes to whoever is signed in at the other device as at a sign-in, and then is theirs everywhere', async () => {
    const lisa = await Resident.signedIn(server.origin, /Lisa Andersson/);
    const { code } = await make();
    // A tablet may be signed in as somebody else in the family: it is not theirs unless they say so.
    expect((await redeem(lisa, code)).problem).toMatchObject({
      status: 400,
      errors: [{ field: 'asPerson' }],
    });
    expect((await first.call('GET', `/api/cases/${caseId}`)).status).toBe(200);
    const taken = await lisa.call<ResidentCase>('POST', '/api/device-codes/redemption', {
      code,
      asPerson: true,
    });
    expect(taken.body.id).toBe(caseId);
    const elsewhere = await Resident.signedIn(server.origin, /Lisa Andersson/);
    expect((await elsewhere.call('GET', `/api/cases/${caseId}`)).status).toBe(200);
    expect((await elsewhere.call('PUT', `/api/cases/${caseId}/device-code`)).problem).toMatchObject({
      status: 409,
      detail: 'Sign in on the other device: the case is there already.',
    });
  });

  it('is made only by who has the case, and only until it has gone on', async () => {
    expect((await second.call('PUT', `/api/cases/${caseId}/device-code`)).status).toBe(404);
    const { id } = await make();
    expect((await second.call('GET', `/api/device-codes/${id}`)).status).toBe(404);
    expect((await first.call('GET', `/api/device-codes/${randomUUID()}`)).status).toBe(404);
    await first.ok('POST', `/api/cases/${caseId}/withdrawal`);
    expect((await first.call('PUT', `/api/cases/${caseId}/device-code`)).problem.type).toMatch(/wrong-state/);
  });

  it('lets nobody guess: a dozen wrong codes from a device and it must wait, and right ones are not counted', async () => {
    const tries: number[] = [];
    for (let i = 0; i < 13; i += 1) tries.push((await redeem(second, never())).status);
    expect(tries).toEqual([...Array(12).fill(422), 429]);
    const { code } = await make();
    expect((await redeem(second, code)).status).toBe(429);
    const third = await Resident.visit(server.origin);
    for (let i = 0; i < 13; i += 1) {
      caseId = (await first.start(`Ont, gång ${i}`)).id;
      expect((await redeem(third, (await make()).code)).status).toBe(200);
    }
  });

  it('no more than a dozen codes are made for a case in ten minutes', async () => {
    for (let i = 0; i < 12; i += 1) await make();
    expect((await first.call('PUT', `/api/cases/${caseId}/device-code`)).status).toBe(429);
  });

  it('counts wrong codes by address too, however many devices send them', async () => {
    const statuses: number[] = [];
    for (let device = 0; device < 6; device += 1) {
      const visitor = await Resident.visit(server.origin);
      for (let i = 0; i < 11; i += 1) statuses.push((await redeem(visitor, never())).status);
    }
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(60);
    expect(statuses.at(-1)).toBe(429);
  });
});
