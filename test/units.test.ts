import { CareUnit } from '../src/care-units/care-unit.entity.js';
import { CareUnits } from '../src/care-units/care-unit.service.js';
import { NetworkFeed } from '../src/care-units/network-feed.js';
import { ALWAYS_OPEN } from '../src/care-units/opening-hours.rule.js';
import type {
  CareUnitName,
  OpenDay,
  OpeningHours,
  QueueView,
  RegionView,
  StaffSession,
  UnitHours,
  UnitStaff,
} from '../src/contracts/index.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createDatabase } from './support/database.js';
import { type ApiSocket, ApiUser, StaffMember } from './support/people.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

/** Two processes on one database, as in production. */
let here: TestApp;
let there: TestApp;
let drop: () => Promise<void>;
let monica: StaffMember;
let gunilla: StaffMember;
let units: Map<string, string>;
const sockets: ApiSocket[] = [];

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  here = await startTestApp({ databaseUrl: database.url });
  there = await startTestApp({ databaseUrl: database.url });
  monica = await StaffMember.signedIn(here.origin, /Monica Wallin/);
  gunilla = await StaffMember.signedIn(here.origin, /Gunilla Sandström/);
  const found = await here.dataSource.manager.find(CareUnit);
  units = new Map(found.map(({ slug, id }) => [slug, id]));
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});
afterAll(async () => {
  await here?.close();
  await there?.close();
  await drop?.();
});

const hoursAt = (slug: string) => `/api/desk/units/${units.get(slug)}/hours`;
const staffAt = (slug: string) => `/api/desk/units/${units.get(slug)}/staff`;
const region = (test: TestApp, slug: string) =>
  new ApiUser(test.origin, {}).ok<RegionView>('GET', `/api/region?unit=${slug}`);

async function atDesk(member: StaffMember): Promise<void> {
  sockets.push(await member.socket());
}

/** What the database is told to tell, gathered while something is done. */
async function heardWhile(task: () => Promise<unknown>): Promise<(string | null)[]> {
  const heard: (string | null)[] = [];
  const subscription = there.app.get(NetworkFeed).changes$.subscribe((unitId) => heard.push(unitId));
  await task();
  // A word of our own, said after all others and so heard after them.
  await here.dataSource.query(`SELECT pg_notify('slussen_network', 'end')`);
  await until('the last word is heard', () => heard.includes('end'));
  subscription.unsubscribe();
  return heard.filter((unitId) => unitId !== 'end');
}

describe('opening hours', () => {
  it('are changed by the head of the unit, at once in every process, and kept with who did it', async () => {
    const before = await monica.ok<UnitHours>('GET', hoursAt('herrgardet'));
    expect(before).toMatchObject({ revision: 0, changes: [], unit: { slug: 'herrgardet' } });
    expect(before.days.map(({ date }) => date).slice(0, 2)).toEqual(['2026-11-24', '2026-11-25']);
    expect(before.days).toHaveLength(14);
    expect((await region(there, 'herrgardet')).closing).toBeNull();

    const reason = { sv: 'Strömavbrott', en: 'Power cut' };
    const closing = { from: '2026-11-24T09:00:00+01:00', to: '2026-11-24T16:00:00+01:00', reason };
    let after: UnitHours | undefined;
    const heard = await heardWhile(async () => {
      const hours = { ...before.hours, closings: [closing] };
      after = await monica.ok<UnitHours>('PUT', hoursAt('herrgardet'), { hours, revision: 0 });
    });

    expect(heard).toEqual([units.get('herrgardet')]);
    expect(after?.days[0]).toMatchObject({
      openings: [{ closes: '2026-11-24T08:00:00.000Z' }],
      closings: [reason],
    });
    expect(after?.changes).toMatchObject([{ by: 'Monica Wallin', what: 'opening-hours' }]);
    const told = { reason, opensAt: '2026-11-25T07:00:00.000Z' };
    expect((await region(here, 'herrgardet')).closing).toEqual(told);
    expect((await region(there, 'herrgardet')).closing).toEqual(told);
    const [row] = await here.dataSource.query(
      `SELECT staff_hsa_id, commission_hsa_id, before, after FROM unit_change ORDER BY id DESC LIMIT 1`,
    );
    expect(row).toMatchObject({
      staff_hsa_id: 'SE0000000000-2023',
      commission_hsa_id: 'SE0000000000-3024',
      before: before.hours,
      after: after?.hours,
    });
    await expect(here.dataSource.query('DELETE FROM unit_change')).rejects.toThrow('permission denied');
    await expect(here.asOwner('DELETE FROM unit_change')).rejects.toThrow('never changed or deleted');
  });

  it('that were saved by someone else since are not overwritten; the same hours again change nothing', async () => {
    const { hours, revision } = await gunilla.ok<UnitHours>('GET', hoursAt('kungsor'));
    const longer: OpeningHours = { ...hours, week: [{ days: [1, 2, 3, 4, 5], from: '07:00', to: '17:00' }] };
    const saved = await gunilla.ok<UnitHours>('PUT', hoursAt('kungsor'), { hours: longer, revision });
    expect(saved.revision).not.toBe(revision);
    const late = await gunilla.call('PUT', hoursAt('kungsor'), { hours, revision });
    expect(late.problem.type).toBe('urn:slussen:problem:conflict');

    const heard = await heardWhile(() =>
      gunilla.ok('PUT', hoursAt('kungsor'), { hours: longer, revision: saved.revision }),
    );
    expect(heard).toEqual([]);
    expect(await gunilla.ok<UnitHours>('GET', hoursAt('kungsor'))).toMatchObject({
      hours: longer,
      revision: saved.revision,
      changes: [{ by: 'Gunilla Sandström' }],
    });
  });

  it('of one save at a time: of ten at once one wins and nine are told', async () => {
    const { hours, revision } = await gunilla.ok<UnitHours>('GET', hoursAt('barnmottagningen'));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        gunilla.call('PUT', hoursAt('barnmottagningen'), {
          hours: { ...hours, closedDates: [`2026-12-0${(n % 9) + 1}`] },
          revision,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
  });

  it('that are wrong are refused at the field, and nothing is changed', async () => {
    const before = await monica.ok<UnitHours>('GET', hoursAt('herrgardet'));
    const week = [...before.hours.week, { days: [2], from: '15:00', to: '18:00' }];
    for (const [method, path] of [
      ['PUT', hoursAt('herrgardet')],
      ['POST', `${hoursAt('herrgardet')}/preview`],
    ] as const) {
      const body = {
        hours: { ...before.hours, week },
        ...(method === 'PUT' ? { revision: before.revision } : {}),
      };
      const { status, problem } = await monica.call(method, path, body);
      expect(status).toBe(400);
      expect(problem.errors).toEqual([
        { field: 'hours.week.1.from', message: 'must not overlap 08:00–16:00 of Tuesday', code: 'overlap' },
      ]);
    }
    expect(await monica.ok('GET', hoursAt('herrgardet'))).toEqual(before);
  });

  it('can be tried before they are saved', async () => {
    const hours = { ...ALWAYS_OPEN, closedDates: ['2026-11-26'] };
    const before = await monica.ok<UnitHours>('GET', hoursAt('herrgardet'));
    const days = await monica.ok<OpenDay[]>('POST', `${hoursAt('herrgardet')}/preview`, { hours });
    expect(days.filter(({ openings }) => openings.length === 0).map(({ date }) => date)).toEqual([
      '2026-11-26',
    ]);
    expect(days[0]?.openings).toEqual([
      { opens: '2026-11-23T23:00:00.000Z', closes: '2026-11-24T23:00:00.000Z' },
    ]);
    expect(await monica.ok('GET', hoursAt('herrgardet'))).toEqual(before);
  });
});

describe('managers', () => {
  it('of a unit change that one, those of the region all', async () => {
    const names = async (manager: StaffMember) =>
      (await manager.ok<CareUnitName[]>('GET', '/api/desk/managed-units')).map(({ slug }) => slug);
    expect(await names(monica)).toEqual(['herrgardet']);
    expect((await names(gunilla))[0]).toBe('1177');
    expect((await names(gunilla)).sort()).toEqual([...units.keys()].sort());

    const { hours, revision } = await gunilla.ok<UnitHours>('GET', hoursAt('1177'));
    for (const [method, path, body] of [
      ['GET', hoursAt('1177'), undefined],
      ['PUT', hoursAt('1177'), { hours, revision }],
      ['POST', `${hoursAt('1177')}/preview`, { hours }],
      ['GET', staffAt('1177'), undefined],
    ] as const) {
      const { status, problem } = await monica.call(method, path, body);
      expect([path, status]).toEqual([path, 403]);
      expect(problem.detail).toMatch(/You manage Herrgärdets vårdcentral/);
    }
  });

  it('take no part in the care: their desk has no queue', async () => {
    const { status, problem } = await monica.call('GET', '/api/desk/queue?scope=unit');
    expect([status, problem.type]).toEqual([403, 'urn:slussen:problem:not-allowed']);
  });
});

describe('duty', () => {
  it('begins with the desk, is told, pauses and ends; managers count for nobody', async () => {
    const anna = await StaffMember.signedIn(here.origin, /Anna Lindqvist/);
    const johan = await StaffMember.signedIn(here.origin, /Johan Bergström/, 'Herrgärdet');
    const nurses = async () =>
      (await monica.ok<UnitStaff>('GET', staffAt('herrgardet'))).duty.find(
        ({ competence }) => competence === 'nurse',
      );
    expect(await nurses()).toEqual({ competence: 'nurse', onDuty: 0, available: 0 });

    const heard = await heardWhile(async () => {
      await Promise.all([atDesk(anna), atDesk(johan), atDesk(monica)]);
      await until('two nurses are on duty', async () => (await nurses())?.onDuty === 2);
    });
    expect(heard).toContain(units.get('herrgardet'));

    const paused = await heardWhile(() => anna.ok('PUT', '/api/staff/availability', { available: false }));
    expect(paused).toEqual([units.get('herrgardet')]);
    expect(await nurses()).toEqual({ competence: 'nurse', onDuty: 2, available: 1 });

    const { staff } = await monica.ok<UnitStaff>('GET', staffAt('herrgardet'));
    expect(staff.map(({ name }) => name)).not.toContain('Monica Wallin');
    expect(staff.find(({ name }) => name === 'Anna Lindqvist')).toMatchObject({
      onDuty: true,
      available: false,
    });
  });

  it('paused stays so over a reload, keeps what is held, and ends at the next sign-in', async () => {
    const anna = await StaffMember.signedIn(here.origin, /Anna Lindqvist/);
    const { id } = await insertWaitingCase(here.dataSource, { urgency: 4, since: here.clock.now() });
    expect(await anna.next()).toBe(id);
    await anna.ok('PUT', '/api/staff/availability', { available: false });
    const me = () => anna.ok<StaffSession>('GET', '/api/staff/me');
    expect((await me()).commission).toMatchObject({ available: false, manages: null });
    const mine = await anna.ok<QueueView>('GET', '/api/desk/queue?scope=mine');
    expect(mine.rows.map(({ caseId }) => caseId)).toEqual([id]);
    // The same choice of commission again is no sign-in.
    await anna.ok('PUT', '/api/staff/commission', { commissionId: (await me()).commission?.id });
    expect((await me()).commission?.available).toBe(false);

    const again = await StaffMember.signedIn(here.origin, /Anna Lindqvist/);
    expect((await again.ok<StaffSession>('GET', '/api/staff/me')).commission?.available).toBe(true);
    const johan = await StaffMember.signedIn(here.origin, /Johan Bergström/, 'Herrgärdet');
    await johan.ok('PUT', '/api/staff/availability', { available: false });
    const back = await StaffMember.signedIn(here.origin, /Johan Bergström/, 'Herrgärdet');
    expect((await back.ok<StaffSession>('GET', '/api/staff/me')).commission?.available).toBe(true);
  });

  it('of someone who left is paused by the manager, which is kept', async () => {
    const fatima = await StaffMember.signedIn(here.origin, /Fatima Hassan/);
    const commissionId = fatima.session.commissions[0]?.id;
    const path = `${staffAt('herrgardet')}/${commissionId}/availability`;
    const after = await monica.ok<UnitStaff>('PUT', path, { available: false });
    expect(after.staff.find(({ name }) => name === 'Fatima Hassan')?.available).toBe(false);
    await monica.ok('PUT', path, { available: false });
    const { changes } = await monica.ok<UnitHours>('GET', hoursAt('herrgardet'));
    const kept = changes.filter(({ what }) => what === 'availability');
    expect(kept).toMatchObject([{ by: 'Monica Wallin', about: 'Fatima Hassan', available: false }]);
    expect((await fatima.ok<StaffSession>('GET', '/api/staff/me')).commission?.available).toBe(false);

    const sara = await StaffMember.signedIn(here.origin, /Sara Öberg/);
    const elsewhere = `${staffAt('herrgardet')}/${sara.session.commissions[0]?.id}/availability`;
    expect((await monica.call('PUT', elsewhere, { available: false })).status).toBe(404);
  });
});

describe('word of changes', () => {
  it('that was missed while the line was cut makes all units be read anew', async () => {
    const heard: (string | null)[] = [];
    const subscription = there.app.get(NetworkFeed).changes$.subscribe((unitId) => heard.push(unitId));
    const { listener } = there.app.get(NetworkFeed) as unknown as {
      listener: { client: { end: () => Promise<void> } };
    };
    const known = await there.app.get(CareUnits).all();
    await listener.client.end();
    await until('the line stands again', () => heard.includes(null));
    expect(await there.app.get(CareUnits).all()).not.toBe(known);
    subscription.unsubscribe();
  });
});
