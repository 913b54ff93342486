import { randomUUID } from 'node:crypto';
import { Commission } from '../src/care-units/staff.entity.js';
import { CareCase } from '../src/cases/case.entity.js';
import type { DeskCase, QueueView, Urgency } from '../src/contracts/index.js';
import { HoldSweeper } from '../src/queue/hold-sweeper.js';
import { compareByNeed } from '../src/queue/queue-order.rule.js';
import { startTestApp, type TestApp } from './support/app.js';
import { type ApiSocket, StaffMember } from './support/people.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

let test: TestApp;
let anna: StaffMember;
let johan: StaffMember;
beforeAll(async () => {
  test = await startTestApp();
  anna = await StaffMember.signedIn(test.origin, /Anna/);
  johan = await StaffMember.signedIn(test.origin, /Johan/, 'Herrgärdet');
});
afterAll(() => test.close());
afterEach(async () => {
  await test.dataSource.query(
    `UPDATE care_case SET state = 'closed', closed_at = started_at, closed_as = 'other', holder_commission_id = NULL WHERE state <> 'closed'`,
  );
});

const minutesAgo = (minutes: number) => new Date(test.clock.now().getTime() - minutes * 60_000);

/** Sixty cases of all urgencies and ages, the same at every run. */
async function fillQueue(): Promise<CareCase[]> {
  const cases: CareCase[] = [];
  for (let index = 0; index < 60; index += 1) {
    const urgency = ((index * 7) % 5) + 1;
    const since = minutesAgo((index * 613) % 5_000);
    cases.push(await insertWaitingCase(test.dataSource, { urgency: urgency as Urgency, since }));
  }
  return cases;
}

function byNeed(cases: readonly CareCase[]): string[] {
  return [...cases]
    .sort((a, b) =>
      compareByNeed(
        { caseId: a.id, urgency: a.urgency as Urgency, dueAt: a.dueAt as Date },
        { caseId: b.id, urgency: b.urgency as Urgency, dueAt: b.dueAt as Date },
      ),
    )
    .map(({ id }) => id);
}

describe('the queue', () => {
  it('stands in the order of need, and "next case" takes it from the top (P3)', async () => {
    const order = byNeed(await fillQueue());
    const queue = await anna.ok<QueueView>('GET', '/api/desk/queue?scope=queue');
    expect(queue.rows.map(({ caseId }) => caseId)).toEqual(order);
    const taken: (string | null)[] = [];
    for (let index = 0; index < 12; index += 1) taken.push(await anna.next());
    expect(taken).toEqual(order.slice(0, 12));
  });

  it('gives twenty nurses who press at once the twenty in greatest need, each one', async () => {
    const order = byNeed(await fillQueue());
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? anna : johan).next()),
    );
    expect(new Set(taken).size).toBe(20);
    expect(new Set(taken)).toEqual(new Set(order.slice(0, 20)));
    const held = await test.dataSource.manager.countBy(CareCase, { state: 'held' });
    expect(held).toBe(20);
  });

  it('waits for a case that is locked for a moment, as by a message, when it is the only one', async () => {
    const { id } = await insertWaitingCase(test.dataSource, { urgency: 3, since: minutesAgo(5) });
    const writing = test.dataSource.createQueryRunner();
    await writing.startTransaction();
    await writing.query('SELECT id FROM care_case WHERE id = $1 FOR UPDATE', [id]);
    const next = anna.next();
    await until('the claim waits for the lock', async () => {
      const [{ waiting }] = await test.dataSource.query(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return waiting > 0;
    });
    await writing.commitTransaction();
    await writing.release();
    expect(await next).toBe(id);
  });

  it('gives the same case to the same press, however often it is sent, and nothing when nobody waits', async () => {
    await fillQueue();
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => anna.ok<{ caseId: string }>('POST', '/api/desk/claims', { id })),
    );
    expect(new Set(answers.map(({ caseId }) => caseId)).size).toBe(1);
    expect(await test.dataSource.manager.countBy(CareCase, { state: 'held' })).toBe(1);
    expect((await johan.call('POST', '/api/desk/claims', { id })).status).toBe(409);
    const sara = await StaffMember.signedIn(test.origin, /Sara/);
    expect(await sara.next()).toBeNull();
  });

  it('lets one of two win who take the same case, and tells the other', async () => {
    const { id } = await insertWaitingCase(test.dataSource, { urgency: 3, since: minutesAgo(5) });
    const answers = await Promise.all(
      [anna, johan].map((each) =>
        each.call<DeskCase>('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.detail).toMatch(/someone has it/);
  });

  it('keeps the place of a case that is handed back, and shows everyone who holds it', async () => {
    const { id, waitingSince, dueAt } = await insertWaitingCase(test.dataSource, {
      urgency: 4,
      since: minutesAgo(90),
    });
    await anna.next();
    const seen = await johan.ok<QueueView>('GET', '/api/desk/queue?scope=unit');
    expect(seen.rows[0]?.holder?.name).toMatch(/Anna/);
    const back = { id: randomUUID(), reason: 'Behöver läkare' };
    const handedBack = await anna.ok<DeskCase>('POST', `/api/desk/cases/${id}/hand-back`, back);
    await anna.ok<DeskCase>('POST', `/api/desk/cases/${id}/hand-back`, back);
    expect(handedBack).toMatchObject({ state: 'waiting', holder: null });
    expect(handedBack.waitingSince).toBe(waitingSince?.toISOString());
    expect(handedBack.dueAt).toBe(dueAt?.toISOString());
    expect(await johan.next()).toBe(id);
  });

  it('raises urgency freely, lowers it only with a reason, and moves the target with it (P5)', async () => {
    const { id } = await insertWaitingCase(test.dataSource, { urgency: 4, since: minutesAgo(30) });
    const raised = await anna.ok<DeskCase>('PUT', `/api/desk/cases/${id}/urgency`, {
      id: randomUUID(),
      urgency: 2,
      reason: null,
    });
    expect(new Date(raised.dueAt ?? 0).getTime() - new Date(raised.waitingSince ?? 0).getTime()).toBe(
      15 * 60_000,
    );
    const silent = await anna.call('PUT', `/api/desk/cases/${id}/urgency`, {
      id: randomUUID(),
      urgency: 5,
      reason: ' ',
    });
    expect(silent).toMatchObject({ status: 400, problem: { errors: [{ field: 'reason' }] } });
    const unseen = { id: randomUUID(), urgency: 5, reason: 'Mår bättre', upTo: 0 };
    const late = await anna.call('PUT', `/api/desk/cases/${id}/urgency`, unseen);
    expect(late).toMatchObject({ status: 409, problem: { type: 'urn:slussen:problem:conflict' } });
    const lowered = await anna.ok<DeskCase>('PUT', `/api/desk/cases/${id}/urgency`, {
      id: randomUUID(),
      urgency: 5,
      reason: 'Mår bättre',
      upTo: raised.lastNumber,
    });
    expect(lowered.urgency).toBe(5);
    expect(lowered.timeline.filter(({ kind }) => kind === 'urgency-changed').map(({ body }) => body)).toEqual(
      [
        { from: 4, to: 2, reason: null },
        { from: 2, to: 5, reason: 'Mår bättre' },
      ],
    );
  });

  it('lets only the holder write, close and hand back', async () => {
    const { id } = await insertWaitingCase(test.dataSource, { urgency: 3, since: minutesAgo(5) });
    await anna.next();
    const close = { id: randomUUID(), result: 'other', note: null };
    expect((await johan.call('POST', `/api/desk/cases/${id}/closing`, close)).status).toBe(403);
    expect(
      (await johan.call('POST', `/api/desk/cases/${id}/hand-back`, { id: randomUUID(), reason: null }))
        .status,
    ).toBe(403);
    const socket = await johan.socket();
    const sent = await socket.emitWithAck('message:send', {
      caseId: id,
      id: randomUUID(),
      text: 'Hej',
      attachmentIds: [],
    });
    expect(sent).toMatchObject({ ok: false, problem: { type: 'urn:slussen:problem:not-allowed' } });
    socket.close();
  });

  it('is not open to other units, and a case of another unit is as if it did not exist', async () => {
    const { id } = await insertWaitingCase(test.dataSource, { urgency: 3, since: minutesAgo(5) });
    const sara = await StaffMember.signedIn(test.origin, /Sara/);
    expect((await sara.ok<QueueView>('GET', '/api/desk/queue?scope=unit')).rows).toEqual([]);
    expect((await sara.call('GET', `/api/desk/cases/${id}`)).status).toBe(404);
    expect((await sara.call('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() })).status).toBe(404);
  });

  it('tells the desks of the unit at once that a case came or went', async () => {
    const socket: ApiSocket = await johan.socket();
    const heard: unknown[] = [];
    socket.on('queue:changed', (event) => heard.push(event));
    await socket.emitWithAck('queue:watch', {});
    await insertWaitingCase(test.dataSource, { urgency: 2, since: minutesAgo(1) });
    await anna.next();
    await until('the queue change is heard', () => heard.length > 0);
    socket.close();
  });

  it('takes back a case whose holder has been gone for ten minutes, place kept; one who is there keeps it (P14)', async () => {
    const { id, dueAt } = await insertWaitingCase(test.dataSource, { urgency: 3, since: minutesAgo(20) });
    await anna.next();
    const sweeper = test.app.get(HoldSweeper);
    test.clock.forward({ minutes: 9 });
    expect(await sweeper.sweep()).toBe(0);
    test.clock.forward({ minutes: 2 });
    expect(await sweeper.sweep()).toBe(1);
    const back = await johan.ok<DeskCase>('GET', `/api/desk/cases/${id}`);
    expect(back).toMatchObject({ state: 'waiting', holder: null, dueAt: dueAt?.toISOString() });
    expect(back.timeline.at(-1)).toMatchObject({ kind: 'hold-expired', body: { minutes: 10 } });
    await johan.next();
    await test.dataSource.query('UPDATE commission SET last_seen_at = $1', [
      new Date(test.clock.now().getTime() + 60_000),
    ]);
    test.clock.forward({ minutes: 10 });
    expect(await sweeper.sweep()).toBe(0);
  });

  it('leaves a case with its holder who comes back after an outage longer than that', async () => {
    const { id } = await insertWaitingCase(test.dataSource, { urgency: 3, since: minutesAgo(20) });
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    test.clock.forward({ minutes: 30 });
    const [commission] = anna.session.commissions;
    const socket = await anna.socket();
    await until('her sign of life is there', async () => {
      const holder = await test.dataSource.manager.findOneByOrFail(Commission, { id: commission?.id ?? '' });
      return (holder.lastSeenAt?.getTime() ?? 0) > minutesAgo(1).getTime();
    });
    expect(await test.app.get(HoldSweeper).sweep()).toBe(0);
    socket.close();
  });
});
