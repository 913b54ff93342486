import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { CaseSweeper } from '../src/cases/case-sweeper.js';
import type {
  AnswerValue,
  BookableTime,
  ClosedBy,
  DeskCase,
  ResidentCase,
  TimelineEntry,
} from '../src/contracts/index.js';
import { HoldSweeper } from '../src/queue/hold-sweeper.js';
import { startTestApp, type TestApp } from './support/app.js';
import { expectEveryCaseOwned } from './support/owners.js';
import { Resident, StaffMember } from './support/people.js';
import { samirWrites } from './support/samir.js';
import { CaseWalk } from './support/walk.js';
import { STEPS } from './support/walk-steps.js';

const SORE = { accident: 'none', sex: 'male', pain: 6, duration: { amount: 3, unit: 'weeks' } } as const;
const MILD = { accident: 'none', sex: 'male', pain: 2 } as const;

/** What must happen often for the rest to be possible. */
const OFTEN = [
  'start',
  'start',
  'start-to-book',
  'start-to-book',
  'finish',
  'finish',
  'finish',
  'claim',
  'claim',
  'resident-books',
  'staff-writes',
  'staff-books',
  'staff-cancels',
  'hand-back',
  'consult',
  'end-consultation',
  'take-over',
  'invite',
  'invite',
  'answer',
  'answer',
] as const;

describe('whatever residents, staff and time do (P1)', () => {
  it('every open case has one owner and a time by which something happens; none is lost', async () => {
    const step = fc.record({
      what: fc.constantFrom(...STEPS, ...OFTEN),
      who: fc.nat(2),
      which: fc.nat(99),
      chance: fc.nat(2 ** 31),
    });
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 100, maxLength: 100 }), async (steps) => {
        const walk = await CaseWalk.begin();
        try {
          for (const each of steps) {
            const status = await walk.take(each);
            expect([each.what, status < 500]).toEqual([each.what, true]);
            if (status < 300) done.set(each.what, (done.get(each.what) ?? 0) + 1);
            await expectEveryCaseOwned(walk.server);
          }
        } finally {
          await walk.end();
        }
      }),
      { seed: 20_261_124, numRuns: 6, endOnFailure: true },
    );
    const never = STEPS.filter((what) => !done.has(what));
    expect(never).toEqual([]);
  }, 600_000);
});

describe('time', () => {
  let server: TestApp;
  let samir: Resident;
  beforeEach(async () => {
    server = await startTestApp();
    samir = await Resident.signedIn(server.origin, /Samir/);
  });
  afterEach(() => server?.close());

  async function forward(hours: number): Promise<void> {
    server.clock.forward({ hours });
    await server.dataSource.query('UPDATE resident_session SET expires_at = $1, renewable_until = $1', [
      new Date(server.clock.now().getTime() + 3_600_000),
    ]);
  }
  const sweep = () => server.app.get(CaseSweeper).sweep();
  const see = (id: string) => samir.ok<ResidentCase>('GET', `/api/cases/${id}`);

  async function advised(answers: Record<string, AnswerValue>): Promise<string> {
    const { id } = await samir.start('Ont i ryggen');
    const { flow = 'back-pain', ...given } = answers as { flow?: string };
    await samir.ok('PUT', `/api/cases/${id}/reason`, { flowId: flow });
    for (let seen = await see(id); seen.triage?.question; seen = await see(id)) {
      const { question } = seen.triage;
      const calm = question.kind === 'several' ? ['none'] : question.kind === 'yes-no' ? 'no' : null;
      const value = (given as Record<string, AnswerValue>)[question.id] ??
        calm ?? { amount: 2, unit: 'days' };
      await samir.ok('PUT', `/api/cases/${id}/answers/${question.id}`, { value });
    }
    return id;
  }

  async function booked(): Promise<{ id: string; endsAt: Date }> {
    const id = await advised(SORE);
    const [time] = await samir.ok<BookableTime[]>('GET', `/api/cases/${id}/times`);
    await samir.ok('POST', `/api/cases/${id}/booking`, { id: randomUUID(), timeId: time?.id });
    return { id, endsAt: new Date(time?.endsAt ?? 0) };
  }

  it.each<[string, number, ClosedBy, () => Promise<string>]>([
    ['own words left lying', 7 * 24, 'abandoned', async () => (await samir.start('Ont')).id],
    [
      'questions left lying',
      7 * 24,
      'abandoned',
      async () => {
        const { id } = await samir.start('Ont');
        await samir.ok('PUT', `/api/cases/${id}/reason`, { flowId: 'back-pain' });
        return id;
      },
    ],
    ['self-care that was enough', 72, 'self-care', () => advised(MILD)],
    ['the call of 112', 72, 'emergency-call', () => advised({ 'danger-now': ['chest'] })],
    ['the emergency department', 72, 'emergency-department', () => advised({ alarm: ['weak-leg'] })],
    ['a ticket that was not used', 14 * 24, 'abandoned', () => advised(SORE)],
  ])('closes %s after %i hours, not before, and once', async (_name, hours, closedAs, begin) => {
    const id = await begin();
    await forward(hours - 0.1);
    expect(await sweep()).toBe(0);
    await forward(0.2);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await see(id)).toMatchObject({ state: 'closed', closedAs, canWrite: false });
    const told = await samir.ok<TimelineEntry[]>('GET', `/api/cases/${id}/timeline?after=0`);
    expect(told.filter(({ kind }) => kind === 'closed')).toMatchObject([
      { actor: { kind: 'system' }, body: { result: closedAs } },
    ]);
  });

  it('closes a case with a time when the visit is over, not while it goes on', async () => {
    const { id, endsAt } = await booked();
    await forward((endsAt.getTime() - server.clock.now().getTime()) / 3_600_000 - 0.1);
    expect(await sweep()).toBe(0);
    await forward(0.2);
    expect(await sweep()).toBe(1);
    expect(await see(id)).toMatchObject({ state: 'closed', closedAs: 'visit' });
  });

  it('never closes what waits for staff, however long', async () => {
    const { id } = await samirWrites(samir);
    await forward(60 * 24);
    expect(await sweep()).toBe(0);
    expect(await see(id)).toMatchObject({ state: 'waiting', canWrite: true });
  });

  it('gives a case back to its queue, place kept, when its holder is gone, twice over as well', async () => {
    const { id, answerBy } = await samirWrites(samir);
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    server.clock.forward({ minutes: 11 });
    const sweeper = server.app.get(HoldSweeper);
    const returned = await Promise.all([sweeper.sweep(), sweeper.sweep()]);
    expect(returned.toSorted()).toEqual([0, 1]);
    expect(await see(id)).toMatchObject({ state: 'waiting', holder: null, answerBy });
    await expectEveryCaseOwned(server);
  });

  async function answeredAndClosed(): Promise<{
    id: string;
    firstAnswerAt: string | null;
    anna: StaffMember;
  }> {
    const { id } = await samirWrites(samir);
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    server.clock.forward({ minutes: 5 });
    const socket = await anna.socket();
    for (const text of ['Hej', 'En sak till']) {
      await socket.emitWithAck('message:send', { caseId: id, id: randomUUID(), text, attachmentIds: [] });
    }
    socket.close();
    const closing = { id: randomUUID(), result: 'advice-given', note: null };
    const { firstAnswerAt } = await anna.ok<DeskCase>('POST', `/api/desk/cases/${id}/closing`, closing);
    return { id, firstAnswerAt, anna };
  }

  it('lets a closed case be written about again until 72 hours have gone; its first answer time stays', async () => {
    const { id, firstAnswerAt, anna } = await answeredAndClosed();
    expect(firstAnswerAt).not.toBeNull();
    await forward(71.9);
    expect((await see(id)).reopenUntil).not.toBeNull();
    const again = { id: randomUUID(), text: 'Det blev värre igen.' };
    const [first, repeated] = await Promise.all([
      samir.ok<ResidentCase>('POST', `/api/cases/${id}/reopening`, again),
      samir.ok<ResidentCase>('POST', `/api/cases/${id}/reopening`, again),
    ]);
    expect([first.state, repeated.lastNumber]).toEqual(['waiting', first.lastNumber]);
    await expectEveryCaseOwned(server);
    const other = await samir.call('POST', `/api/cases/${id}/reopening`, { id: randomUUID(), text: 'Igen' });
    expect([other.status, other.problem.detail]).toEqual([409, expect.stringMatching(/is waiting now/)]);

    await server.dataSource.query(
      `UPDATE web_session SET sess = jsonb_set(sess::jsonb, '{staff,signedInAt}', to_jsonb($1::text))::json`,
      [server.clock.now().toISOString()],
    );
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    const socket = await anna.socket();
    await socket.emitWithAck('message:send', {
      caseId: id,
      id: randomUUID(),
      text: 'Hej igen',
      attachmentIds: [],
    });
    socket.close();
    const seen = await anna.ok<DeskCase>('GET', `/api/desk/cases/${id}`);
    expect(seen.firstAnswerAt).toBe(firstAnswerAt);
    expect(Date.parse(seen.waitingSince ?? '')).toBeGreaterThan(Date.parse(firstAnswerAt ?? ''));
    expect(seen.timeline.filter(({ kind }) => kind === 'reopened')).toHaveLength(1);
  });

  it('ends the time for writing again after 72 hours, and says to begin anew', async () => {
    const { id } = await answeredAndClosed();
    await forward(72.1);
    expect((await see(id)).reopenUntil).toBeNull();
    const late = await samir.call('POST', `/api/cases/${id}/reopening`, { id: randomUUID(), text: 'Sent' });
    expect([late.status, late.problem.type]).toEqual([409, 'urn:slussen:problem:wrong-state']);
    expect(late.problem.detail).toMatch(/Start a new case/);
    expect((await see(id)).state).toBe('closed');
  });
});
