import { randomUUID } from 'node:crypto';
import { CaseSweeper } from '../src/cases/case-sweeper.js';
import type {
  AnswerValue,
  BookableTime,
  DeskCase,
  OpenForCaller,
  QueueView,
  ResidentCase,
  ResidentCaseRow,
  TelephoneNumber,
  TimelineEntry,
  TransferTarget,
} from '../src/contracts/index.js';
import { SignIns } from '../src/identity/sign-in.service.js';
import { ReRouter } from '../src/routing/re-router.service.js';
import { CutCalls } from '../src/triage/cut-calls.service.js';
import { AlarmWatch } from '../src/watching/alarm-watch.service.js';
import { CheckIns } from '../src/watching/check-ins.service.js';
import type { TestApp } from './support/app.js';
import {
  answerForCaller,
  BREATHLESS,
  beginAnew,
  callerBody,
  callersApp,
  find,
  open,
  openFor,
  SORE,
} from './support/caller.js';
import { ask, takeOver, unitId } from './support/consultation.js';
import { calmAnswer, Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';

let server: TestApp;
let eva: StaffMember;
let anna: StaffMember;
let numberOf: (name: string) => string;

/** A back that hurts a little since two days: ends in self-care. */
const MILD = { accident: 'none', sex: 'female', pain: 2 } as const;

beforeAll(async () => {
  ({ server, eva, numberOf } = await callersApp());
  anna = await StaffMember.signedIn(server.origin, /Anna/);
});
afterAll(() => server?.close());
beforeEach(() => beginAnew(server));

const entries = (caseId: string): Promise<TimelineEntry[]> =>
  server.dataSource.query('SELECT * FROM timeline_entry WHERE case_id = $1 ORDER BY number', [caseId]);
const logged = async (name: string) =>
  (
    await server.dataSource.query(
      `SELECT action, staff_name FROM access_log JOIN person ON person.id = patient_id
       WHERE identity_number = $1 ORDER BY access_log.id`,
      [numberOf(name)],
    )
  ).map(({ action }: { action: string }) => action);

describe('who rings', () => {
  it('is found by the number as people say it; the showing is in the access log', async () => {
    const number = numberOf('Hanna Lind');
    for (const said of [number, `${number.slice(2, 8)}-${number.slice(8)}`]) {
      const { body } = await find(eva, said);
      expect(body).toMatchObject({
        identityNumber: number,
        person: { name: { givenName: 'Hanna', familyName: 'Lind' }, listing: { slug: 'kungsor' } },
        children: [],
        openCases: [],
      });
    }
    expect(await logged('Hanna Lind')).toEqual(['caller', 'caller']);
  });

  it('is found by a coordination number, and by a reserve number', async () => {
    expect((await find(eva, numberOf('Amina Yusuf'))).body.person?.name?.givenName).toBe('Amina');
    expect((await find(eva, numberOf('Tomasz Kowalski'))).body.person?.name?.givenName).toBe('Tomasz');
  });

  it('with a protected identity is neither named nor placed', async () => {
    const { body } = await find(eva, numberOf('Sofia Holmgren'));
    expect(body.person).toEqual({
      id: expect.any(String),
      name: null,
      ageMonths: expect.any(Number),
      listing: null,
    });
    const opened = await openFor(eva, callerBody(numberOf('Sofia Holmgren'), 'Ont i ryggen'));
    expect(opened.patient).toBeNull();
    expect(JSON.stringify(opened)).not.toMatch(/Sofia|Holmgren/);
    // Nor does a case of hers elsewhere tell her clinic.
    await answerForCaller(eva, opened.id, 'shortness-of-breath', BREATHLESS);
    const sara = await StaffMember.signedIn(server.origin, /Sara/);
    const [elsewhere] = (await find(sara, numberOf('Sofia Holmgren'))).body.openCases;
    expect(elsewhere).toMatchObject({ id: opened.id, at: null, seen: null, goOn: null });
  });

  it('has their children under 13 beside them', async () => {
    const { body } = await find(eva, numberOf('Maria Svensson'));
    expect(body.children.map(({ name }) => name?.givenName)).toEqual(['Maja']); // Hugo is thirteen
    expect(await logged('Maja Svensson')).toEqual(['caller']);
  });

  it.each([
    ['a wrong check digit', '199804112383'],
    ['a date that there is not', '199813412382'],
    ['letters', 'nittonhundra'],
    ['a date ahead', '203001012384'],
  ])('is not looked for by %s', async (_what, said) => {
    const { status, problem } = await find(eva, said);
    expect([status, problem.errors?.[0]?.field]).toEqual([400, 'identityNumber']);
  });

  it('is looked up by staff in care only', async () => {
    for (const who of [/Birgitta/, /Monica/, /Siv/]) {
      const staff = await StaffMember.signedIn(server.origin, who);
      expect((await find(staff, numberOf('Hanna Lind'))).status).toBe(403);
      expect((await open(staff, callerBody(numberOf('Hanna Lind'), 'Ont'))).status).toBe(403);
    }
  });
});

describe('somebody whom the register does not have', () => {
  /** One of those published for tests; nobody in the demo has it. */
  const UNKNOWN = '198906202380';

  it('is told as such, and described on the telephone', async () => {
    expect((await find(eva, UNKNOWN)).body).toEqual({
      identityNumber: UNKNOWN,
      birthDate: '1989-06-20',
      sex: 'female',
      person: null,
      children: [],
      openCases: [],
    });
    const { status, problem } = await open(eva, callerBody(UNKNOWN, 'Ont i halsen'));
    expect([status, problem.errors?.map(({ field }) => field)]).toEqual([400, ['givenName', 'familyName']]);
    const opened = await openFor(
      eva,
      callerBody(UNKNOWN, 'Ont i halsen', { givenName: 'Nina', familyName: 'Ny' }),
    );
    expect(opened.patient).toMatchObject({ givenName: 'Nina', familyName: 'Ny' });
    expect((await find(eva, UNKNOWN)).body.person?.listing).toBeNull();
    // Whoever has the number is called what their e-ID says; what was said stays on the timeline.
    const identity = {
      kind: 'personnummer',
      number: UNKNOWN,
      birthDate: '1989-06-20',
      sex: 'female',
    } as const;
    const claims = { identity, givenName: 'Nina Karin', familyName: 'Nylund' };
    const signIns = server.app.get(SignIns);
    const both = await Promise.all([signIns.findOrCreatePerson(claims), signIns.findOrCreatePerson(claims)]);
    for (const person of both)
      expect(person).toMatchObject({ givenName: 'Nina Karin', familyName: 'Nylund' });
    expect((await find(eva, UNKNOWN)).body.person?.name).toMatchObject({ familyName: 'Nylund' });
    const [started] = await entries(opened.id);
    expect(started?.body).toMatchObject({ named: 'Nina Ny' });
    // A name that is known already stays, whatever else a provider calls them.
    await signIns.findOrCreatePerson({ ...claims, familyName: 'Nilsson' });
    expect((await find(eva, UNKNOWN)).body.person?.name).toMatchObject({ familyName: 'Nylund' });
  });

  it('with a number that does not say the date of birth is asked for it', async () => {
    const number = '00000000AB20';
    expect((await find(eva, number)).body).toMatchObject({ birthDate: null, person: null });
    const named = callerBody(number, 'Ont i halsen', { givenName: 'Ida', familyName: 'Ny' });
    for (const birthDate of [null, '2026-11-25', '1890-01-01', '1990-02-30']) {
      const { status, problem } = await open(eva, { ...named, birthDate });
      expect([status, problem.errors?.[0]?.field]).toEqual([400, 'birthDate']);
    }
    const opened = await openFor(eva, { ...named, birthDate: '1990-02-28' });
    expect(opened.patientAgeMonths).toBe(36 * 12 + 8);
  });
});

describe('a case that is opened for somebody who rings', () => {
  it('goes through the same questions to a time that is booked for them; the timeline says who and how', async () => {
    const { id, reasons } = await openFor(
      eva,
      callerBody(numberOf('Lisa Andersson'), 'Jag har ont i ryggen'),
    );
    expect(reasons?.best.map(({ flowId }) => flowId)).toContain('back-pain');
    const asked = await answerForCaller(eva, id, 'back-pain', SORE);
    expect([asked.state, asked.ticket?.unit.slug]).toEqual(['to-book', 'herrgardet']);
    const [time] = await eva.ok<BookableTime[]>('GET', `/api/desk/cases/${id}/ticket-times`);
    const body = { id: randomUUID(), timeId: time?.id };
    for (let i = 0; i < 2; i += 1) {
      const booked = await eva.ok<ResidentCase>('POST', `/api/desk/cases/${id}/ticket-booking`, body);
      expect([booked.state, booked.booking?.startsAt]).toEqual(['booked', time?.startsAt]);
    }
    const all = await entries(id);
    expect(all[0]).toMatchObject({
      kind: 'started',
      actor: { kind: 'staff', name: 'Eva Wikström', unit: expect.stringMatching(/1177/) },
      body: { words: 'Jag har ont i ryggen', telephone: true },
    });
    const said = all.filter(({ kind }) => kind === 'answer' || kind === 'reason-chosen' || kind === 'booked');
    expect(said.length).toBeGreaterThan(4);
    expect(said.every(({ actor }) => actor.kind === 'staff')).toBe(true);
    expect(all.filter(({ kind }) => kind === 'booked')).toHaveLength(1);
  });

  it('is found by the patient who signs in, who goes on with it', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Jag har ont i ryggen'));
    await eva.ok('PUT', `/api/desk/cases/${id}/reason`, { flowId: 'back-pain' });
    const lisa = await Resident.signedIn(server.origin, /Lisa Andersson|Lisa, 35/);
    const mine = await lisa.ok<ResidentCaseRow[]>('GET', '/api/cases');
    expect(mine.find((row) => row.id === id)).toMatchObject({
      state: 'triage',
      patientName: 'Lisa Andersson',
    });
    const ended = await lisa.answer(id, 'back-pain', MILD);
    expect(ended.state).toBe('advised');
    // And the other way: what she answered is there for the nurse.
    const seen = await eva.ok<ResidentCase>('GET', `/api/desk/cases/${id}/questions`);
    expect(seen.state).toBe('advised');
  });

  it('stands in one queue with those who write, at the clinic of the listing, and is rung back', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Samir Haddad'), 'Mer och mer andfådd'));
    const ended = await answerForCaller(eva, id, 'shortness-of-breath', BREATHLESS);
    expect([ended.state, ended.place?.unit.slug, ended.triage?.result?.urgency]).toEqual([
      'waiting',
      'herrgardet',
      2,
    ]);
    const { rows } = await anna.ok<QueueView>('GET', '/api/desk/queue');
    expect(rows.find(({ caseId }) => caseId === id)).toMatchObject({
      urgency: 2,
      byTelephone: true,
      writtenByGuardian: false,
    });
    expect((await eva.call('GET', `/api/desk/cases/${id}`)).status).toBe(200);
    const taken = await anna.ok<DeskCase>('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    // What was read out is for who rings, and nothing else is kept of it.
    const { steps, watchFor, now } = taken.advice?.standing ?? {};
    expect(now?.sv).toBe('Du står i kö. Får du inte hjälp i det här samtalet ringer vi upp dig.');
    expect([ended.triage?.result?.steps, ended.triage?.result?.watchFor]).toEqual([steps, watchFor]);
    expect(steps?.length).toBeGreaterThan(0);
    expect(JSON.stringify([taken.advice, taken.triage?.result])).not.toMatch(
      /Skriv med|kvar här|Write with|Stay here/,
    );
    // From now on it is Anna's, and nobody's at 1177.
    for (const path of ['', '/questions'])
      expect((await eva.call('GET', `/api/desk/cases/${id}${path}`)).status).toBe(404);
    const number = await anna.ok<TelephoneNumber>('POST', `/api/desk/cases/${id}/telephone-number`);
    expect(number).toEqual({ number: '+46701740605', isConfirmed: false });
    expect(await logged('Samir Haddad')).toContain('telephone-number');
  });

  it('is not asked again while it waits, until the patient has looked into it', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Samir Haddad'), 'Mer och mer andfådd'));
    await answerForCaller(eva, id, 'shortness-of-breath', BREATHLESS);
    await server.dataSource.query('UPDATE care_case SET check_in_at = waiting_since WHERE id = $1', [id]);
    const asked = async () => {
      await server.app.get(CheckIns).sweep();
      return (await entries(id)).filter(({ kind }) => kind === 'check-in-asked').length;
    };
    expect(await asked()).toBe(0);
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const socket = await samir.socket();
    await socket.emitWithAck('message:seen', { caseId: id, number: 1 });
    socket.close();
    expect(await asked()).toBe(1);
  });

  it('may be taken at once by the nurse who has the caller on the line, wherever it was placed', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Samir Haddad'), 'Mer och mer andfådd'));
    await answerForCaller(eva, id, 'shortness-of-breath', BREATHLESS);
    const claim = { id: randomUUID() };
    for (let i = 0; i < 2; i += 1) {
      const taken = await eva.ok<DeskCase>('POST', `/api/desk/cases/${id}/claim`, claim);
      expect([taken.state, taken.mine, taken.unit?.slug, taken.placement?.reason.code]).toEqual([
        'held',
        true,
        '1177',
        'kept-by-opener',
      ]);
    }
    const { rows } = await anna.ok<QueueView>('GET', '/api/desk/queue?scope=unit');
    expect(rows.map(({ caseId }) => caseId)).not.toContain(id);
    await eva.ok('POST', `/api/desk/cases/${id}/closing`, {
      id: randomUUID(),
      result: 'referred',
      note: null,
    });
  });

  it('ends in advice that is read out, after which they may still want contact', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Ont i ryggen'));
    const advised = await answerForCaller(eva, id, 'back-pain', MILD);
    expect([advised.state, advised.triage?.result?.outcome]).toEqual(['advised', 'self-care']);
    expect(advised.triage?.result?.steps.length).toBeGreaterThan(0);
    const wanted = await eva.ok<ResidentCase>('POST', `/api/desk/cases/${id}/contact-wish`);
    expect([wanted.state, wanted.place?.unit.slug]).toEqual(['waiting', 'herrgardet']);
  });

  it('rings the alarm by what was said, and ends in 112', async () => {
    const words = 'Det trycker över bröstet och strålar ut i armen';
    const opened = await openFor(eva, callerBody(numberOf('Gunnar Pettersson'), words));
    expect(opened.alarm).toMatchObject({ urgency: 1, answer: null });
    const path = `/api/desk/cases/${opened.id}`;
    const onward = await eva.ok<ResidentCase>('PUT', `${path}/alarm`, { answer: 'go-on' });
    expect(onward.alarm?.answer).toBe('go-on');
    const ended = await answerForCaller(eva, opened.id, 'back-pain', MILD);
    expect([ended.state, ended.triage?.result?.outcome]).toEqual(['advised', 'emergency-call']);
    const gone = await eva.ok<ResidentCase>('POST', `${path}/withdrawal`, { upTo: ended.lastNumber });
    expect(gone.state).toBe('closed');
  });

  it('is withdrawn by staff only as it was shown to them, and not once the patient has gone on at home', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Ont i ryggen'));
    const path = `/api/desk/cases/${id}`;
    const shown = await eva.ok<ResidentCase>('PUT', `${path}/reason`, { flowId: 'back-pain' });
    const withdraw = (upTo: number) => eva.call<ResidentCase>('POST', `${path}/withdrawal`, { upTo });
    const lisa = await Resident.signedIn(server.origin, /Lisa Andersson|Lisa, 35/);
    const { question } = shown.triage ?? {};
    const sign = question?.options?.find(({ exclusive }) => !exclusive);
    await lisa.ok('PUT', `/api/cases/${id}/answers/${question?.id}`, { value: [sign?.id] });
    const refused = await withdraw(shown.lastNumber);
    expect([refused.status, refused.problem.type]).toEqual([409, 'urn:slussen:problem:conflict']);
    const now = await eva.ok<ResidentCase>('GET', `${path}/questions`);
    expect(now.state).not.toBe('closed');
    for (let i = 0; i < 2; i += 1) expect((await withdraw(now.lastNumber)).status).toBe(200);
    expect((await lisa.ok<ResidentCase>('GET', `/api/cases/${id}`)).closedAs).toBe('withdrawn');
  });

  it('of a child is found by the guardian who rang', async () => {
    const { body } = await find(eva, numberOf('Erik Lundgren'));
    const viktor = body.children.find(({ name }) => name?.givenName === 'Viktor');
    const opened = await openFor(
      eva,
      callerBody(numberOf('Erik Lundgren'), 'Feber', { childId: viktor?.id ?? null }),
    );
    expect(opened).toMatchObject({ about: 'child', patient: { givenName: 'Viktor' } });
    expect(opened.patientAgeMonths).toBeLessThan(12);
    const erik = await Resident.signedIn(server.origin, /Erik Lundgren/);
    const mine = await erik.ok<ResidentCaseRow[]>('GET', '/api/cases');
    expect(mine.map(({ id }) => id)).toContain(opened.id);
    const wrong = await open(
      eva,
      callerBody(numberOf('Hanna Lind'), 'Feber', { childId: viktor?.id ?? null }),
    );
    expect([wrong.status, wrong.problem.errors?.[0]?.field]).toEqual([400, 'childId']);
  });

  it('is not seen by other units, or by administration, and not before it is opened', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Hanna Lind'), 'Ont i ryggen'));
    const birgitta = await StaffMember.signedIn(server.origin, /Birgitta/);
    for (const staff of [anna, birgitta])
      expect((await staff.call('GET', `/api/desk/cases/${id}/questions`)).status).toBe(404);
    // A colleague at 1177 goes on when the caller rings again.
    const leila = await StaffMember.signedIn(server.origin, /Leila/);
    const found = await find(leila, numberOf('Hanna Lind'));
    expect(found.body.openCases).toMatchObject([{ id, goOn: 'questions', seen: { state: 'describing' } }]);
    expect((await leila.call('PUT', `/api/desk/cases/${id}/reason`, { flowId: 'back-pain' })).status).toBe(
      200,
    );
  });
});

describe('a call that is cut off amid the questions', () => {
  beforeAll(() => server.clock.stop());
  const at = (time: string) => server.clock.set(`2026-11-24T${time}`);
  const sweep = async () => {
    await Promise.all([server.app.get(CutCalls).sweep(), server.app.get(CutCalls).sweep()]);
    await server.app.get(CaseSweeper).sweep();
  };
  const row = async (staff: StaffMember, id: string) =>
    (await staff.ok<QueueView>('GET', '/api/desk/queue')).rows.find(({ caseId }) => caseId === id);

  it('is in the queue of those who opened it after a quarter of an hour, once, with the reason to read', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Ont i ryggen'));
    await eva.ok('PUT', `/api/desk/cases/${id}/reason`, { flowId: 'back-pain' });
    at('09:34');
    await sweep();
    expect(await row(eva, id)).toBeUndefined();
    at('09:35');
    await sweep();
    expect(await row(eva, id)).toMatchObject({
      urgency: 3,
      competence: 'nurse',
      byTelephone: true,
      alert: { what: 'cut-off' },
    });
    expect((await entries(id)).filter(({ kind }) => kind === 'cut-off')).toMatchObject([
      { body: { minutes: 15 } },
    ]);
    const shown = await eva.ok<DeskCase>('GET', `/api/desk/cases/${id}`);
    expect(shown.placement?.reason.text.sv).toMatch(/^Samtalet bröts\. 1177.* ringer upp\.$/);
    const number = await eva.ok<TelephoneNumber>('POST', `/api/desk/cases/${id}/telephone-number`);
    expect(number.number).toBe('+46701740605');
    // Nor does the router take it to the clinic of the listing, which knows nothing of the call.
    await server.app.get(ReRouter).lookAgain();
    expect(await row(eva, id)).toBeDefined();
    const lisa = await Resident.signedIn(server.origin, /Lisa Andersson|Lisa, 35/);
    expect((await lisa.ok<ResidentCase>('GET', `/api/cases/${id}`)).place?.why.sv).toMatch(/ringer upp/);
  });

  it('is gone on with by a colleague, from where it was, and waits no longer', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Ont i ryggen'));
    at('09:35');
    await sweep();
    const leila = await StaffMember.signedIn(server.origin, /Leila/);
    const found = await find(leila, numberOf('Lisa Andersson'));
    expect(found.body.openCases).toMatchObject([{ id, goOn: 'questions' }]);
    const asking = await leila.ok<ResidentCase>('PUT', `/api/desk/cases/${id}/reason`, {
      flowId: 'back-pain',
    });
    expect([asking.state, await row(eva, id)]).toEqual(['triage', undefined]);
    at('10:00');
    await sweep();
    expect(await row(eva, id)).toMatchObject({ urgency: 3 });
    const { question } = asking.triage ?? {};
    const answer = `/api/desk/cases/${id}/answers/${question?.id}`;
    const value = question && calmAnswer(question);
    expect((await leila.ok<ResidentCase>('PUT', answer, { value })).state).toBe('triage');
    const ended = await answerForCaller(leila, id, 'back-pain', SORE);
    expect([ended.state, ended.ticket?.unit.slug]).toEqual(['to-book', 'herrgardet']);
  });

  it('is as urgent as the alarm that stands, and no longer to be asked about when a nurse has it', async () => {
    const words = 'Det trycker över bröstet och strålar ut i armen';
    const { id } = await openFor(eva, callerBody(numberOf('Gunnar Pettersson'), words));
    at('09:30');
    await eva.ok('PUT', `/api/desk/cases/${id}/alarm`, { answer: 'go-on' });
    at('09:44');
    await sweep();
    expect(await row(eva, id)).toBeUndefined();
    at('09:45');
    await sweep();
    expect(await row(eva, id)).toMatchObject({ urgency: 1 });
    const leila = await StaffMember.signedIn(server.origin, /Leila/);
    await leila.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    const refused = await eva.call('PUT', `/api/desk/cases/${id}/reason`, { flowId: 'back-pain' });
    expect([403, 404, 409]).toContain(refused.status);
    const desk = `/api/desk/cases/${id}`;
    const held = await leila.ok<DeskCase>('GET', desk);
    expect(held).toMatchObject({ state: 'held', advice: { standing: { now: { sv: 'Ring 112 nu.' } } } });
    // She calls and finds it harmless: what the words were taken for is told of, and is no more what to do.
    const harmless = { id: randomUUID(), urgency: 5, reason: 'Talat med honom: träningsvärk' };
    const { advice } = await leila.ok<DeskCase>('PUT', `${desk}/urgency`, harmless);
    expect(advice).toMatchObject({ standing: null, others: [{ now: { sv: 'Ring 112 nu.' } }] });
  });

  /** Answers calmly until that question is answered as said, and hangs up. */
  const answerUpTo = async (id: string, flowId: string, last: string, value: AnswerValue) => {
    const path = `/api/desk/cases/${id}`;
    let seen = await eva.ok<ResidentCase>('PUT', `${path}/reason`, { flowId });
    for (let asked = ''; asked !== last; ) {
      const { question } = seen.triage ?? {};
      if (!question) throw new Error(`${last} was not asked`);
      asked = question.id;
      const said = asked === last ? value : calmAnswer(question);
      seen = await eva.ok<ResidentCase>('PUT', `${path}/answers/${asked}`, { value: said });
    }
    return seen;
  };
  const stateOf = async (id: string) =>
    (await server.dataSource.query('SELECT state FROM care_case WHERE id = $1', [id]))[0]?.state;

  it('is as urgent as the red flags that were answered already, which its row and the desk show', async () => {
    const { children } = (await find(eva, numberOf('Erik Lundgren'))).body;
    const childId = children.find(({ name }) => name?.givenName === 'Viktor')?.id ?? null;
    const { id } = await openFor(eva, callerBody(numberOf('Erik Lundgren'), 'Feber', { childId }));
    const asked = await answerUpTo(id, 'fever-child', 'state', ['heavy-breathing']);
    expect(asked.triage?.question).toBeTruthy();
    at('09:35');
    await sweep();
    expect(await row(eva, id)).toMatchObject({ urgency: 2, redFlags: 1 });
    const shown = await eva.ok<DeskCase>('GET', `/api/desk/cases/${id}`);
    expect(shown.redFlags).toMatchObject([{ questionId: 'state', optionId: 'heavy-breathing', urgency: 2 }]);
  });

  describe('keeps what it said, its questions and its call back, wherever it waits', () => {
    const flagged = async () => {
      const { children } = (await find(eva, numberOf('Erik Lundgren'))).body;
      const childId = children.find(({ name }) => name?.givenName === 'Viktor')?.id ?? null;
      const { id } = await openFor(eva, callerBody(numberOf('Erik Lundgren'), 'Feber', { childId }));
      await answerUpTo(id, 'fever-child', 'state', ['heavy-breathing']);
      at('09:35');
      await sweep();
      return id;
    };
    const flagsOn = async (staff: StaffMember, id: string) =>
      (await staff.ok<DeskCase>('GET', `/api/desk/cases/${id}`)).redFlags.map(({ optionId }) => optionId);
    const goesOn = async (staff: StaffMember, id: string) => {
      const path = `/api/desk/cases/${id}`;
      const { number } = await staff.ok<TelephoneNumber>('POST', `${path}/telephone-number`);
      expect(number).toBe('+46701740605');
      expect((await find(staff, numberOf('Erik Lundgren'))).body.openCases).toMatchObject([
        { id, goOn: 'questions' },
      ]);
      expect((await staff.ok<DeskCase>('GET', path)).may).toContain('ask-on');
      const { triage } = await staff.ok<ResidentCase>('GET', `${path}/questions`);
      const { question } = triage ?? {};
      const value = question && calmAnswer(question);
      const on = await staff.ok<ResidentCase>('PUT', `${path}/answers/${question?.id}`, { value });
      expect(['triage', 'advised', 'waiting']).toContain(on.state);
    };

    it('when they write what raises it, which also leaves it with those who call back', async () => {
      const id = await flagged();
      const before = await row(eva, id);
      const erik = await Resident.signedIn(server.origin, /Erik Lundgren/);
      const socket = await erik.socket();
      await socket.emitWithAck('message:send', {
        id: randomUUID(),
        caseId: id,
        text: 'Viktor får inte luft och läpparna är blå',
        attachmentIds: [],
      });
      socket.close();
      await until('it is raised', async () => (await row(eva, id))?.urgency === 1);
      expect(before?.urgency).toBe(2);
      expect(await flagsOn(eva, id)).toEqual(['heavy-breathing']);
      expect((await row(eva, id))?.redFlags).toBe(1);
      expect((await erik.ok<ResidentCase>('GET', `/api/cases/${id}`)).place?.why.sv).toMatch(/ringer upp/);
      await goesOn(eva, id);
    });

    it('when staff send it on, until somebody has it; and when it comes back to a queue', async () => {
      const id = await flagged();
      const targets = await eva.ok<TransferTarget[]>('GET', `/api/desk/cases/${id}/transfer-targets`);
      const home = targets.find(
        ({ unit, competence }) => unit.slug === 'herrgardet' && competence === 'nurse',
      );
      const transfer = { id: randomUUID(), unitId: home?.unit.id, competence: 'nurse', reason: 'Listad där' };
      await eva.ok('POST', `/api/desk/cases/${id}/transfer`, transfer);
      expect(await row(anna, id)).toMatchObject({ urgency: 2, redFlags: 1 });
      expect(await flagsOn(anna, id)).toEqual(['heavy-breathing']);
      expect((await eva.ok<DeskCase>('GET', `/api/desk/cases/${id}`)).may).toContain('ask-on');
      const held = await anna.ok<DeskCase>('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
      expect(held.redFlags).toMatchObject([{ optionId: 'heavy-breathing' }]);
      expect((await eva.call('GET', `/api/desk/cases/${id}`)).status).toBe(404);
      await anna.ok('POST', `/api/desk/cases/${id}/hand-back`, { id: randomUUID(), reason: null });
      await goesOn(anna, id);
    });

    it('when a consulted colleague takes it over and gives it back to the queue', async () => {
      const id = await flagged();
      await eva.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
      const asked = await ask(server, eva, id, {
        unitId: await unitId(server, 'herrgardet'),
        competence: 'nurse',
      });
      expect((await takeOver(anna, asked, eva)).status).toBe(200);
      expect(await flagsOn(anna, id)).toEqual(['heavy-breathing']);
      await anna.ok('POST', `/api/desk/cases/${id}/hand-back`, { id: randomUUID(), reason: null });
      expect(await row(anna, id)).toMatchObject({ urgency: 2, redFlags: 1 });
      await goesOn(anna, id);
    });
  });

  it('stays as urgent as staff made it through the questions, and has waited since the first time', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Ont i ryggen'));
    at('09:35');
    await sweep();
    const raise = { id: randomUUID(), urgency: 2, reason: null };
    await eva.ok('PUT', `/api/desk/cases/${id}/urgency`, raise);
    const waited = await row(eva, id);
    at('10:00');
    await eva.ok('PUT', `/api/desk/cases/${id}/reason`, { flowId: 'back-pain' });
    at('10:15');
    await sweep();
    const { waitingSince, dueAt } = waited ?? {};
    expect(await row(eva, id)).toMatchObject({ urgency: 2, waitingSince, dueAt });
    await answerUpTo(id, 'back-pain', 'accident', 'none');
    const ended = await answerForCaller(eva, id, 'back-pain', MILD);
    expect([ended.state, ended.triage?.result]).toEqual([
      'waiting',
      expect.objectContaining({ outcome: 'chat', urgency: 2 }),
    ]);
  });

  it('is none while somebody is at work with it, also by what changes nothing', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Ont i ryggen'));
    const path = `/api/desk/cases/${id}`;
    const seen = await eva.ok<ResidentCase>('PUT', `${path}/reason`, { flowId: 'back-pain' });
    const { question } = seen.triage ?? {};
    const answer = { value: question && calmAnswer(question) };
    const signs = [
      () => eva.ok('PUT', `${path}/answers/${question?.id}`, answer),
      () => eva.ok('GET', `${path}/questions`),
      () => eva.ok('PUT', `${path}/answers/${question?.id}`, answer),
      () => eva.ok('PUT', `${path}/reason`, { flowId: 'back-pain' }),
      () => eva.ok('POST', `${path}/telephone-number`),
    ];
    const minutes = (of: number) => new Date(Date.parse('2026-11-24T09:20:00+01:00') + of * 60_000);
    for (const [i, sign] of signs.entries()) {
      server.clock.set(minutes(14 * (i + 1)).toISOString());
      await sign();
      await sweep();
      expect([i, await stateOf(id)]).toEqual([i, 'triage']);
    }
    // A page that was left open does not keep it for good.
    server.clock.set(minutes(14 * 6).toISOString());
    await eva.ok('GET', `${path}/questions`);
    server.clock.set(minutes(14 * 6 + 2).toISOString());
    await sweep();
    expect(await stateOf(id)).toBe('waiting');
  });

  it('may be gone on with after a claim that was undone', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Ont i ryggen'));
    const path = `/api/desk/cases/${id}`;
    at('09:35');
    await sweep();
    for (const end of ['claim-undoing', 'hand-back']) {
      const claimId = randomUUID();
      await eva.ok('POST', `${path}/claim`, { id: claimId });
      const body = { id: randomUUID(), ...(end === 'hand-back' ? { reason: null } : { claimId }) };
      await eva.ok('POST', `${path}/${end}`, body);
      expect((await find(eva, numberOf('Lisa Andersson'))).body.openCases).toMatchObject([
        { id, goOn: 'questions' },
      ]);
    }
    const asking = await eva.ok<ResidentCase>('PUT', `${path}/reason`, { flowId: 'back-pain' });
    expect(asking.state).toBe('triage');
  });

  it('has its unanswered alarm asked about when somebody rings back', async () => {
    const words = 'Det trycker över bröstet och strålar ut i armen';
    const { id } = await openFor(eva, callerBody(numberOf('Gunnar Pettersson'), words));
    const path = `/api/desk/cases/${id}`;
    at('09:35');
    await sweep();
    const { alarm } = await eva.ok<ResidentCase>('GET', `${path}/questions`);
    expect(alarm).toMatchObject({ urgency: 1, answer: null });
    const said = { answer: 'go-on', number: alarm?.number };
    const after = await eva.ok<ResidentCase>('PUT', `${path}/alarm`, said);
    expect([after.state, after.alarm?.answer]).toEqual(['waiting', 'go-on']);
  });

  it('is as urgent as what the patient wrote just before the questions were gone on with', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Ont i ryggen'));
    at('09:35');
    await sweep();
    await eva.ok('PUT', `/api/desk/cases/${id}/reason`, { flowId: 'back-pain' });
    const watch = server.app.get(AlarmWatch);
    await watch.catchUp();
    await server.dataSource.query(
      `INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
       SELECT id, last_number + 1, $2, $3, 'message', '{"kind":"resident","name":"Lisa","personId":null}', false, $4
       FROM care_case WHERE id = $1`,
      [id, randomUUID(), server.clock.now(), { text: 'Jag kan inte andas', attachments: [] }],
    );
    await server.dataSource.query('UPDATE care_case SET last_number = last_number + 1 WHERE id = $1', [id]);
    at('09:36');
    await watch.catchUp(); // or its own round, if that was quicker
    const told = `SELECT FROM timeline_entry WHERE case_id = $1 AND kind = 'alarm-found'`;
    await until('it is told', async () => (await server.dataSource.query(told, [id])).length > 0);
    at('09:51');
    await sweep();
    expect(await row(eva, id)).toMatchObject({ urgency: 1 });
  });

  it('is none when the patient goes on at home', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), 'Ont i ryggen'));
    const lisa = await Resident.signedIn(server.origin, /Lisa Andersson|Lisa, 35/);
    const seen = await lisa.ok<ResidentCase>('PUT', `/api/cases/${id}/reason`, { flowId: 'back-pain' });
    at('09:40');
    await sweep();
    expect(await stateOf(id)).toBe('triage');
    const { question } = seen.triage ?? {};
    const value = question && calmAnswer(question);
    await lisa.ok('PUT', `/api/cases/${id}/answers/${question?.id}`, { value });
    at('10:00');
    await sweep();
    expect(await stateOf(id)).toBe('triage');
  });

  it('is one all the same when something dangerous was said, also when the patient goes on at home', async () => {
    const words = 'Det trycker över bröstet och strålar ut i armen';
    const { id } = await openFor(eva, callerBody(numberOf('Lisa Andersson'), words));
    const lisa = await Resident.signedIn(server.origin, /Lisa Andersson|Lisa, 35/);
    await lisa.ok('PUT', `/api/cases/${id}/reason`, { flowId: 'back-pain' });
    at('09:40');
    await sweep();
    expect(await row(eva, id)).toMatchObject({ urgency: 1 });
  });

  it('is nothing that a case which waits after its questions is taken for', async () => {
    const { id } = await openFor(eva, callerBody(numberOf('Samir Haddad'), 'Mer och mer andfådd'));
    const { state, triage } = await answerForCaller(eva, id, 'shortness-of-breath', BREATHLESS);
    expect(state).toBe('waiting');
    const answer = `/api/desk/cases/${id}/answers/${triage?.answered[0]?.question.id}`;
    for (const [path, body] of [
      [answer, { value: ['copd'] }],
      [`/api/desk/cases/${id}/reason`, { flowId: 'back-pain' }],
      [`/api/desk/cases/${id}/offers`, { declined: ['back-pain'] }],
    ] as const)
      expect([path, (await eva.call('PUT', path, body)).status]).toEqual([path, 409]);
  });
});

describe('opened twice', () => {
  it('with the same id it is one case, also when both presses arrive at once', async () => {
    const body = callerBody(numberOf('Hanna Lind'), 'Ont i ryggen');
    const both = await Promise.all([open(eva, body), open(eva, body)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.map(({ body: { id } }) => id)).toEqual([body.id, body.id]);
    expect(await entries(body.id)).toHaveLength(1);
    // It is not for another unit to learn that the id is taken.
    expect((await open(anna, body)).status).toBe(404);
  });

  it('by two nurses at once the second is told of the first one’s case, and may open another knowingly', async () => {
    const number = numberOf('Hanna Lind');
    const leila = await StaffMember.signedIn(server.origin, /Leila/);
    const bodies = [callerBody(number, 'Ont i ryggen'), callerBody(number, 'Ont i halsen')] as const;
    const both = await Promise.all([open(eva, bodies[0]), open(leila, bodies[1])]);
    expect(both.map(({ status }) => status < 300)).toContain(true);
    const refused = both.findIndex(({ status }) => status === 409);
    expect(both[refused]?.problem.type).toBe('urn:slussen:problem:conflict');
    const { openCases } = (await find(leila, number)).body;
    expect(openCases).toHaveLength(1);
    const again = { ...(bodies[refused] as OpenForCaller), known: openCases.map(({ id }) => id) };
    expect((await open(refused === 0 ? eva : leila, again)).status).toBeLessThan(300);
  });

  it('the patient’s own open case is told: what it is to those who may see it, else only that it is', async () => {
    const hanna = await Resident.signedIn(server.origin, /Hanna/);
    const own = await hanna.start('Ont i ryggen', { patientAgeMonths: null });
    expect((await find(eva, numberOf('Hanna Lind'))).body.openCases).toEqual([
      expect.objectContaining({ id: own.id, at: null, seen: null, goOn: null }),
    ]);
    expect((await open(eva, callerBody(numberOf('Hanna Lind'), 'Ont i ryggen'))).status).toBe(409);
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const { id } = await samir.start('Andfådd', { patientAgeMonths: null });
    await samir.answer(id, 'shortness-of-breath', BREATHLESS);
    const [seen] = (await find(anna, numberOf('Samir Haddad'))).body.openCases;
    expect(seen).toMatchObject({ id, goOn: 'desk', seen: { state: 'waiting' }, at: { slug: 'herrgardet' } });
    const [unseen] = (await find(eva, numberOf('Samir Haddad'))).body.openCases;
    expect(unseen).toMatchObject({ id, goOn: null, seen: null, at: { slug: 'herrgardet' } });
  });
});
