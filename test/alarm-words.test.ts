import { randomUUID } from 'node:crypto';
import type { DeskCase, Problem, ResidentCase, TimelineEntry } from '../src/contracts/index.js';
import { startTestApp, type TestApp, TUESDAY_MORNING } from './support/app.js';
import { Resident, StaffMember } from './support/people.js';
import { samirWrites } from './support/samir.js';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
  server.clock.set(TUESDAY_MORNING);
});
afterAll(() => server?.close());

/** A cold that one may care for at home. */
const COLD = { began: 'gradual', trouble: 'cold', duration: { amount: 4, unit: 'days' } } as const;

const visit = () => Resident.visit(server.origin);

async function alarmEntries(caseId: string): Promise<TimelineEntry[]> {
  return server.dataSource.query(
    "SELECT * FROM timeline_entry WHERE case_id = $1 AND kind LIKE 'alarm-%' ORDER BY number",
    [caseId],
  );
}

describe('an alarm in the first words', () => {
  it('is told to whoever has not signed in, before anything is chosen, and kept with what found it', async () => {
    const visitor = await visit();
    const started = await visitor.start('jag har samlat tabletter och orkar inte leva', {
      patientAgeMonths: 300,
    });
    expect(started).toMatchObject({
      state: 'describing',
      patient: null,
      alarm: { alarmId: 'suicide', urgency: 1, answer: null },
    });
    expect(started.alarm?.help.map(({ phone }) => phone)).toContain('90101');
    const [found] = await alarmEntries(started.id);
    expect(found).toMatchObject({
      kind: 'alarm-found',
      staff_only: false,
      body: {
        alarmId: 'suicide',
        written: 'samlat tabletter',
        file: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    // Residents are not sent by which words or which file.
    const entries = await visitor.ok<TimelineEntry[]>('GET', `/api/cases/${started.id}/timeline`);
    expect(entries.find(({ kind }) => kind === 'alarm-found')?.body).toEqual({
      alarmId: 'suicide',
      urgency: 1,
      means: expect.anything(),
      help: expect.anything(),
    });
  });

  it('is answered: that too is kept, once for a repeat, and may be changed until a reason is chosen', async () => {
    const visitor = await visit();
    const { id } = await visitor.start('kan inte andas', { patientAgeMonths: 300 });
    const say = (answer: string) =>
      visitor.call<ResidentCase & Problem>('PUT', `/api/cases/${id}/alarm`, { answer });
    expect((await say('not-meant')).body.alarm).toMatchObject({ alarmId: 'breathing', answer: 'not-meant' });
    expect((await say('not-meant')).status).toBe(200);
    expect((await say('go-on')).body.alarm?.answer).toBe('go-on');
    expect((await alarmEntries(id)).map(({ kind }) => kind)).toEqual([
      'alarm-found',
      'alarm-answered',
      'alarm-answered',
    ]);
    await visitor.ok('PUT', `/api/cases/${id}/reason`, { flowId: 'shortness-of-breath' });
    expect((await say('not-meant')).status).toBe(409);
  });

  it('is not there for other words, and cannot be answered then', async () => {
    const visitor = await visit();
    for (const words of [
      'ont i ryggen',
      'inga självmordstankar, men sover dåligt',
      'no chest pain, just a cough',
    ]) {
      const { id, alarm } = await visitor.start(words, { patientAgeMonths: 500 });
      expect([words, alarm]).toEqual([words, null]);
      expect((await visitor.call('PUT', `/api/cases/${id}/alarm`, { answer: 'go-on' })).status).toBe(409);
    }
  });

  it('is found at the end of a long text, and does not hinder a case from being begun twice', async () => {
    const visitor = await visit();
    const id = randomUUID();
    const words = `${'Jag har haft ont i ryggen länge. '.repeat(118)}Nu spyr jag blod.`;
    const first = await visitor.start(words, { id, patientAgeMonths: 500 });
    const again = await visitor.start(words, { id, patientAgeMonths: 500 });
    expect(first.alarm?.alarmId).toBe('vomits-blood');
    expect(again.alarm).toEqual(first.alarm);
    expect(await alarmEntries(id)).toHaveLength(1);
  });

  it('holds whatever is answered afterwards: nobody who goes on ends in self-care', async () => {
    const calm = async (words: string, answer: 'go-on' | 'not-meant' | null) => {
      const visitor = await visit();
      const { id, alarm } = await visitor.start(words, { patientAgeMonths: 300 });
      if (answer) await visitor.ok('PUT', `/api/cases/${id}/alarm`, { answer });
      const ended = await visitor.answer(id, 'cold-flu', COLD);
      return { id, alarm, ended };
    };
    const asked = await calm('förkyld', null);
    expect(asked).toMatchObject({ alarm: null, ended: { triage: { result: { outcome: 'self-care' } } } });
    for (const answer of ['go-on', null] as const) {
      const { id, ended } = await calm('förkyld, och jag får ingen luft', answer);
      expect(ended.triage?.result).toMatchObject({
        outcome: 'emergency-call',
        urgency: 1,
        why: { sv: 'Det du skrev kan betyda: svårt att få luft.' },
      });
      const entries = await server.dataSource.query(
        "SELECT body FROM timeline_entry WHERE case_id = $1 AND kind = 'result'",
        [id],
      );
      expect(entries).toEqual([{ body: expect.objectContaining({ rule: 'alarm breathing', urgency: 1 }) }]);
    }
    const soon = await calm('förkyld, och bajset är svart som tjära', 'go-on');
    expect(soon.ended.triage?.result).toMatchObject({ outcome: 'chat', urgency: 2 });
    const meant = await calm('förkyld, och jag får ingen luft', 'not-meant');
    expect(meant.ended.triage?.result).toMatchObject({ outcome: 'self-care', urgency: 5 });
  });

  it('is asked about for each of several, the most urgent first, and each that is not denied is a floor', async () => {
    const visitor = await visit();
    const words = 'Jag har tryck över bröstet och vill inte leva längre, och bajset är svart som tjära';
    const { id, alarm } = await visitor.start(words, { patientAgeMonths: 500 });
    expect(alarm).toMatchObject({ alarmId: 'chest-pain', urgency: 1, answer: null });
    const say = async (answer: string, number?: number) =>
      (await visitor.ok<ResidentCase>('PUT', `/api/cases/${id}/alarm`, { answer, number })).alarm;
    const second = await say('not-meant', alarm?.number);
    expect(second).toMatchObject({ alarmId: 'suicide', urgency: 1, answer: null });
    const third = await say('not-meant', second?.number);
    expect(third).toMatchObject({ alarmId: 'black-stool', urgency: 2, answer: null });
    expect(await say('not-meant', second?.number)).toEqual(third); // a repeat
    expect(await say('go-on', third?.number)).toMatchObject({ alarmId: 'black-stool', answer: 'go-on' });
    expect(await say('go-on', second?.number)).toMatchObject({ alarmId: 'suicide', answer: 'go-on' });
    const ended = await visitor.answer(id, 'cold-flu', COLD);
    expect(ended.triage?.result).toMatchObject({ outcome: 'emergency-call', urgency: 1 });
    const results = await server.dataSource.query(
      "SELECT body FROM timeline_entry WHERE case_id = $1 AND kind = 'result'",
      [id],
    );
    expect(results).toEqual([{ body: expect.objectContaining({ rule: 'alarm suicide' }) }]);
  });

  it('waits for somebody who can judge it, also where the flow ends with an administrator', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const { person } = await samir.ok<{ person: { id: string } }>('GET', '/api/me');
    const { id, alarm } = await samir.start('Behöver ett intyg, och bajset är svart som tjära', {
      patientId: person.id,
      patientAgeMonths: null,
    });
    expect(alarm).toMatchObject({ alarmId: 'black-stool', urgency: 2 });
    const ended = await samir.answer(id, 'certificate', { kind: 'driving', details: 'Till körkortet.' });
    expect(ended).toMatchObject({
      state: 'waiting',
      triage: { result: { urgency: 2, competence: 'nurse' } },
    });
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    const seen = await anna.ok<DeskCase>('GET', `/api/desk/cases/${id}`);
    expect(seen).toMatchObject({ urgency: 2, competence: 'nurse' });
  });

  it('is seen by staff at the desk, with what the resident said of it', async () => {
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const { person } = await samir.ok<{ person: { id: string } }>('GET', '/api/me');
    const words = 'andfådd, och bajset är svart som tjära';
    const waiting = await samirWrites(samir, { words, patientId: person.id });
    expect(waiting).toMatchObject({ state: 'waiting', alarm: { alarmId: 'black-stool', urgency: 2 } });
    const anna = await StaffMember.signedIn(server.origin, /Anna/);
    const seen = await anna.ok<DeskCase>('GET', `/api/desk/cases/${waiting.id}`);
    expect(seen.alarms).toMatchObject([{ alarmId: 'black-stool', urgency: 2, entry: null, answer: null }]);
    expect(seen.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['alarm-found']));
  });
});
