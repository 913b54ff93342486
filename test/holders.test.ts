import { randomUUID } from 'node:crypto';
import { Commission } from '../src/care-units/staff.entity.js';
import { CareCase } from '../src/cases/case.entity.js';
import { SetAsideSweeper } from '../src/cases/set-aside-sweeper.js';
import { TimelineFeed } from '../src/cases/timeline-feed.js';
import type { DeskCase, HeldCases, QueueView, ResidentCase, Urgency } from '../src/contracts/index.js';
import { HoldSweeper } from '../src/queue/hold-sweeper.js';
import { startTestApp, type TestApp } from './support/app.js';
import { expectEveryCaseOwned } from './support/owners.js';
import { Resident, StaffMember } from './support/people.js';
import { insertWaitingCase } from './support/waiting-case.js';

let test: TestApp;
let anna: StaffMember;
let johan: StaffMember;
beforeAll(async () => {
  test = await startTestApp({ env: { ROUTER_JOBS: 'false' } });
  anna = await StaffMember.signedIn(test.origin, /Anna/);
  johan = await StaffMember.signedIn(test.origin, /Johan/, 'Herrgärdet');
});
afterAll(() => test.close());
afterEach(async () => {
  await test.dataSource.query(
    `UPDATE care_case SET state = 'closed', closed_at = started_at, closed_as = 'other', holder_commission_id = NULL,
       next_deadline_at = NULL, set_aside_until = NULL, remind_at = NULL WHERE state <> 'closed'`,
  );
  await test.dataSource.query('UPDATE commission SET last_seen_at = NULL');
});

const waiting = (urgency: Urgency = 3) =>
  insertWaitingCase(test.dataSource, {
    urgency,
    since: new Date(test.clock.now().getTime() - 20 * 60_000),
  });
const commissionOf = (staff: StaffMember) =>
  staff.session.commissions.find(({ unit }) => unit.name.includes('Herrgärdet'))?.id ?? '';
/** The desk gives a sign of life. */
const seen = (staff: StaffMember) =>
  test.dataSource.manager.update(Commission, { id: commissionOf(staff) }, { lastSeenAt: test.clock.now() });
const claim = (staff: StaffMember, caseId: string, id = randomUUID()) =>
  staff.ok<DeskCase>('POST', `/api/desk/cases/${caseId}/claim`, { id });
const next = (staff: StaffMember, body: object) =>
  staff.call<{ caseId: string | null }>('POST', '/api/desk/claims', { id: randomUUID(), ...body });
const stateOf = async (caseId: string) =>
  (await test.dataSource.manager.findOneByOrFail(CareCase, { id: caseId })).state;

describe('"next case" beyond the number that one works with at a time', () => {
  it('is refused with the reason: five presses give three cases', async () => {
    for (let index = 0; index < 6; index += 1) await waiting();
    const answers = await Promise.all(Array.from({ length: 5 }, () => next(anna, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem).toMatchObject({
      type: 'urn:slussen:problem:enough-cases',
      detail: expect.stringMatching(/You have 3 cases; the policy says 3 at a time/),
    });
    const { holding, casesAtOnce } = await anna.ok<QueueView>('GET', '/api/desk/queue');
    expect({ holding, casesAtOnce }).toEqual({ holding: 3, casesAtOnce: 3 });
  });

  it('goes on when that is said, and a press that is sent again gives the same case', async () => {
    for (let index = 0; index < 5; index += 1) await waiting();
    const third = randomUUID();
    for (const id of [randomUUID(), randomUUID(), third]) await next(anna, { id });
    const again = await next(anna, { id: third });
    expect(again).toMatchObject({ status: 200, body: { caseId: expect.any(String) } });
    expect(await next(anna, { beyond: true })).toMatchObject({
      status: 200,
      body: { caseId: expect.any(String) },
    });
    expect((await next(johan, {})).status).toBe(200);
  });
});

describe('a claim', () => {
  const undo = (staff: StaffMember, caseId: string, claimId: string, id = randomUUID()) =>
    staff.call('POST', `/api/desk/cases/${caseId}/claim-undoing`, { id, claimId });

  it('is undone within seconds as if it had never been: place kept, and told to nobody', async () => {
    const { id: caseId, dueAt, waitingSince } = await waiting();
    const [claimId, id] = [randomUUID(), randomUUID()];
    await next(anna, { id: claimId });
    expect((await undo(anna, caseId, claimId, id)).status).toBe(204);
    expect((await undo(anna, caseId, claimId, id)).status).toBe(204); // the same, sent again
    const back = await johan.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(back).toMatchObject({
      state: 'waiting',
      holder: null,
      dueAt: dueAt?.toISOString(),
      waitingSince: waitingSince?.toISOString(),
    });
    expect(back.timeline.slice(-2).map(({ kind }) => kind)).toEqual(['claimed', 'claim-undone']);
    const samir = await Resident.signedIn(test.origin, /Samir/);
    expect(await samir.ok<ResidentCase>('GET', `/api/cases/${caseId}`)).toMatchObject({
      state: 'waiting',
      holder: null,
    });
    expect((await next(johan, {})).body).toEqual({ caseId });
  });

  it('is not undone later, by others, or when something was done with the case', async () => {
    const [late, others, worked] = [await waiting(), await waiting(), await waiting()];
    const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
    await claim(anna, late.id, a);
    test.clock.forward({ minutes: 1 });
    expect((await undo(anna, late.id, a)).problem.detail).toMatch(/too late/);
    await claim(anna, others.id, b);
    expect((await undo(johan, others.id, b)).status).toBe(403);
    await claim(anna, worked.id, c);
    await anna.ok('POST', `/api/desk/cases/${worked.id}/notes`, { id: randomUUID(), text: 'Ringer' });
    expect((await undo(anna, worked.id, c)).status).toBe(409);
    expect(await Promise.all([late, others, worked].map(({ id }) => stateOf(id)))).toEqual([
      'held',
      'held',
      'held',
    ]);
  });
});

describe('signing out', () => {
  const asSara = () => StaffMember.signedIn(test.origin, /Johan/, 'Herrgärdet');

  it('lists what one holds, with who is on duty and could take it, the most urgent first', async () => {
    const [calm, urgent] = [await waiting(4), await waiting(2)];
    for (const { id } of [calm, urgent]) await claim(anna, id);
    expect(
      (await anna.ok<HeldCases>('GET', '/api/desk/held')).cases.map(({ colleagues }) => colleagues),
    ).toEqual([[], []]);
    await seen(johan);
    const { cases } = await anna.ok<HeldCases>('GET', '/api/desk/held');
    expect(cases.map(({ caseId }) => caseId)).toEqual([urgent.id, calm.id]);
    expect(cases[0]?.colleagues.map(({ commissionId }) => commissionId)).toEqual([commissionOf(johan)]);
  });

  it('hands a case to a colleague on duty, whom the resident is told of; to nobody else', async () => {
    const { id: caseId } = await waiting();
    await claim(anna, caseId);
    const handOver = (to: string) =>
      anna.call('POST', `/api/desk/cases/${caseId}/hand-over`, { id: randomUUID(), to });
    expect((await handOver(commissionOf(johan))).status).toBe(409);
    await seen(johan);
    expect((await handOver(commissionOf(anna))).status).toBe(409);
    expect((await handOver(commissionOf(johan))).status).toBe(204);
    const his = await johan.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(his).toMatchObject({ mine: true, state: 'held' });
    expect(his.timeline.at(-1)).toMatchObject({
      kind: 'handed-over',
      body: { to: { name: expect.stringMatching(/Johan/) } },
    });
    const samir = await Resident.signedIn(test.origin, /Samir/);
    expect((await samir.ok<ResidentCase>('GET', `/api/cases/${caseId}`)).holder?.name).toMatch(/Johan/);
  });

  it('returns the rest at once, with the reason on the timeline; a second sign-in elsewhere keeps it', async () => {
    const { id: caseId, dueAt } = await waiting(2);
    const elsewhere = await asSara();
    await claim(elsewhere, caseId);
    expect((await elsewhere.ok<HeldCases>('GET', '/api/desk/held')).cases).toEqual([]);
    await johan.ok('POST', '/api/staff/sign-out');
    expect(await stateOf(caseId)).toBe('held');
    await elsewhere.ok('POST', '/api/staff/sign-out');
    const back = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(back).toMatchObject({ state: 'waiting', holder: null, dueAt: dueAt?.toISOString() });
    expect(back.timeline.at(-1)).toMatchObject({ kind: 'handed-back', body: { why: 'signed-out' } });
    johan = await asSara();
  });
});

describe('a holder who is gone', () => {
  const takeOver = (staff: StaffMember, caseId: string, from: StaffMember) =>
    staff.call<DeskCase>('POST', `/api/desk/cases/${caseId}/take-over`, {
      id: randomUUID(),
      from: commissionOf(from),
    });

  it('loses the case to a colleague with the competence who takes it, and the timeline says why', async () => {
    const { id: caseId } = await waiting();
    await claim(anna, caseId);
    await seen(anna);
    const shown = async () =>
      (await johan.ok<QueueView>('GET', '/api/desk/queue')).rows.find((row) => row.caseId === caseId);
    expect((await shown())?.holderGoneSince).toBeNull();
    expect((await takeOver(johan, caseId, anna)).status).toBe(403);
    const gone = test.clock.now();
    test.clock.forward({ minutes: 1.1 });
    expect(Math.abs(Date.parse((await shown())?.holderGoneSince ?? '') - gone.getTime())).toBeLessThan(5_000);
    const physician = await StaffMember.signedIn(test.origin, /Karin/);
    expect((await takeOver(physician, caseId, anna)).status).toBe(403);
    expect((await takeOver(johan, caseId, johan)).status).toBe(409);
    expect(await johan.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`)).toMatchObject({
      canTakeFromGone: true,
    });
    const taken = await takeOver(johan, caseId, anna);
    expect(taken).toMatchObject({ status: 200, body: { mine: true, canTakeFromGone: false } });
    expect(taken.body.timeline.at(-1)).toMatchObject({
      kind: 'taken-over',
      body: { from: { name: expect.stringMatching(/Anna/) }, goneSince: expect.any(String) },
    });
    expect(
      (await anna.call('POST', `/api/desk/cases/${caseId}/closing`, { id: randomUUID(), result: 'other' }))
        .status,
    ).toBe(403);
  });

  it('keeps a case of urgency 2 for two minutes and others for ten', async () => {
    const [urgent, calm] = [await waiting(2), await waiting(3)];
    for (const { id } of [urgent, calm]) await claim(anna, id);
    await seen(anna);
    const sweeper = test.app.get(HoldSweeper);
    test.clock.forward({ minutes: 1.9 });
    expect(await sweeper.sweep()).toBe(0);
    test.clock.forward({ minutes: 0.2 });
    expect(await sweeper.sweep()).toBe(1);
    expect(await stateOf(urgent.id)).toBe('waiting');
    const back = await johan.ok<DeskCase>('GET', `/api/desk/cases/${urgent.id}`);
    expect(back.timeline.at(-1)).toMatchObject({ kind: 'hold-expired', body: { minutes: 2 } });
    test.clock.forward({ minutes: 8 });
    expect(await sweeper.sweep()).toBe(1);
  });

  it('is not held to be gone for a silence of our own: nothing is returned for a minute after an outage', async () => {
    const { id: caseId } = await waiting(2);
    await claim(anna, caseId);
    const sweeper = test.app.get(HoldSweeper);
    test.clock.forward({ minutes: 15 }); // nobody was heard meanwhile
    expect(await sweeper.round()).toBe(0);
    await seen(anna); // her desk is heard again
    for (let seconds = 0; seconds < 90; seconds += 10) {
      test.clock.forward({ minutes: 10 / 60 });
      expect(await sweeper.round()).toBe(0);
    }
    expect(await stateOf(caseId)).toBe('held');
    let returned = 0;
    for (let seconds = 0; seconds < 60; seconds += 10) {
      test.clock.forward({ minutes: 10 / 60 });
      returned += await sweeper.round();
    }
    expect(returned).toBe(1);
  });
});

describe('a case that is left for later', () => {
  type Body = { until: string | null; why?: string; note?: string | null; upTo?: number | null };
  const leave = (staff: StaffMember, caseId: string, body: Body, id = randomUUID()) =>
    staff.call<DeskCase>('POST', `/api/desk/cases/${caseId}/set-aside`, {
      id,
      why: 'answer',
      note: null,
      ...body,
    });
  const inMinutes = (minutes: number) =>
    new Date(test.clock.now().getTime() + minutes * 60_000).toISOString();
  const rowOf = async (staff: StaffMember, caseId: string) =>
    (await staff.ok<QueueView>('GET', '/api/desk/queue')).rows.find((row) => row.caseId === caseId);
  const sweep = () => test.app.get(SetAsideSweeper).sweep();
  const claimed = async (urgency: Urgency = 3) => {
    const { id } = await waiting(urgency);
    await claim(anna, id);
    return id;
  };
  const writes = async (who: Resident, caseId: string) => {
    const socket = await who.socket();
    const message = { caseId, id: randomUUID(), text: 'Nu är jag hemma', attachmentIds: [] };
    expect((await socket.emitWithAck('message:send', message)).ok).toBe(true);
    socket.close();
  };
  // Before what is left is closed.
  afterEach(() => expectEveryCaseOwned(test));

  it('stays its holder’s, last in the list, and takes none of the places for others', async () => {
    const [first, second] = [await claimed(), await claimed()];
    const until = inMinutes(120);
    const id = randomUUID();
    const body = { until, note: 'Ring mamman' };
    expect((await leave(anna, first, body, id)).body.aside).toEqual({
      until,
      remindAt: null,
      why: 'answer',
      note: 'Ring mamman',
    });
    expect((await leave(anna, first, { until: inMinutes(5) }, id)).body.aside?.until).toBe(until); // sent again
    const { rows, holding } = await anna.ok<QueueView>('GET', '/api/desk/queue?scope=mine');
    expect([rows.map(({ caseId }) => caseId), holding]).toEqual([[second, first], 1]);
    expect((await leave(johan, first, { until })).status).toBe(403);
  });

  it('comes back when the resident writes, with no more than its old place', async () => {
    const caseId = await claimed();
    const { dueAt } = await anna.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    await leave(anna, caseId, { until: inMinutes(120) });
    const samir = await Resident.signedIn(test.origin, /Samir/);
    // Pages that show the case fetch it again by that, and by that alone.
    const changed: boolean[] = [];
    const heard = test.app
      .get(TimelineFeed)
      .changes$.subscribe((change) => void (change.caseId === caseId && changed.push(change.caseChanged)));
    await writes(samir, caseId);
    expect(await rowOf(anna, caseId)).toMatchObject({ aside: null, unread: 1, dueAt });
    await writes(samir, caseId);
    heard.unsubscribe();
    expect(changed).toEqual([true, false]);
    // What was written just then is read first.
    expect((await leave(anna, caseId, { until: inMinutes(120), upTo: 1 })).status).toBe(409);
    expect((await rowOf(anna, caseId))?.aside).toBeNull();
  });

  it('waits in its queue unclaimed once its holder is gone, and comes back by itself to whoever is there', async () => {
    const caseId = await claimed();
    await leave(anna, caseId, { until: inMinutes(60), why: 'follow-up', note: 'Provsvar' });
    test.clock.forward({ minutes: 11 });
    await test.app.get(HoldSweeper).sweep();
    expect(await rowOf(johan, caseId)).toMatchObject({ state: 'waiting', aside: { why: 'follow-up' } });
    const { counts } = await johan.ok<QueueView>('GET', '/api/desk/queue');
    expect(counts).toMatchObject({ queue: 0, unit: 1 });
    expect((await next(johan, {})).body).toEqual({ caseId: null });
    const samir = await Resident.signedIn(test.origin, /Samir/);
    const seenBySamir = await samir.ok<ResidentCase>('GET', `/api/cases/${caseId}`);
    expect(seenBySamir.expectedWait).toBeNull();
    // It is taken up from then on: nobody has said that they answer by then.
    expect(seenBySamir).toMatchObject({ answerBy: null, answerAwaited: false });
    test.clock.forward({ minutes: 50 });
    await sweep();
    await sweep();
    expect(await rowOf(johan, caseId)).toMatchObject({ aside: null, alert: { what: 'time' } });
    expect((await next(johan, {})).body).toEqual({ caseId });
    const { timeline } = await johan.ok<DeskCase>('GET', `/api/desk/cases/${caseId}`);
    expect(timeline.filter(({ kind }) => kind === 'set-aside-over')).toMatchObject([
      { actor: { kind: 'system' }, staffOnly: true, body: { why: 'follow-up', note: 'Provsvar' } },
    ]);
  });

  it('is taken up before by its holder; a colleague takes it from the queue like any other', async () => {
    const caseId = await claimed();
    await leave(anna, caseId, { until: inMinutes(60) });
    expect((await leave(anna, caseId, { until: null })).body.aside).toBeNull();
    await leave(anna, caseId, { until: inMinutes(60) });
    await anna.ok('POST', `/api/desk/cases/${caseId}/hand-back`, { id: randomUUID(), reason: null });
    expect((await rowOf(johan, caseId))?.aside).toMatchObject({ why: 'answer' });
    const samir = await Resident.signedIn(test.origin, /Samir/);
    expect(await samir.ok<ResidentCase>('GET', `/api/cases/${caseId}`)).toMatchObject({
      answerBy: null,
      answerAwaited: true,
    });
    expect((await claim(johan, caseId)).aside).toBeNull();
  });

  it('does not wait where it is urgent, in the past or for months; a reminder leaves it where it is', async () => {
    const urgent = await claimed(2);
    expect((await leave(anna, urgent, { until: inMinutes(60) })).problem.detail).toMatch(/cannot wait/);
    const reminded = await leave(anna, urgent, { until: inMinutes(20), why: 'reminder' });
    expect(reminded.body.aside).toMatchObject({ until: null, why: 'reminder' });
    const calm = await claimed(4);
    for (const until of [inMinutes(-1), inMinutes(61 * 24 * 60)])
      expect((await leave(anna, calm, { until })).problem.errors).toMatchObject([{ field: 'until' }]);
    // The reminder stays when the resident writes, and is there in time.
    const samir = await Resident.signedIn(test.origin, /Samir/);
    await writes(samir, urgent);
    // What was found dangerous and nobody has seen says more than that the time has come since.
    const alarming = await claimed(2);
    await leave(anna, alarming, { until: inMinutes(20), why: 'reminder' });
    await test.dataSource.query(
      `WITH counted AS (UPDATE care_case SET last_number = last_number + 1 WHERE id = $1 RETURNING id, last_number)
       INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
       SELECT id, last_number, gen_random_uuid(), $2, 'alarm-found', '{"kind": "system"}', false, '{"entry": 1}' FROM counted`,
      [alarming, test.clock.now()],
    );
    test.clock.forward({ minutes: 21 });
    await sweep();
    expect(await rowOf(anna, alarming)).toMatchObject({ alert: { what: 'alarm' } });
    expect(await rowOf(anna, urgent)).toMatchObject({ alert: { what: 'time' } });
  });
});
