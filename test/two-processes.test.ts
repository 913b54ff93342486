import { randomUUID } from 'node:crypto';
import { Commission, Staff } from '../src/care-units/staff.entity.js';
import { startTestApp, type TestApp } from './support/app.js';
import { find } from './support/caller.js';
import { type ApiSocket, ApiUser, Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

/** Sooner than any round in which everybody is looked at again. */
const AT_ONCE_MS = 10_000;

let here: TestApp;
let there: TestApp;
beforeAll(async () => {
  here = await startTestApp();
  there = await startTestApp({ databaseUrl: (here.dataSource.options as { url: string }).url });
});
afterAll(async () => {
  await there?.close();
  await here?.close();
});

/** The same sign-in, at another process. */
function memberAt(process: TestApp, staff: StaffMember): StaffMember {
  return Object.assign(Object.create(StaffMember.prototype) as StaffMember, staff, {
    origin: process.origin,
    headers: { ...(Reflect.get(staff, 'headers') as object), origin: process.origin },
  });
}

const atOther = (staff: StaffMember): Promise<ApiSocket> => memberAt(there, staff).socket();

function ended(socket: ApiSocket): { told: boolean } {
  const seen = { told: false };
  socket.on('session:ended', () => {
    seen.told = true;
  });
  return seen;
}

const waiting = () =>
  insertWaitingCase(here.dataSource, { urgency: 3, since: new Date(here.clock.now().getTime() - 60_000) });

describe('who is behind a socket', () => {
  it('is asked again when the commission moves to another unit: it hears nothing more, at any process', async () => {
    const { id } = await waiting();
    const anna = await StaffMember.signedIn(here.origin, /Anna/);
    const [own, other] = [await anna.socket(), await atOther(anna)];
    for (const socket of [own, other]) {
      expect(await socket.emitWithAck('case:watch', { caseId: id, have: 0 })).toMatchObject({ ok: true });
    }
    const { manager } = here.dataSource;
    const commissionId = anna.session.commissions[0]?.id ?? '';
    const { unitId } = await manager.findOneByOrFail(Commission, { id: commissionId });
    const { unitId: elsewhere } = await manager.findOneByOrFail(Commission, {
      id: (await StaffMember.signedIn(here.origin, /Sara/)).session.commissions[0]?.id ?? '',
    });
    const heard: unknown[] = [];
    other.on('timeline:entries', (entries) => heard.push(entries));
    await manager.update(Commission, { id: commissionId }, { unitId: elsewhere });
    await until('both are closed', () => !own.connected && !other.connected, AT_ONCE_MS);

    const samir = await Resident.signedIn(here.origin, /Samir/);
    const writing = await samir.socket();
    await writing.emitWithAck('message:send', {
      caseId: id,
      id: randomUUID(),
      text: 'Hej',
      attachmentIds: [],
    });
    const again = await anna.socket();
    expect(await again.emitWithAck('case:watch', { caseId: id, have: 0 })).toMatchObject({ ok: false });
    expect(heard).toEqual([]);
    for (const socket of [writing, again]) socket.close();
    await manager.update(Commission, { id: commissionId }, { unitId });
  });

  it.each([
    ['role', { role: 'physician' }, { role: 'nurse' }],
    ['right to manage', { manages: 'unit' }, { manages: null }],
  ] as const)('is closed by another %s', async (_what, change, back) => {
    const anna = await StaffMember.signedIn(here.origin, /Anna/);
    const socket = await atOther(anna);
    const over = ended(socket);
    const commissionId = anna.session.commissions[0]?.id ?? '';
    await here.dataSource.manager.update(Commission, { id: commissionId }, change);
    await until('it is closed', () => !socket.connected, AT_ONCE_MS);
    // The session goes on: it may come back as who it is now.
    expect(over.told).toBe(false);
    await here.dataSource.manager.update(Commission, { id: commissionId }, back);
  });

  it('stays open while nothing about them changes, signs of life and pauses included', async () => {
    const anna = await StaffMember.signedIn(here.origin, /Anna/);
    const socket = await atOther(anna);
    const bystander = await StaffMember.signedIn(here.origin, /Sara/);
    const closes = await bystander.socket();
    await anna.ok('PUT', '/api/staff/availability', { available: false });
    await anna.ok('PUT', '/api/staff/availability', { available: true });
    const { manager } = here.dataSource;
    const { staffId } = await manager.findOneByOrFail(Commission, {
      id: bystander.session.commissions[0]?.id ?? '',
    });
    const staff = await manager.findOneByOrFail(Staff, { id: staffId });
    await manager.update(Staff, { id: staffId }, { familyName: 'Ny' });
    await until('who was renamed is closed', () => !closes.connected, AT_ONCE_MS);
    expect(socket.connected).toBe(true);
    await manager.update(Staff, { id: staffId }, { familyName: staff.familyName });
    socket.close();
  });
});

describe('signing out', () => {
  it('of staff is told to all processes at once', async () => {
    const anna = await StaffMember.signedIn(here.origin, /Anna/);
    const socket = await atOther(anna);
    const over = ended(socket);
    await anna.ok('POST', '/api/staff/sign-out');
    await until('the other process closes it', () => !socket.connected && over.told, AT_ONCE_MS);
  });

  it('of residents is told to all processes at once', async () => {
    const lisa = await Resident.signedIn(here.origin, /Lisa Andersson/);
    const atThere = Object.assign(Object.create(Resident.prototype) as Resident, lisa, {
      origin: there.origin,
    });
    const socket = await atThere.socket();
    const over = ended(socket);
    await lisa.ok('DELETE', '/api/resident-session');
    await until('the other process closes it', () => !socket.connected && over.told, AT_ONCE_MS);
  });

  it('ends the session for good, also when a commission is chosen in the same instant, twenty times of twenty', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const staff = await StaffMember.signedIn(here.origin, /Johan/, 'Herrgärdet');
      const commissionId = staff.session.commissions.find(({ unit }) => unit.name.includes('Herrgärdet'))?.id;
      await here.dataSource.query(
        `UPDATE web_session SET sess = jsonb_set(sess::jsonb, '{staff,commissionId}', 'null')::json
         WHERE sess->'staff'->>'csrfToken' = $1`,
        [staff.session.csrfToken],
      );
      const origin = turn % 2 ? there.origin : here.origin;
      const other = new ApiUser(origin, {
        cookie: staff.cookie,
        origin,
        'x-csrf-token': staff.session.csrfToken,
      });
      const [out, chosen] = await Promise.all([
        staff.call('POST', '/api/staff/sign-out'),
        other.call('PUT', '/api/staff/commission', { commissionId }),
      ]);
      expect([204, 401]).toContain(out.status);
      expect([200, 401]).toContain(chosen.status);
      expect((await staff.call('GET', '/api/staff/me')).status).toBe(401);
    }
  });
});

describe('what somebody may do so often', () => {
  it('is counted over all processes, and goes on where one of them has ended', async () => {
    const eva = await StaffMember.signedIn(here.origin, /Eva/);
    const lookUp = async (process: TestApp) => (await find(memberAt(process, eva), '198906202380')).status;
    const third = await startTestApp({ databaseUrl: (here.dataSource.options as { url: string }).url });
    const statuses: number[] = [];
    try {
      for (let n = 0; n < 20; n += 1) statuses.push(await lookUp(third));
    } finally {
      await third.close();
    }
    for (let n = 0; n < 20; n += 1) statuses.push(await lookUp(n % 2 ? here : there));
    expect(statuses).toEqual(Array(40).fill(200));
    // At once, at both: not one more.
    expect(await Promise.all([here, there, here, there].map(lookUp))).toEqual([429, 429, 429, 429]);
  });

  it('is counted one by one when it is done at once at all of them', async () => {
    const leila = await StaffMember.signedIn(here.origin, /Leila/);
    const tries = Array.from({ length: 60 }, (_, n) => memberAt(n % 2 ? here : there, leila));
    const statuses = await Promise.all(
      tries.map(async (member) => (await find(member, '198906202380')).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(40);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });
});
