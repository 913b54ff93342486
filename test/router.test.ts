import { randomUUID } from 'node:crypto';
import { CareUnit } from '../src/care-units/care-unit.entity.js';
import { CareUnits } from '../src/care-units/care-unit.service.js';
import { CareCase } from '../src/cases/case.entity.js';
import type {
  DeskCase,
  QueueView,
  ResidentCase,
  RoutingDecision,
  TimelineEntry,
} from '../src/contracts/index.js';
import { type RoutingInputs, replay } from '../src/routing/explain.rule.js';
import { Policies } from '../src/routing/policies.service.js';
import { ReRouter } from '../src/routing/re-router.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { expectEveryCaseOwned } from './support/owners.js';
import { type ApiSocket, Resident, StaffMember } from './support/people.js';
import { samirWrites } from './support/samir.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

const METRICS_TOKEN = 'a-token-for-the-metrics-of-tests';

let server: TestApp;
let samir: Resident;
let anna: StaffMember;
let eva: StaffMember;
let sockets: ApiSocket[];

beforeEach(async () => {
  server = await startTestApp({ env: { METRICS_TOKEN } });
  samir = await Resident.signedIn(server.origin, /Samir/);
  anna = await StaffMember.signedIn(server.origin, /Anna/);
  eva = await StaffMember.signedIn(server.origin, /Eva/);
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.close();
  await server.close();
});

/** Opens their desks: they are on duty. */
async function onDuty(...members: StaffMember[]): Promise<void> {
  for (const member of members) sockets.push(await member.socket());
  await alive(...members);
}

/** A sign of life from open desks, as they give one all the time. */
async function alive(...members: StaffMember[]): Promise<void> {
  const ids = members.map(({ session }) => session.commissions[0]?.id ?? '');
  await server.app.get(CareUnits).touchPresence(ids, server.clock.now());
}

const minutesAgo = (minutes: number) => new Date(server.clock.now().getTime() - minutes * 60_000);
const see = (id: string) => samir.ok<ResidentCase>('GET', `/api/cases/${id}`);
const lookAgain = () => server.app.get(ReRouter).lookAgain();
const rowOf = (id: string) => server.dataSource.manager.findOneByOrFail(CareCase, { id });
const unitOf = async (slug: string) => server.dataSource.manager.findOneByOrFail(CareUnit, { slug });
const told = async (id: string) =>
  (await samir.ok<TimelineEntry[]>('GET', `/api/cases/${id}/timeline?after=0`)).map(({ kind }) => kind);

/** Anna has as many cases as one works with at a time. */
async function annaIsTaken(): Promise<void> {
  const { casesAtOnce } = await server.app.get(Policies).current();
  for (let index = 0; index < casesAtOnce; index += 1) {
    await insertWaitingCase(server.dataSource, { urgency: 3, since: minutesAgo(5), patient: 'Oliver' });
    await anna.next();
  }
}

/** Residents, after the clock has been put forward. */
async function stayingSignedIn(): Promise<void> {
  await server.dataSource.query('UPDATE resident_session SET expires_at = $1, renewable_until = $1', [
    new Date(server.clock.now().getTime() + 3_600_000),
  ]);
}

describe('a case', () => {
  it('goes to the hotline when its clinic is busy and the hotline can help sooner, and says why', async () => {
    await onDuty(anna, eva);
    await annaIsTaken();
    const { id } = await samirWrites(samir);
    const seen = await see(id);
    expect(seen.place).toMatchObject({
      unit: { slug: '1177' },
      why: {
        sv: 'Många väntar på Herrgärdets vårdcentral just nu. 1177 Sjukvårdsrådgivningen kan hjälpa dig tidigare.',
      },
    });
    expect(seen.expectedWait).toEqual({ fromMinutes: 1, toMinutes: 5, closesAt: null });
    const { placement } = await rowOf(id);
    expect(placement?.turnedDown[0]).toMatchObject({ unitName: 'Herrgärdets vårdcentral' });
    const policy = await server.app.get(Policies).current();
    const again = replay(placement?.inputs as unknown as RoutingInputs, policy);
    expect(again.target).toEqual({
      unitId: placement?.target.unitId,
      competence: placement?.target.competence,
    });
  });

  it('is told that its unit may close before it is its turn', async () => {
    server.clock.set('2026-11-24T15:50');
    await stayingSignedIn();
    await onDuty(anna);
    await annaIsTaken();
    for (let index = 0; index < 3; index += 1)
      await insertWaitingCase(server.dataSource, { urgency: 3, since: minutesAgo(9), patient: 'Oliver' });
    const { id } = await insertWaitingCase(server.dataSource, { urgency: 4, since: minutesAgo(5) });
    expect((await see(id)).expectedWait?.closesAt).toBe('2026-11-24T15:00:00.000Z');
  });

  it('that waits is moved when someone elsewhere becomes free, once, and the resident is told', async () => {
    await onDuty(anna);
    await annaIsTaken();
    const { id } = await samirWrites(samir);
    expect((await see(id)).place?.unit.slug).toBe('herrgardet');
    await onDuty(eva);
    await until('it is moved', async () => (await see(id)).place?.unit.slug === '1177');
    await Promise.all([lookAgain(), lookAgain(), lookAgain()]);
    const kinds = await told(id);
    expect(kinds.filter((kind) => kind === 'moved')).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ timesMoved: 1, state: 'waiting' });
    await expectEveryCaseOwned(server);
  });

  it('is drawn by a free nurse who asks for the next one', async () => {
    await onDuty(anna);
    await annaIsTaken();
    const { id } = await insertWaitingCase(server.dataSource, { urgency: 2, since: minutesAgo(1) });
    expect(await eva.next()).toBe(id);
    expect(await rowOf(id)).toMatchObject({ state: 'held', timesMoved: 1 });
    const kinds = await told(id);
    expect(kinds.slice(-2)).toEqual(['moved', 'claimed']);
  });

  it('is looked at again also after a process has died in the middle of a look', async () => {
    await onDuty(anna);
    await annaIsTaken();
    const { id } = await samirWrites(samir);
    await server.dataSource.query(`SELECT graphile_worker.add_job('look-again', queue_name => 'router')`);
    await server.dataSource.query(
      `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'one that died'`,
    );
    await server.dataSource.query(
      `UPDATE graphile_worker._private_job_queues SET locked_at = now(), locked_by = 'one that died'`,
    );
    await onDuty(eva);
    await until('it is moved', async () => (await see(id)).place?.unit.slug === '1177');
  });

  it('is never taken from a nurse who has begun', async () => {
    await onDuty(anna, eva);
    const { id } = await samirWrites(samir);
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    await annaIsTaken();
    expect(await lookAgain()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ state: 'held', unitId: (await unitOf('herrgardet')).id });
  });

  it('is moved when it becomes urgent (P5)', async () => {
    await onDuty(anna, eva);
    await annaIsTaken();
    const { id } = await insertWaitingCase(server.dataSource, { urgency: 4, since: minutesAgo(1) });
    await lookAgain();
    expect((await see(id)).place?.unit.slug).toBe('herrgardet');
    await anna.ok('PUT', `/api/desk/cases/${id}/urgency`, { id: randomUUID(), urgency: 2, reason: null });
    await until('it is moved', async () => (await see(id)).place?.unit.slug === '1177');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['pauses', () => anna.ok('PUT', '/api/staff/availability', { available: false })],
    [
      'vanishes',
      async () => {
        for (const socket of sockets.splice(0, 1)) socket.close();
        server.clock.forward({ minutes: 2 });
        await alive(eva);
      },
    ],
  ])('is not left with a nurse who %s', async (_what, leaves) => {
    await onDuty(anna, eva);
    const { id } = await samirWrites(samir);
    expect((await see(id)).place?.unit.slug).toBe('herrgardet');
    await leaves();
    await lookAgain();
    await until('it is moved', async () => (await see(id)).place?.unit.slug === '1177');
    await expectEveryCaseOwned(server);
  });

  it('gets a new place or a stated time when its clinic closes', async () => {
    const today = await insertWaitingCase(server.dataSource, { urgency: 3, since: minutesAgo(30) });
    const within = await insertWaitingCase(server.dataSource, { urgency: 4, since: minutesAgo(30) });
    server.clock.set('2026-11-24T16:00');
    await lookAgain();
    await stayingSignedIn();
    expect((await see(today.id)).place?.unit.slug).toBe('1177');
    expect((await see(within.id)).place).toMatchObject({
      unit: { slug: 'herrgardet' },
      opensAt: '2026-11-25T07:00:00.000Z',
      why: { sv: 'Herrgärdets vårdcentral svarar när mottagningen öppnar i morgon klockan 08.00.' },
    });
    expect((await rowOf(within.id)).dueAt).toEqual(within.dueAt);
    await expectEveryCaseOwned(server);
    expect(await lookAgain()).toBe(0);
  });

  it('that no rule can place goes to the catch-all queue, and rings (P1)', async () => {
    await server.dataSource.query(`UPDATE care_unit SET competences = '{nurse}'`);
    server.app.get(CareUnits).forget();
    const { id } = await samir.start('Jag behöver förnya ett recept', { patientAgeMonths: 744 });
    await samir.answer(id, 'prescription-renewal', {
      medicines: 'Enalapril 10 mg, en tablett på morgonen',
      left: 'longer',
      wish: 'same',
      'check-up': 'within-year',
    });
    const [row] = await server.dataSource.query(
      `SELECT competence, placement->'reason'->>'code' AS code FROM care_case WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ competence: 'nurse', code: 'catch-all' });
    expect((await eva.ok<QueueView>('GET', '/api/desk/queue?scope=unit')).unplaced).toBe(1);
    const metrics = await fetch(`${server.origin}/metrics`, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}` },
    });
    expect(await metrics.text()).toMatch(/^slussen_cases_unplaced 1$/m);
    await expectEveryCaseOwned(server);
  });
});

it('a decision of an earlier rule is still shown (P6)', async () => {
  const { id } = await insertWaitingCase(server.dataSource, { urgency: 3, since: minutesAgo(5) });
  const { placement } = await anna.ok<DeskCase>('GET', `/api/desk/cases/${id}`);
  expect((placement as RoutingDecision).policyVersion).toBeUndefined();
});
