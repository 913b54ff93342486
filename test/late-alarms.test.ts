import { randomUUID } from 'node:crypto';
import type { BookableTime, QueueView, ResidentCase, TimelineKind, Urgency } from '../src/contracts/index.js';
import { CutCalls } from '../src/triage/cut-calls.service.js';
import { AlarmWatch } from '../src/watching/alarm-watch.service.js';
import type { TestApp } from './support/app.js';
import {
  answerForCaller,
  BREATHLESS,
  beginAnew,
  callerBody,
  callersApp,
  openFor,
  SORE,
} from './support/caller.js';
import { calmAnswer, Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

let server: TestApp;
let eva: StaffMember;
let lisa: Resident;
let numberOf: (name: string) => string;

/** A back that hurts a little: ends in self-care. */
const MILD = { accident: 'none', sex: 'female', pain: 2 } as const;
const CANNOT_BREATHE = 'Nu blev det värre, jag kan inte andas';

beforeAll(async () => {
  ({ server, eva, numberOf } = await callersApp());
  server.clock.stop();
});
afterAll(() => server?.close());
beforeEach(async () => {
  await beginAnew(server);
  lisa = await Resident.signedIn(server.origin, /Lisa Andersson|Lisa, 35/);
});

const at = (time: string) => server.clock.set(`2026-11-24T${time}`);
const seen = (id: string) => lisa.ok<ResidentCase>('GET', `/api/cases/${id}`);
const kindsOf = async (id: string): Promise<TimelineKind[]> =>
  (
    await server.dataSource.query('SELECT kind FROM timeline_entry WHERE case_id = $1 ORDER BY number', [id])
  ).map(({ kind }: { kind: TimelineKind }) => kind);

/** Written by Lisa, and read by nobody yet: as if the process that took it had ended. */
async function writeUnread(id: string, text = CANNOT_BREATHE): Promise<void> {
  await server.dataSource.query(
    `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
     SELECT id, last_number + 1, $2, $3, 'message', '{"kind":"resident","name":"Lisa","personId":null}', false, $4
     FROM care_case WHERE id = $1`,
    [id, randomUUID(), server.clock.now(), { text, attachments: [] }],
  );
  await server.dataSource.query('UPDATE care_case SET last_number = last_number + 1 WHERE id = $1', [id]);
}

/** Lisa's call was cut off, she wrote while she waited for a call back, and nobody has read it when Eva goes on. */
async function wroteAfterCutCall(text?: string): Promise<string> {
  await server.app.get(AlarmWatch).catchUp();
  const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Ont i ryggen'));
  at('09:35');
  await server.app.get(CutCalls).sweep();
  expect((await seen(id)).state).toBe('waiting');
  await writeUnread(id, text);
  return id;
}

/** Everything is read now, by this process or by its own round. */
async function read(id: string): Promise<ResidentCase> {
  at('09:36');
  await server.app.get(AlarmWatch).catchUp();
  await until('the alarm is told', async () => (await kindsOf(id)).includes('alarm-found'));
  await server.app.get(AlarmWatch).catchUp();
  expect((await kindsOf(id)).filter((kind) => kind === 'alarm-found')).toHaveLength(1);
  return seen(id);
}

async function urgencyOf(id: string): Promise<Urgency | null> {
  return (await server.dataSource.query('SELECT urgency FROM care_case WHERE id = $1', [id]))[0].urgency;
}

const answered = (id: string, answers: Parameters<typeof answerForCaller>[3], flow = 'back-pain') =>
  answerForCaller(eva, id, flow, answers);

describe('an alarm in a message that is read when the questions have ended (P5)', () => {
  const inQueue = async (id: string) => {
    const view = await read(id);
    expect([view.state, await urgencyOf(id)]).toEqual(['waiting', 1]);
    expect(view.alarm).toMatchObject({ alarmId: 'breathing', urgency: 1, answer: null });
    expect(view.advice?.standing).toMatchObject({ outcome: 'emergency-call' });
    return view;
  };

  it('in self-care: 112 is shown, and the case goes into a queue at urgency 1', async () => {
    const id = await wroteAfterCutCall();
    const ended = await answered(id, MILD);
    expect([ended.state, ended.triage?.result?.outcome]).toEqual(['advised', 'self-care']);
    await inQueue(id);
    expect((await kindsOf(id)).slice(-3)).toEqual(['alarm-found', 'urgency-raised', 'routed']);
  });

  it('with a time to book', async () => {
    const id = await wroteAfterCutCall();
    expect((await answered(id, SORE)).state).toBe('to-book');
    const view = await inQueue(id);
    expect(view.ticket).toBeNull();
  });

  it('with a time booked, which stays theirs', async () => {
    const id = await wroteAfterCutCall();
    await answered(id, SORE);
    const [time] = await eva.ok<BookableTime[]>('GET', `/api/desk/cases/${id}/ticket-times`);
    const body = { id: randomUUID(), timeId: time?.id };
    const booked = await eva.ok<ResidentCase>('POST', `/api/desk/cases/${id}/ticket-booking`, body);
    expect(booked.state).toBe('booked');
    const view = await inQueue(id);
    expect(view.bookings.map(({ startsAt }) => startsAt)).toEqual([time?.startsAt]);
  });

  it('in a queue', async () => {
    const id = await wroteAfterCutCall();
    expect((await answered(id, BREATHLESS, 'shortness-of-breath')).state).toBe('waiting');
    await inQueue(id);
  });

  it('in a call that was cut off again', async () => {
    const id = await wroteAfterCutCall();
    await eva.ok('PUT', `/api/desk/cases/${id}/reason`, { flowId: 'back-pain' });
    await server.dataSource.query('UPDATE care_case SET next_deadline_at = $2 WHERE id = $1', [
      id,
      server.clock.now(),
    ]);
    await server.app.get(CutCalls).sweep();
    expect((await seen(id)).state).toBe('waiting');
    await inQueue(id);
  });

  it('with staff who closed it before they had seen it: it is open again', async () => {
    const id = await wroteAfterCutCall();
    await answered(id, BREATHLESS, 'shortness-of-breath');
    await eva.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    const close = { id: randomUUID(), result: 'other', note: null };
    await eva.ok('POST', `/api/desk/cases/${id}/closing`, close);
    await inQueue(id);
    expect((await kindsOf(id)).slice(-4)).toEqual(['alarm-found', 'reopened', 'urgency-raised', 'routed']);
  });

  it('with who wrote it, who withdrew it: it stays closed, and says 112', async () => {
    const id = await wroteAfterCutCall();
    await lisa.ok('POST', `/api/cases/${id}/withdrawal`);
    const view = await read(id);
    expect(view).toMatchObject({ state: 'closed', closedAs: 'withdrawn' });
    expect(view.advice?.standing).toMatchObject({ outcome: 'emergency-call' });
  });

  it('is first in the queue of a desk, and its row says why', async () => {
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    const id = await wroteAfterCutCall();
    await answered(id, MILD);
    await inQueue(id);
    const { rows } = await anna.ok<QueueView>('GET', '/api/desk/queue');
    expect(rows[0]).toMatchObject({ caseId: id, urgency: 1, alert: { what: 'alarm' } });
  });

  it('changes nothing where nothing dangerous was written', async () => {
    const id = await wroteAfterCutCall('Jag hörs bättre på mobilen');
    await answered(id, MILD);
    at('09:36');
    await server.app.get(AlarmWatch).catchUp();
    expect([(await seen(id)).state, (await seen(id)).alarm]).toEqual(['advised', null]);
  });
});

describe('an alarm in a free answer, whatever the questions led to (P5)', () => {
  it('is shown to somebody who has not said who they are', async () => {
    const visitor = await Resident.visit(server.origin);
    const started = await visitor.start('Jag behöver ett intyg', { patientAgeMonths: 480 });
    const ended = await visitor.answer(started.id, 'certificate', {
      kind: 'driving',
      details: `Till körkortet. ${CANNOT_BREATHE}`,
    });
    expect(ended.state).toBe('identifying');
    await until('112 is shown', async () => {
      const view = await visitor.ok<ResidentCase>('GET', `/api/cases/${started.id}`);
      return view.state === 'advised' && view.triage?.result?.outcome === 'emergency-call';
    });
  });

  it('is the caller’s where staff typed it: as urgent, and shown, as if they had written it themselves', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Jag behöver ett intyg'));
    const details = `Till körkortet. ${CANNOT_BREATHE}`;
    expect((await answered(id, { kind: 'driving', details }, 'certificate')).state).toBe('waiting');
    const view = await read(id);
    expect([view.state, await urgencyOf(id)]).toEqual(['waiting', 1]);
    expect(view.advice?.standing).toMatchObject({ outcome: 'emergency-call' });
  });

  it('is the caller’s where the call was cut off before the questions had ended', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Förnya recept'));
    const path = `/api/desk/cases/${id}`;
    const flowId = 'prescription-renewal';
    let asked = await eva.ok<ResidentCase>('PUT', `${path}/reason`, { flowId });
    for (let isWritten = false; !isWritten; ) {
      const { question } = asked.triage ?? {};
      if (!question) throw new Error('no free answer was asked for');
      isWritten = question.kind === 'text';
      const value = isWritten ? `Warfarin. ${CANNOT_BREATHE}` : calmAnswer(question);
      asked = await eva.ok<ResidentCase>('PUT', `${path}/answers/${question.id}`, { value });
    }
    expect(asked.state).toBe('triage');
    at('09:35');
    await server.app.get(CutCalls).sweep();
    await read(id);
    expect(await urgencyOf(id)).toBe(1);
  });

  it('is told where its questions can be read no more, and keeps nobody else’s from being read', async () => {
    const visitor = await Resident.visit(server.origin);
    const { id } = await visitor.start('Jag behöver ett intyg', { patientAgeMonths: 480 });
    await visitor.answer(id, 'certificate', { kind: 'driving', details: 'Till körkortet.' });
    const other = await wroteAfterCutCall();
    const { dataSource } = server;
    await dataSource.query(
      `INSERT INTO flow_definition (hash, flow_id, version, review, definition, first_loaded_at)
       VALUES ('unreadable', 'certificate', 0, 'draft', '{}', now()) ON CONFLICT DO NOTHING`,
    );
    await dataSource.query(
      `UPDATE care_case SET triage = jsonb_set(triage, '{flowHash}', '"unreadable"') WHERE id = $1`,
      [id],
    );
    await dataSource.query(
      `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
       SELECT case_id, (SELECT last_number + 1 FROM care_case WHERE id = $1), $2, $3, kind, actor, staff_only,
         body || jsonb_build_object('value', $4::text, 'shown', jsonb_build_object('sv', $4::text, 'en', $4::text))
       FROM timeline_entry WHERE case_id = $1 AND kind = 'answer' AND body->>'questionId' = 'details'`,
      [id, randomUUID(), server.clock.now(), CANNOT_BREATHE],
    );
    await dataSource.query('UPDATE care_case SET last_number = last_number + 1 WHERE id = $1', [id]);
    await read(other);
    expect(await urgencyOf(other)).toBe(1);
    expect(await kindsOf(id)).toContain('alarm-found');
  });
});
