import { randomUUID } from 'node:crypto';
import { CareCase } from '../src/cases/case.entity.js';
import type {
  AnswerValue,
  BookableTime,
  DeskCase,
  QuestionView,
  QueueView,
  RedFlagFound,
  ResidentCase,
  TimelineEntry,
  TimelineKind,
} from '../src/contracts/index.js';
import { ROUTES } from '../src/identity/access-table.js';
import { ReRouter } from '../src/routing/re-router.service.js';
import { startTestApp, type TestApp, TUESDAY_EVENING, TUESDAY_MORNING } from './support/app.js';
import { type ApiUser, calmAnswer, Resident, StaffMember } from './support/people.js';
import { samirWrites } from './support/samir.js';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server?.close());
beforeEach(() => server.clock.set(TUESDAY_MORNING));

const YEARS = 12;
/** A sore back without anything alarming, for a while: ends in a booking. */
const SORE = { accident: 'none', sex: 'female', pain: 6, duration: { amount: 3, unit: 'weeks' } } as const;
/** A sore back since two days that hurts a little: ends in self-care. */
const MILD = { accident: 'none', sex: 'female', pain: 2 } as const;

const visit = () => Resident.visit(server.origin);
const see = (resident: ApiUser, id: string) => resident.ok<ResidentCase>('GET', `/api/cases/${id}`);
const answer = (resident: ApiUser, id: string, questionId: string, value: unknown) =>
  resident.call<ResidentCase>('PUT', `/api/cases/${id}/answers/${questionId}`, { value });
const reason = (resident: ApiUser, id: string, flowId: string) =>
  resident.ok<ResidentCase>('PUT', `/api/cases/${id}/reason`, { flowId });

async function entries(caseId: string): Promise<TimelineEntry[]> {
  return server.dataSource.query('SELECT * FROM timeline_entry WHERE case_id = $1 ORDER BY number', [caseId]);
}
const kinds = async (caseId: string): Promise<TimelineKind[]> =>
  (await entries(caseId)).map(({ kind }) => kind);

/** The red flags that decided, which staff see and residents do not. */
async function flagsOf(caseId: string): Promise<string[][]> {
  const [{ result }] = await server.dataSource.query('SELECT result FROM care_case WHERE id = $1', [caseId]);
  return result.redFlags.map(({ questionId, optionId }: RedFlagFound) => [questionId, optionId]);
}

/** All that is stored of a case. */
async function stored(caseId: string): Promise<string> {
  const row = await server.dataSource.query('SELECT * FROM care_case WHERE id = $1', [caseId]);
  return JSON.stringify([row, await entries(caseId)]);
}

async function nameAs(resident: Resident, caseId: string, child?: RegExp): Promise<ResidentCase> {
  const { person } = await resident.ok<{
    person: { id: string; children: { id: string; givenName: string }[] };
  }>('GET', '/api/me');
  const patientId = child ? person.children.find(({ givenName }) => child.test(givenName))?.id : person.id;
  return resident.ok<ResidentCase>('PUT', `/api/cases/${caseId}/patient`, { patientId });
}

async function personId(givenName: string): Promise<string> {
  const [row] = await server.dataSource.query('SELECT id FROM person WHERE given_name = $1', [givenName]);
  return row.id;
}

describe('example A: Lisa, 35, a Tuesday at 19.20, on the page of the region', () => {
  it('goes from back pain without alarm to a time with a physiotherapist at Herrgärdet', async () => {
    server.clock.set(TUESDAY_EVENING);
    const lisa = await visit();
    const started = await lisa.start('Jag har haft ont i ryggen i tre veckor', { unit: null });
    expect(started.state).toBe('describing');
    expect(started.reasons?.best[0]?.flowId).toBe('back-pain');
    expect(started.reasons?.none.flowId).toBe('general');
    const decided = await lisa.answer(started.id, 'back-pain', SORE);
    expect(decided.triage?.result).toMatchObject({
      outcome: 'booking',
      urgency: 4,
      competence: 'physiotherapist',
      bookingKind: 'physiotherapist-visit',
    });
    expect(decided).toMatchObject({ state: 'identifying', patient: null, ticket: null });

    await lisa.signIn(/Lisa Andersson/);
    expect(await see(lisa, started.id)).toMatchObject({ state: 'identifying' });
    const named = await nameAs(lisa, started.id);
    expect(named).toMatchObject({
      state: 'to-book',
      patient: { givenName: 'Lisa', familyName: 'Andersson' },
      words: 'Jag har haft ont i ryggen i tre veckor',
      ticket: { kind: 'physiotherapist-visit', unit: { slug: 'herrgardet' } },
    });
    const times = await lisa.ok<BookableTime[]>('GET', `/api/cases/${started.id}/times`);
    expect(new Set(times.map(({ unit, kind }) => `${unit.slug} ${kind}`))).toEqual(
      new Set(['herrgardet physiotherapist-visit']),
    );
    expect(times.map(({ startsAt }) => startsAt)).toEqual(times.map(({ startsAt }) => startsAt).sort());
    expect(new Date(times[0]?.startsAt ?? 0).getTime()).toBeGreaterThan(server.clock.now().getTime());
    const booked = await lisa.ok<ResidentCase>('POST', `/api/cases/${started.id}/booking`, {
      id: randomUUID(),
      timeId: times[0]?.id,
    });
    expect(booked).toMatchObject({
      state: 'booked',
      booking: { timeId: times[0]?.id, unit: { name: 'Herrgärdets vårdcentral' }, cancelled: false },
    });
    expect(await kinds(started.id)).toEqual(
      expect.arrayContaining(['result', 'identified', 'ticket-given', 'booked']),
    );
  });
});

describe('example B: Lisa, 55, 09.20, on the page of Herrgärdet', () => {
  it('is sent to the emergency department at once, without further questions and without a name', async () => {
    const lisa = await visit();
    const { id, reasons } = await lisa.start('Ont i ryggen, svårt att kissa och svag i vänster ben', {
      unit: 'herrgardet',
      patientAgeMonths: 55 * YEARS,
    });
    expect(reasons?.best.map(({ flowId }) => flowId)).toContain('back-pain');
    const asked = await reason(lisa, id, 'back-pain');
    expect(asked.triage?.question?.id).toBe('danger-now');
    await answer(lisa, id, 'danger-now', ['none']);
    const { status, body } = await answer(lisa, id, 'alarm', ['weak-leg', 'cannot-pass-urine']);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'advised',
      patient: null,
      emergencyDepartment: { name: 'Akutmottagningen', address: expect.stringMatching(/ingång/) },
      triage: { question: null, aboutLeft: 0, result: { outcome: 'emergency-department', urgency: 2 } },
    });
    expect(body.triage?.answered.map(({ question }) => question.id)).toEqual(['danger-now', 'alarm']);
    expect(await flagsOf(id)).toEqual([
      ['alarm', 'cannot-pass-urine'],
      ['alarm', 'weak-leg'],
    ]);
    expect(body.triage?.result).not.toHaveProperty('redFlags');
    expect(body.triage?.result).not.toHaveProperty('rule');
    expect(body.triage?.result?.why.sv).toMatch(/\.$/);
  });

  it('meets 112 without a name when it is worse', async () => {
    const lisa = await visit();
    const { id } = await lisa.start('Ont i bröstet');
    await reason(lisa, id, 'back-pain');
    const { body } = await answer(lisa, id, 'danger-now', ['chest']);
    expect(body).toMatchObject({
      state: 'advised',
      patient: null,
      triage: {
        result: { outcome: 'emergency-call', urgency: 1, now: { sv: expect.stringMatching(/112/) } },
      },
    });
    expect((await lisa.call('POST', `/api/cases/${id}/contact-wish`, {})).status).toBe(409);
    const back = await answer(lisa, id, 'danger-now', ['none']);
    expect(back.body).toMatchObject({ state: 'triage', triage: { result: null, question: { id: 'alarm' } } });
  });
});

describe('answers', () => {
  async function begun(): Promise<{ lisa: Resident; id: string }> {
    const lisa = await visit();
    const { id } = await lisa.start('Ont i ryggen', { patientSex: 'female' });
    await reason(lisa, id, 'back-pain');
    return { lisa, id };
  }

  it.each([
    ['a question further on', 'alarm'],
    ['a question that there is not', 'nothing'],
    ['a name of JavaScript', '__proto__'],
    ['another flow', 'effort'],
  ])('to %s are refused, and nothing changes', async (_name, questionId) => {
    const { lisa, id } = await begun();
    const before = await stored(id);
    const { status, problem } = await answer(lisa, id, questionId, ['none']);
    expect(status).toBe(422);
    expect(problem).toMatchObject({
      type: 'urn:slussen:problem:wrong-answer',
      errors: [{ field: 'questionId', message: expect.stringMatching(/Answer the one shown/) }],
    });
    expect(await stored(id)).toBe(before);
  });

  it('before a contact reason is picked are refused', async () => {
    const lisa = await visit();
    const { id } = await lisa.start('Ont');
    const { status, problem } = await answer(lisa, id, 'danger-now', ['none']);
    expect([status, problem.type]).toEqual([409, 'urn:slussen:problem:wrong-state']);
  });

  it('that are changed drop what no longer applies, keep the rest, and both stand on the timeline', async () => {
    const { lisa, id } = await begun();
    const until = {
      'danger-now': ['none'],
      alarm: ['none'],
      accident: 'none',
      fever: 'no',
      kidney: ['none'],
    };
    const then = { history: ['none'], pregnant: 'yes', 'pregnancy-signs': ['none'] };
    for (const [questionId, value] of Object.entries({ ...until, ...then })) {
      expect([questionId, (await answer(lisa, id, questionId, value)).status]).toEqual([questionId, 200]);
    }
    const before = await see(lisa, id);
    expect(before.triage?.answered.map(({ question }) => question.id)).toContain('pregnancy-signs');
    const { body } = await answer(lisa, id, 'pregnant', 'no');
    const left = body.triage?.answered.map(({ question }) => question.id);
    expect(left).toEqual([...Object.keys(until), 'history', 'pregnant']);
    const told = await entries(id);
    expect(told.filter(({ kind }) => kind === 'answers-dropped').map(({ body: said }) => said)).toEqual([
      { questionIds: ['pregnancy-signs'] },
    ]);
    const answers = told.flatMap((entry) => (entry.kind === 'answer' ? [entry.body] : []));
    expect(answers.filter(({ questionId }) => questionId === 'pregnant').map(({ value }) => value)).toEqual([
      'yes',
      'no',
    ]);
  });

  it('that are the same again add nothing', async () => {
    const { lisa, id } = await begun();
    await answer(lisa, id, 'danger-now', ['none']);
    const before = await stored(id);
    expect((await answer(lisa, id, 'danger-now', ['none'])).status).toBe(200);
    expect(await stored(id)).toBe(before);
  });

  it('that come twice at once are one; two different ones at once are both told, and the last one counts', async () => {
    const { lisa, id } = await begun();
    const same = await Promise.all([1, 2, 3].map(() => answer(lisa, id, 'danger-now', ['none'])));
    expect(same.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await kinds(id)).filter((kind) => kind === 'answer')).toHaveLength(1);
    await Promise.all([answer(lisa, id, 'alarm', ['none']), answer(lisa, id, 'alarm', ['weak-leg'])]);
    const told = await entries(id);
    expect(told.map(({ number }) => number)).toEqual(told.map((_, index) => index + 1));
    const last = told.flatMap((entry) => (entry.kind === 'answer' ? [entry.body] : [])).at(-1);
    const seen = await see(lisa, id);
    expect(seen.triage?.answered.find(({ question }) => question.id === 'alarm')?.value).toEqual(last?.value);
    expect(seen.state).toBe(JSON.stringify(last?.value) === '["none"]' ? 'triage' : 'advised');
  });

  it('can be changed while a time may be booked, and not once a nurse has the case', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const { id } = await samir.start('Ont i ryggen');
    expect((await samir.answer(id, 'back-pain', SORE)).state).toBe('to-book');
    await answer(samir, id, 'pain', 9);
    const { body } = await answer(samir, id, 'painkillers', 'no-help');
    expect(body).toMatchObject({ state: 'waiting', ticket: null, triage: { result: { urgency: 3 } } });
    const again = await answer(samir, id, 'painkillers', 'no-help');
    expect([again.status, again.body.state]).toEqual([200, 'waiting']);
    const refused = await answer(samir, id, 'pain', 1);
    expect([refused.status, refused.problem.type]).toEqual([409, 'urn:slussen:problem:wrong-state']);
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    const { unit } = await anna.ok<DeskCase>('GET', `/api/desk/cases/${id}`);
    const ticket = { id: randomUUID(), kind: 'nurse-visit', unitId: unit?.id };
    await anna.ok('POST', `/api/desk/cases/${id}/tickets`, ticket);
    expect((await see(samir, id)).state).toBe('to-book');
    const before = await stored(id);
    expect((await answer(samir, id, 'pain', 1)).status).toBe(409);
    expect(await stored(id)).toBe(before);
  });
});

describe('a stored position', () => {
  it.each([
    ['of another version', `jsonb_set(triage, '{flowVersion}', '99')`],
    ['of another flow', `jsonb_set(triage, '{flowId}', '"rash"')`],
    ['of content that was never loaded', `jsonb_set(triage, '{flowHash}', '"0"')`],
  ])('%s is refused, and nothing changes; another contact reason goes on', async (_name, change) => {
    const lisa = await visit();
    const { id } = await lisa.start('Ont i ryggen');
    await reason(lisa, id, 'back-pain');
    await server.dataSource.query(`UPDATE care_case SET triage = ${change} WHERE id = $1`, [id]);
    const before = await stored(id);
    const { status, problem } = await answer(lisa, id, 'danger-now', ['none']);
    expect([status, problem.type]).toEqual([409, 'urn:slussen:problem:wrong-flow-version']);
    expect(problem.errors?.[0]?.field).toBe('flowVersion');
    expect(await stored(id)).toBe(before);
    expect((await see(lisa, id)).triage?.question?.id).toBe('danger-now');
    expect((await reason(lisa, id, 'general')).triage?.flowId).toBe('general');
  });
});

describe('who it is about', () => {
  it('when the true age differs from the told one, the flow is gone through again with it', async () => {
    const gunnar = await visit();
    const { id } = await gunnar.start('Ont i ryggen', { patientAgeMonths: 35 * YEARS });
    const told = await gunnar.answer(id, 'back-pain', { ...SORE, accident: 'minor', sex: 'male' });
    expect(told.triage?.result).toMatchObject({ outcome: 'booking', urgency: 4 });
    await gunnar.signIn(/Gunnar/);
    const named = await nameAs(gunnar, id);
    expect(named).toMatchObject({
      state: 'waiting',
      triage: { result: { outcome: 'chat', urgency: 3 } },
    });
    expect(await flagsOf(id)).toEqual([['accident', 'minor']]);
    expect(named.patientAgeMonths).toBeGreaterThan(75 * YEARS);
    expect((await kinds(id)).slice(-4)).toEqual(['identified', 'answers-dropped', 'result', 'routed']);
  });

  it('a true age that would lower what was decided on the told one lowers nothing', async () => {
    const lisa = await visit();
    const { id } = await lisa.start('Andfådd', { patientAgeMonths: 66 * YEARS });
    const cold = { effort: 'stairs', course: 'same', signs: ['cold'], sex: 'female' };
    const told = await lisa.answer(id, 'shortness-of-breath', cold);
    expect(told.triage?.result).toMatchObject({ outcome: 'chat', urgency: 3 });
    await lisa.signIn(/Lisa Andersson/);
    expect(await nameAs(lisa, id)).toMatchObject({ state: 'waiting', triage: told.triage });
    const row = await server.dataSource.manager.findOneByOrFail(CareCase, { id });
    expect(row).toMatchObject({ outcome: 'chat', urgency: 3 });
    expect(row.patientAgeMonths).toBeLessThan(40 * YEARS);
  });

  it('whoever was told to go to the emergency department is told so still, whoever it turns out to be', async () => {
    const lisa = await visit();
    const { id } = await lisa.start('Ont i bröstet', { patientAgeMonths: 45 * YEARS });
    await reason(lisa, id, 'chest-pain');
    let seen = await see(lisa, id);
    while (seen.triage?.question) {
      const { question } = seen.triage;
      const given: Record<string, AnswerValue> = { now: 'gone', urgent: ['racing'], pattern: 'other' };
      seen = (await answer(lisa, id, question.id, given[question.id] ?? calmAnswer(question))).body;
    }
    const advised = { state: 'advised', triage: { result: { outcome: 'emergency-department' } } };
    expect(seen).toMatchObject(advised);
    await lisa.signIn(/Lisa Andersson/);
    expect(await nameAs(lisa, id)).toMatchObject({ ...advised, patient: { givenName: 'Lisa' } });
  });

  it('an answer changed after the name was told is looked at with the true age', async () => {
    const samir = await visit();
    const { id } = await samir.start('Kliar i rumpan', { patientAgeMonths: 35 * YEARS });
    const told = await samir.answer(id, 'anal-trouble', {
      what: ['itch'],
      pain: 'little',
      duration: { amount: 3, unit: 'weeks' },
    });
    await samir.signIn(/Samir/);
    const named = await nameAs(samir, id);
    expect(named).toMatchObject({ state: 'to-book', triage: { result: told.triage?.result } });
    expect(told.triage?.result).toMatchObject({ bookingKind: 'nurse-visit' });
    expect((await answer(samir, id, 'what', ['blood'])).body).toMatchObject({
      state: 'to-book',
      triage: { result: { bookingKind: 'physician-visit' } },
    });
    expect(await flagsOf(id)).toEqual([['what', 'blood']]);
  });

  it('when the flow is not for the true patient, a nurse looks at what was decided, also at self-care', async () => {
    for (const answers of [SORE, MILD]) {
      const erik = await visit();
      const { id } = await erik.start('Ont i ryggen', { patientAgeMonths: 35 * YEARS });
      await erik.answer(id, 'back-pain', answers);
      await erik.signIn(/Erik Lundgren/);
      const named = await nameAs(erik, id, /Alma/);
      expect(named).toMatchObject({ state: 'waiting', about: 'child', patient: { givenName: 'Alma' } });
      await server.app.get(ReRouter).lookAgain();
      const row = await server.dataSource.manager.findOneByOrFail(CareCase, { id });
      expect(row).toMatchObject({ outcome: 'chat', urgency: 3, competence: 'nurse' });
    }
  });

  it('in the middle of questions that are not for the true patient, the general ones take over', async () => {
    const erik = await visit();
    const { id } = await erik.start('Ont i ryggen', { patientAgeMonths: 35 * YEARS });
    await reason(erik, id, 'back-pain');
    await answer(erik, id, 'danger-now', ['none']);
    await erik.signIn(/Erik Lundgren/);
    const named = await nameAs(erik, id, /Viktor/);
    expect(named).toMatchObject({ state: 'triage', triage: { flowId: 'general', result: null } });
  });

  it('a ticket follows the patient: named anew, the time is at the clinic of the new one', async () => {
    const maria = await visit();
    const { id } = await maria.start('Ont i ryggen');
    await maria.answer(id, 'back-pain', SORE);
    await maria.signIn(/Maria Svensson/);
    expect((await nameAs(maria, id)).ticket?.unit.slug).toBe('kungsor');
    const other = await nameAs(maria, id, /Maja/);
    expect(other).toMatchObject({ state: 'waiting', ticket: null, patient: { givenName: 'Maja' } });
  });

  it("a guardian writes for Viktor; the nurse sees who writes, and the way leads to Viktor's clinic", async () => {
    const erik = await visit();
    const { id } = await erik.start('Viktor har feber', { about: 'child', patientAgeMonths: 9 });
    const decided = await erik.answer(id, 'fever-child', {
      alert: 'tired',
      fever: 'yes',
      days: { amount: 1, unit: 'days' },
      temperature: 39,
    });
    expect(decided.state).toBe('identifying');
    await erik.signIn(/Erik Lundgren/);
    const waiting = await nameAs(erik, id, /Viktor/);
    expect(waiting).toMatchObject({
      state: 'waiting',
      about: 'child',
      patient: { givenName: 'Viktor' },
      place: { unit: { slug: 'herrgardet' } },
    });
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    const seen = await anna.ok<DeskCase>('GET', `/api/desk/cases/${id}`);
    expect(seen).toMatchObject({
      patient: { givenName: 'Viktor', identityKind: 'reserve-number', ageMonths: 9 },
      guardian: { givenName: 'Erik' },
    });
    const { rows } = await anna.ok<QueueView>('GET', '/api/desk/queue?scope=unit');
    expect(rows.find(({ caseId }) => caseId === id)?.writtenByGuardian).toBe(true);
  });

  it('another adult is advised without a name, gets no further without their own sign-in, and goes on with it', async () => {
    const daughter = await visit();
    const gunnar81 = { about: 'adult' as const, patientAgeMonths: 81 * YEARS };
    const { id } = await daughter.start('Pappa har ont i ryggen', gunnar81);
    const decided = await daughter.answer(id, 'back-pain', { ...SORE, accident: 'minor', sex: 'male' });
    expect(decided).toMatchObject({ state: 'identifying', about: 'adult', patient: null });
    await daughter.signIn(/Gunnar/);
    expect(await nameAs(daughter, id)).toMatchObject({ state: 'waiting', about: 'me' });

    const maria = await Resident.signedIn(server.origin, /Maria Svensson/);
    const signedIn = await maria.start('Mamma har ont i ryggen', gunnar81);
    expect(signedIn).toMatchObject({ state: 'describing', about: 'adult', patient: null });
    // Her mother's answers never become her own.
    const taken = await maria.call('PUT', `/api/cases/${signedIn.id}/patient`, {
      patientId: await personId('Maria'),
    });
    expect([taken.status, taken.problem.errors?.[0]?.field]).toEqual([400, 'patientId']);
    const start = { id: randomUUID(), words: 'x', about: 'adult', language: 'sv' };
    for (const [wrong, field] of [
      [{}, 'patientAgeMonths'],
      [{ patientAgeMonths: 155 }, 'patientAgeMonths'],
      [{ patientAgeMonths: 900, patientId: await personId('Samir') }, 'patientId'],
    ] as const) {
      const refused = await maria.call('POST', '/api/cases', { ...start, ...wrong });
      expect([refused.status, refused.problem.errors?.[0]?.field]).toEqual([400, field]);
    }
  });

  it('no case grows without end by answers that are changed again and again', async () => {
    const visitor = await visit();
    const { id } = await visitor.start('Jag orkar inte leva längre');
    const answer = (said: string) => visitor.call('PUT', `/api/cases/${id}/alarm`, { answer: said });
    expect((await answer('go-on')).status).toBe(200);
    await server.dataSource.query('UPDATE care_case SET last_number = 500 WHERE id = $1', [id]);
    const changes = [
      await answer('not-meant'),
      await visitor.call('PUT', `/api/cases/${id}/reason`, { flowId: 'general' }),
    ];
    expect(changes.map(({ status }) => status)).toEqual([409, 409]);
  });

  it.each([
    ['a child of 13 writes with an e-ID of its own', /Maria Svensson/, 'Hugo'],
    ["someone else's child", /Maria Svensson/, 'Viktor'],
    ['another grown-up', /Maria Svensson/, 'Samir'],
    ['nobody', /Maria Svensson/, null],
  ])('not for: %s', async (_name, who, child) => {
    const maria = await Resident.signedIn(server.origin, who);
    const { id } = await maria.start('Feber', { about: 'child', patientAgeMonths: 60 });
    const before = await stored(id);
    const patientId = child ? await personId(child) : randomUUID();
    const named = await maria.call('PUT', `/api/cases/${id}/patient`, { patientId });
    expect([named.status, named.problem.errors?.[0]?.field]).toEqual([400, 'patientId']);
    const start = { id: randomUUID(), words: 'x', about: 'child', patientAgeMonths: 60, language: 'sv' };
    const started = await maria.call('POST', '/api/cases', { ...start, patientId });
    expect([started.status, started.problem.errors?.[0]?.field]).toEqual([400, 'patientId']);
    expect(await stored(id)).toBe(before);
    expect(await server.dataSource.manager.countBy(CareCase, { id: start.id })).toBe(0);
  });

  it('begun for one child, is not begun again by the same id for another', async () => {
    const erik = await Resident.signedIn(server.origin, /Erik/);
    const start = { id: randomUUID(), words: 'Feber', about: 'child', language: 'sv' };
    const children = { viktor: await personId('Viktor'), alma: await personId('Alma') };
    const begin = (patientId: string) => erik.call('POST', '/api/cases', { ...start, patientId });
    expect((await begin(children.viktor)).status).toBe(200);
    const before = await stored(start.id);
    const again = await begin(children.viktor);
    const other = await begin(children.alma);
    expect([again.status, other.status]).toEqual([200, 409]);
    expect(await stored(start.id)).toBe(before);
  });

  it('cannot be said by someone who is not signed in', async () => {
    const nobody = await visit();
    const start = { id: randomUUID(), words: 'x', about: 'child', patientAgeMonths: 9, language: 'sv' };
    const started = await nobody.call('POST', '/api/cases', {
      ...start,
      patientId: await personId('Viktor'),
    });
    expect([started.status, started.problem.errors?.[0]?.field]).toEqual([400, 'patientId']);
    const { id } = await nobody.start('x');
    const named = await nobody.call('PUT', `/api/cases/${id}/patient`, {
      patientId: await personId('Viktor'),
    });
    expect(named.status).toBe(401);
  });
});

describe('where it goes', () => {
  it('self-care and "I still want contact": the queue at urgency 5, which waits for the clinic to open', async () => {
    server.clock.set(TUESDAY_EVENING);
    const lisa = await visit();
    const { id } = await lisa.start('Ont i ryggen sedan i går');
    const advised = await lisa.answer(id, 'back-pain', MILD);
    expect(advised).toMatchObject({ state: 'advised', triage: { result: { outcome: 'self-care' } } });
    const wanted = await lisa.ok<ResidentCase>('POST', `/api/cases/${id}/contact-wish`, {});
    expect(wanted.state).toBe('identifying');
    expect((await lisa.ok<ResidentCase>('POST', `/api/cases/${id}/contact-wish`, {})).lastNumber).toBe(
      wanted.lastNumber,
    );
    await lisa.signIn(/Lisa Andersson/);
    const waiting = await nameAs(lisa, id);
    expect(waiting).toMatchObject({
      state: 'waiting',
      canWrite: true,
      place: { unit: { slug: 'herrgardet' }, opensAt: '2026-11-25T07:00:00.000Z' },
      answerBy: '2026-11-28T07:00:00.000Z',
    });
    const row = await server.dataSource.manager.findOneByOrFail(CareCase, { id });
    expect(row).toMatchObject({ urgency: 5, outcome: 'chat', competence: 'physiotherapist' });
  });

  it('at night urgency 2 goes to 1177 at once, urgency 4 waits for the clinic, each told by when', async () => {
    server.clock.set(TUESDAY_EVENING);
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const urgent = await samirWrites(samir);
    expect(urgent).toMatchObject({ state: 'waiting', place: { unit: { slug: '1177' }, opensAt: null } });
    const inMinutes = (Date.parse(urgent.answerBy ?? '') - server.clock.now().getTime()) / 60_000;
    expect(Math.abs(inMinutes - 15)).toBeLessThan(1);
    expect(urgent.place?.why.sv).toMatch(/öppnar i morgon klockan 08\.00/);
    const { id } = await samir.start('Ont i ryggen');
    const calm = await samir.answer(id, 'back-pain', { ...SORE, history: ['night-pain'] });
    expect(calm).toMatchObject({
      state: 'waiting',
      place: { unit: { slug: 'herrgardet' }, opensAt: '2026-11-25T07:00:00.000Z' },
      answerBy: '2026-11-26T07:00:00.000Z',
    });
    expect(calm.place?.why.sv).toMatch(/i morgon klockan 08\.00/);
  });

  it('a booking goes to the queue when no such time is free, though there are times', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const { id } = await samirWrites(samir);
    await server.dataSource.query(
      `INSERT INTO booking (id, time_id, case_id, patient_id, booked_by, booked_at)
       SELECT gen_random_uuid(), time.id, care_case.id, patient_id, 'staff', $2 FROM bookable_time time, care_case
       WHERE kind = 'physiotherapist-visit' AND care_case.id = $1
         AND NOT EXISTS (SELECT FROM booking WHERE time_id = time.id AND cancelled_at IS NULL)`,
      [id, server.clock.now()],
    );
    const sore = await samir.start('Ont i ryggen');
    const placed = await samir.answer(sore.id, 'back-pain', SORE);
    await server.dataSource.query('DELETE FROM booking WHERE case_id = $1', [id]);
    expect(placed).toMatchObject({
      state: 'waiting',
      ticket: null,
      triage: { result: { outcome: 'booking' } },
    });
  });

  it('a prescription goes to the administrators, not to the nurses', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const { id } = await samir.start('Jag behöver förnya mitt recept');
    let seen = await reason(samir, id, 'prescription-renewal');
    while (seen.triage?.question) {
      const { question } = seen.triage;
      seen = (await answer(samir, id, question.id, leastUrgent(question))).body;
    }
    expect(seen).toMatchObject({ state: 'waiting', triage: { result: { competence: 'administrator' } } });
    const inQueue = async (who: RegExp) => {
      const member = await StaffMember.signedIn(server.origin, who);
      const { rows } = await member.ok<QueueView>('GET', '/api/desk/queue?scope=queue');
      return rows.some(({ caseId }) => caseId === id);
    };
    expect([await inQueue(/Birgitta/), await inQueue(/Anna/)]).toEqual([true, false]);
  });

  it('staff read which medicine it is by its ATC code', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const { id } = await samir.start('Jag behöver förnya mitt recept');
    await samir.answer(id, 'prescription-renewal', {
      name: ['ace', 'statin'],
      medicines: 'Enalapril 10 mg, atorvastatin 20 mg',
      left: 'longer',
      wish: 'same',
      'check-up': 'within-year',
    });
    const birgitta = await StaffMember.signedIn(server.origin, /Birgitta/);
    const { triage } = await birgitta.ok<DeskCase>('GET', `/api/desk/cases/${id}`);
    const chosen = triage?.answered.find(({ question }) => question.id === 'name');
    const codes = chosen?.question.options?.filter((option) => [chosen.value].flat().includes(option.id));
    expect(codes?.map(({ atc }) => atc)).toEqual(['C09AA', 'C10AA']);
  });

  function leastUrgent(question: QuestionView): AnswerValue {
    if (question.optional) return null;
    if (question.kind === 'text') return 'Alvedon 500 mg';
    if (question.kind === 'several')
      return question.options?.filter(({ exclusive }) => exclusive).map(({ id }) => id) ?? [];
    return (
      question.options?.find(({ id }) => ['weeks', 'same', 'yes', 'recent'].includes(id))?.id ??
      question.options?.[0]?.id ??
      'no'
    );
  }
});

describe('starting', () => {
  it('with the same id, many times at once, is one case; for another it is as if it were not there', async () => {
    const lisa = await visit();
    const id = randomUUID();
    const all = await Promise.all(Array.from({ length: 8 }, () => lisa.start('En gång', { id })));
    expect(new Set(all.map((each) => each.id))).toEqual(new Set([id]));
    expect(await kinds(id)).toEqual(['started']);
    const other = await visit();
    const answered = await other.call('POST', '/api/cases', {
      id,
      words: 'Min',
      about: 'me',
      patientAgeMonths: 420,
      language: 'sv',
    });
    expect([answered.status, answered.problem.type]).toEqual([404, 'urn:slussen:problem:not-found']);
  });

  it.each([
    ['words', { words: 'Jag är snuvig. Det trycker över bröstet och jag kallsvettas' }],
    ['age', { patientAgeMonths: 62 * 12 }],
    ['patient', { about: 'adult' }],
  ])('with the same id and other %s is refused: nothing is dropped unread', async (_, other) => {
    const lisa = await visit();
    const id = randomUUID();
    await lisa.start('Jag är snuvig', { id });
    const begun = { id, words: 'Jag är snuvig', about: 'me', patientAgeMonths: 35 * 12, language: 'sv' };
    const again = await lisa.call('POST', '/api/cases', { ...begun, ...other });
    expect([again.status, again.problem.type]).toEqual([409, 'urn:slussen:problem:conflict']);
    expect((await lisa.call('POST', '/api/cases', begun)).status).toBe(200);
    expect(await kinds(id)).toEqual(['started']);
  });
});

describe('withdrawing', () => {
  async function toBook(samir: Resident): Promise<string> {
    const { id } = await samir.start('Ont i ryggen');
    await samir.answer(id, 'back-pain', SORE);
    return id;
  }
  const take = (by: ApiUser, id: string) => by.call<ResidentCase>('POST', `/api/cases/${id}/withdrawal`, {});

  it('is possible wherever the view says so: before the questions, in them, after them, in the queue', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const lisa = await visit();
    const began = async (by: Resident) => (await by.start('Ont i ryggen')).id;
    const cases: [string, Resident, string][] = [
      ['describing', lisa, await began(lisa)],
      ['triage', lisa, await began(lisa)],
      ['advised', lisa, await began(lisa)],
      ['identifying', lisa, await began(lisa)],
      ['to-book', samir, await toBook(samir)],
      ['waiting', samir, (await samirWrites(samir)).id],
    ];
    await reason(lisa, cases[1]?.[2] ?? '', 'back-pain');
    await lisa.answer(cases[2]?.[2] ?? '', 'back-pain', MILD);
    await lisa.answer(cases[3]?.[2] ?? '', 'back-pain', SORE);
    for (const [state, by, id] of cases) {
      expect(await see(by, id)).toMatchObject({ state, canWithdraw: true });
      const { body } = await take(by, id);
      expect(body).toMatchObject({
        state: 'closed',
        closedAs: 'withdrawn',
        canWithdraw: false,
        canWrite: false,
      });
      const before = await stored(id);
      expect((await take(by, id)).status).toBe(200);
      expect(await stored(id)).toBe(before);
      expect((await kinds(id)).at(-1)).toBe('withdrawn');
    }
  });

  it('is refused where the view says that it is not possible, and nothing changes', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    const booked = await toBook(samir);
    const [time] = await samir.ok<BookableTime[]>('GET', `/api/cases/${booked}/times`);
    await samir.ok('POST', `/api/cases/${booked}/booking`, { id: randomUUID(), timeId: time?.id });
    const held = (await samirWrites(samir)).id;
    await anna.ok('POST', `/api/desk/cases/${held}/claim`, { id: randomUUID() });
    const closed = (await samirWrites(samir)).id;
    await anna.ok('POST', `/api/desk/cases/${closed}/claim`, { id: randomUUID() });
    const close = { id: randomUUID(), result: 'other', note: null };
    await anna.ok('POST', `/api/desk/cases/${closed}/closing`, close);
    for (const [state, id] of Object.entries({ booked, held, closed })) {
      expect(await see(samir, id)).toMatchObject({ state, canWithdraw: false });
      const before = await stored(id);
      const { status, problem } = await take(samir, id);
      expect([status, problem.type]).toEqual([409, 'urn:slussen:problem:wrong-state']);
      expect(await stored(id)).toBe(before);
    }
  });
});

describe("other people's cases", () => {
  /** Bodies that are right at each route of a case. */
  const BODIES: Record<string, () => object> = {
    alarm: () => ({ answer: 'go-on' }),
    reason: () => ({ flowId: 'back-pain' }),
    offers: () => ({ declined: ['back-pain'] }),
    'telephone-calls': () => ({ id: randomUUID(), outcome: 'no-answer' }),
    'image-requests': () => ({ id: randomUUID() }),
    ':questionId': () => ({ value: ['none'] }),
    patient: () => ({ patientId: randomUUID() }),
    interpreter: () => ({ language: 'ar' }),
    reopening: () => ({ id: randomUUID(), text: 'Hej' }),
    rating: () => ({ score: 1, words: null }),
    booking: () => ({ id: randomUUID(), timeId: randomUUID() }),
    'ticket-booking': () => ({ id: randomUUID(), timeId: randomUUID() }),
    claim: () => ({ id: randomUUID() }),
    'claim-undoing': () => ({ id: randomUUID(), claimId: randomUUID() }),
    'take-over': () => ({ id: randomUUID(), from: randomUUID() }),
    'hand-over': () => ({ id: randomUUID(), to: randomUUID() }),
    'set-aside': () => ({ id: randomUUID(), until: null, why: 'answer', note: null }),
    'hand-back': () => ({ id: randomUUID(), reason: null }),
    closing: () => ({ id: randomUUID(), result: 'other', note: null }),
    urgency: () => ({ id: randomUUID(), urgency: 1, reason: null }),
    notes: () => ({ id: randomUUID(), text: 'Hej' }),
    'record-notes': () => ({ id: randomUUID(), text: 'Kontaktorsak', way: 'copied' }),
    advice: () => ({ id: randomUUID() }),
    tickets: () => ({ id: randomUUID(), kind: 'nurse-visit', unitId: randomUUID() }),
    bookings: () => ({ id: randomUUID(), timeId: randomUUID() }),
    ':bookingId': () => ({ timeId: randomUUID() }),
    transfer: () => ({ id: randomUUID(), unitId: randomUUID(), competence: 'nurse', reason: 'Hej' }),
    consultations: () => ({ id: randomUUID(), unitId: randomUUID(), competence: 'nurse', question: 'Hej' }),
    participants: () => ({ id: randomUUID(), commissionId: randomUUID() }),
    referral: () => ({ id: randomUUID(), unitId: randomUUID(), text: 'Hej' }),
    calls: () => ({ id: randomUUID(), media: 'voice' }),
    answer: () => ({ media: 'voice' }),
    invitations: () => ({ id: randomUUID(), name: 'Tolk', guest: 'interpreter', minutes: 30 }),
  };
  const OF_A_CASE = Object.keys(ROUTES).filter(
    (line) => line.includes(':caseId') && !line.includes('attachments'),
  );

  it.each(OF_A_CASE)('%s: as if there were no such case', async (line) => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const { id } = await samirWrites(samir);
    const onDesk = line.includes('/desk/');
    const stranger = onDesk
      ? await StaffMember.signedIn(server.origin, /Sara/)
      : await Resident.signedIn(server.origin, /Lisa Bergman/);
    const [method = '', path = ''] = line.split(' ');
    const last = path.split('/').at(-1) ?? '';
    const { id: units } = (
      await server.dataSource.query(`SELECT id FROM care_unit WHERE slug = 'kungsor'`)
    )[0];
    const given = BODIES[last]?.() ?? {};
    const right = last === 'tickets' ? { ...given, unitId: units } : given;
    const withBody = method === 'PUT' || method === 'POST';
    // Where the same word ends the addresses of residents and of staff, and what is sent differs.
    const ofLine: Record<string, object> = {
      'PUT /api/cases/:caseId/booking': { timeId: randomUUID() },
      'POST /api/desk/cases/:caseId/withdrawal': { upTo: 1 },
    };
    const body = ofLine[line] ?? right;
    const call = (caseId: string) =>
      stranger.call(
        method,
        path
          .replace(':caseId', caseId)
          .replace(':questionId', 'effort')
          .replace(/:(bookingId|callId|commissionId|invitationId)/g, randomUUID()),
        withBody ? body : undefined,
      );
    const before = await stored(id);
    const [theirs, none] = [await call(id), await call(randomUUID())];
    expect([theirs.status, theirs.problem.type]).toEqual([404, 'urn:slussen:problem:not-found']);
    expect({ ...theirs.problem, requestId: '' }).toEqual({ ...none.problem, requestId: '' });
    expect(await stored(id)).toBe(before);
  });
});

it('asks somebody whose number does not say when they were born for their age', async () => {
  const resident = await Resident.signedIn(server.origin, /Ebba/);
  const me = () =>
    resident.ok<{ person: { id: string; ageKnown: boolean } }>('GET', '/api/me').then(({ person }) => person);
  const { id, ageKnown } = await me();
  expect(ageKnown).toBe(true);
  const [before] = await server.dataSource.query('SELECT * FROM person WHERE id = $1', [id]);
  const become = (kind: string, number: string, birthDate: string) =>
    server.dataSource.query(
      'UPDATE person SET identity_kind = $2, identity_number = $3, birth_date = $4 WHERE id = $1',
      [id, kind, number, birthDate],
    );
  // On the published list of test numbers: the month of birth is not known.
  await become('samordningsnummer', '191500722390', '1915-07-01');
  expect((await me()).ageKnown).toBe(false);
  const begin = (patientAgeMonths: number | null) => resident.start('Ont i halsen', { patientAgeMonths });
  expect((await begin(111 * YEARS + 10)).patientAgeMonths).toBe(111 * YEARS + 10);
  // Nothing, or what cannot be so, is no better than what the year says.
  for (const age of [null, 35 * YEARS]) expect((await begin(age)).patientAgeMonths).toBe(111 * YEARS + 4);
  await become(before.identity_kind, before.identity_number, before.birth_date);
});

it('keeps for which language an interpreter is asked for, once, until the case is over', async () => {
  const lisa = await visit();
  const { id, interpreter, canAskInterpreter } = await lisa.start('Ont i ryggen');
  expect([interpreter, canAskInterpreter]).toEqual([null, true]);
  const ask = (language: string) =>
    lisa.call<ResidentCase>('PUT', `/api/cases/${id}/interpreter`, { language });
  for (const [language, kept] of [
    ['ar', 'ar'],
    ['ar', 'ar'],
    ['so', 'so'],
    ['none', null],
  ] as const) {
    expect((await ask(language)).body.interpreter).toBe(kept);
  }
  expect(
    (await entries(id)).flatMap(({ kind, body }) => (kind === 'interpreter-asked' ? [body] : [])),
  ).toEqual([{ language: 'ar' }, { language: 'so' }, { language: null }]);
  await lisa.ok('POST', `/api/cases/${id}/withdrawal`);
  expect((await see(lisa, id)).canAskInterpreter).toBe(false);
  expect((await ask('ar')).status).toBe(409);
});
