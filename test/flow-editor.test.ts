import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AnswerValue, FlowList, FlowPage, TriedFlow, UrgencyFigures } from '../src/contracts/index.js';
import { findFlows, readFlowFile } from '../src/triage/flow-loader.js';
import { loadShared } from '../src/triage/flow-shared.js';
import { writeProofRecord } from '../src/triage/proof-records.js';
import { loadSafetyRules } from '../src/triage/safety-rules.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createDatabase } from './support/database.js';
import { copyFewFlows } from './support/flows.js';
import { Resident, StaffMember } from './support/people.js';
import { insertWaitingCase } from './support/waiting-case.js';

const EDITOR = /Siv Brandt/;

describe('a clinical editor', () => {
  let server: TestApp;
  let siv: StaffMember;
  beforeAll(async () => {
    server = await startTestApp({ env: { ROUTER_JOBS: 'false' } });
    siv = await StaffMember.signedIn(server.origin, EDITOR);
  });
  afterAll(() => server?.close());

  const list = () => siv.ok<FlowList>('GET', '/api/desk/flows');
  const page = (flowId: string) => siv.ok<FlowPage>('GET', `/api/desk/flows/${flowId}`);
  const tryOut = (flowId: string, body: object) =>
    siv.call<TriedFlow>('POST', `/api/desk/flows/${flowId}/try-out`, body);

  it('sees no case and changes no unit; nobody else reads, tries or signs flows (P8)', async () => {
    const { id } = await insertWaitingCase(server.dataSource, { urgency: 3, since: server.clock.now() });
    const [{ id: unitId }] = await server.dataSource.query(`SELECT id FROM care_unit WHERE slug = '1177'`);
    const closed = [
      `/api/desk/cases/${id}`,
      '/api/desk/queue',
      '/api/desk/held',
      '/api/desk/policy',
      '/api/desk/managed-units',
      `/api/desk/units/${unitId}/hours`,
      `/api/desk/units/${unitId}/staff`,
      '/api/desk/quick-replies',
    ];
    for (const address of closed) {
      expect([address, (await siv.call('GET', address)).status]).toEqual([address, 403]);
    }
    const { hash } = (await page('cough')).shown;
    const others = [
      await StaffMember.signedIn(server.origin, /Anna Lindqvist/),
      await StaffMember.signedIn(server.origin, /Monica Wallin/),
      await StaffMember.signedIn(server.origin, /Gunilla Sandström/),
      await StaffMember.signedIn(server.origin, /Birgitta Forsman/),
      await Resident.signedIn(server.origin, /Samir Haddad/),
    ];
    for (const other of others) {
      const answers = await Promise.all([
        other.call('GET', '/api/desk/flows'),
        other.call('GET', '/api/desk/flows/cough'),
        other.call('POST', '/api/desk/flows/cough/try-out', { hash, ageMonths: 420, sex: null, answers: [] }),
        other.call('POST', '/api/desk/flows/cough/reviews', { id: randomUUID(), hash, comment: null }),
      ]);
      for (const { status } of answers) expect([401, 403]).toContain(status);
    }
    expect((await page('cough')).reviews).toEqual([]);
  });

  it('finds every flow with its chapter, as draft', async () => {
    const { flows, draftsServed } = await list();
    expect(draftsServed).toBe(true);
    expect(flows.length).toBeGreaterThanOrEqual(100);
    for (const { id, chapter, served, review } of flows) {
      expect([id, chapter !== null, served, review.state]).toEqual([id, true, true, 'draft']);
    }
  });

  it('reads what those who wait are asked, what leads where without an image, and how long it is', async () => {
    const { words, drawing, longest, median } = await page('fever-child');
    expect(words.checkIns).toMatchObject([{ afterMinutes: 60, questions: [{ id: 'over-forty' }, {}] }]);
    expect(words.checkIns[0]?.questions[0]?.answers[0]?.redFlags).toMatchObject([{ urgency: 2 }]);
    expect(words.answerWithin).toContainEqual({ urgency: 3, minutes: 60 });
    for (const { dot, inWords } of [drawing.sv, drawing.en]) {
      expect(dot).toMatch(/^digraph/);
      expect(inWords).toHaveLength(words.questions.length + 1);
    }
    expect(longest).toBeGreaterThanOrEqual(median ?? 99);
    expect((await page('back-pain')).words.checkIns).toEqual([]);
  });

  it('reads which safety rules reach a flow, and which answer carries which sign', async () => {
    const { words, safetyRules } = await page('headache');
    const stroke = safetyRules.find(({ rule }) => rule === 'stroke-now');
    expect(stroke).toMatchObject({ text: expect.stringMatching(/drooping face/), signs: ['stroke-24h'] });
    const asked = [...words.questions, ...words.checkIns.flatMap(({ questions }) => questions)];
    const carried = asked.flatMap(({ answers }) => answers.flatMap(({ signs }) => signs));
    expect(carried).toEqual(expect.arrayContaining(safetyRules.flatMap(({ signs }) => signs)));
    expect(new Set(safetyRules.map(({ rule }) => rule)).size).toBe(safetyRules.length);
    const ofBedwetting = (await page('bedwetting')).safetyRules.map(({ rule }) => rule);
    expect(ofBedwetting).not.toContain('stroke-now');
  });

  it('tries a flow as a resident would meet it, and nothing is stored', async () => {
    const before = await stored();
    const { hash } = (await page('back-pain')).shown;
    const answers: { questionId: string; value: AnswerValue }[] = [];
    const patient = { hash, ageMonths: 35 * 12, sex: 'male' };
    let { view } = (await tryOut('back-pain', { ...patient, answers })).body;
    while (view.question) {
      const { id, kind, options = [] } = view.question;
      const value: AnswerValue =
        kind === 'several'
          ? [options.find(({ exclusive }) => exclusive)?.id ?? '']
          : kind === 'scale'
            ? 2
            : kind === 'duration'
              ? { amount: 2, unit: 'days' }
              : kind === 'yes-no'
                ? 'no'
                : (options[0]?.id ?? '');
      answers.push({ questionId: id, value });
      view = (await tryOut('back-pain', { ...patient, answers })).body.view;
    }
    expect(view.result).toMatchObject({ outcome: 'self-care', redFlags: [] });
    const words = (await page('back-pain')).words;
    expect(
      words.endings.some(({ rule, now }) => rule === view.result?.rule && now.sv === view.result.now.sv),
    ).toBe(true);

    const [first, ...rest] = answers;
    const graver = { ...first, value: [words.questions[0] ? 'fainted' : ''] };
    const again = await tryOut('back-pain', { ...patient, answers: [graver, ...rest] });
    expect(again.body.view.result).toMatchObject({
      urgency: 1,
      redFlags: [{ questionId: first?.questionId }],
    });

    const wrong = await tryOut('back-pain', { ...patient, answers: [{ ...first, value: 'nothing' }] });
    expect([wrong.status, wrong.problem.errors?.[0]?.field]).toEqual([422, 'answers.0.value']);
    const child = await tryOut('back-pain', { ...patient, ageMonths: 20, answers: [] });
    expect([child.status, child.problem.type]).toEqual([409, 'urn:slussen:problem:wrong-state']);
    const elsewhere = await tryOut('cough', { ...patient, answers: [] });
    expect([elsewhere.status, elsewhere.problem.errors?.[0]?.field]).toEqual([400, 'hash']);
    expect(await stored()).toEqual(before);
  });

  it('signs exactly a content, once; withdraws it; neither is ever changed', async () => {
    const { hash, version } = (await page('rash')).shown;
    const review = { id: randomUUID(), hash, comment: 'Läst och provad.' };
    const signed = await siv.ok<FlowPage>('POST', '/api/desk/flows/rash/reviews', review);
    expect(signed.shown.review).toMatchObject({ state: 'reviewed', by: 'Siv Brandt', version });
    expect(signed.reviews).toMatchObject([
      { id: review.id, hash, version, comment: 'Läst och provad.', withdrawn: null },
    ]);
    // The same request again, as after a lost answer, and the same review under another id.
    expect((await siv.ok<FlowPage>('POST', '/api/desk/flows/rash/reviews', review)).reviews).toHaveLength(1);
    const twice = await siv.call('POST', '/api/desk/flows/rash/reviews', { ...review, id: randomUUID() });
    expect(twice.status).toBe(409);
    const listed = (await list()).flows.find(({ id }) => id === 'rash');
    expect(listed?.review.state).toBe('reviewed');

    const address = `/api/desk/flows/rash/reviews/${review.id}/withdrawal`;
    const withdrawal = { id: randomUUID(), comment: 'Fel version.' };
    const after = await siv.ok<FlowPage>('POST', address, withdrawal);
    expect(after.shown.review.state).toBe('draft');
    expect(after.reviews).toMatchObject([
      { id: review.id, withdrawn: { by: 'Siv Brandt', comment: 'Fel version.' } },
    ]);
    await siv.ok('POST', address, withdrawal);
    expect((await siv.call('POST', address, { ...withdrawal, id: randomUUID() })).status).toBe(409);
    expect(
      (await siv.call('POST', '/api/desk/flows/rash/reviews', { ...review, id: withdrawal.id })).status,
    ).toBe(409);
    await expect(server.dataSource.query(`UPDATE flow_review SET comment = 'x'`)).rejects.toThrow();
    await expect(server.dataSource.query('DELETE FROM flow_review')).rejects.toThrow();
  });

  it('sees how often staff changed the urgency, from the timeline, and no number under twenty (P9)', async () => {
    const anna = await StaffMember.signedIn(server.origin, /Anna Lindqvist/);
    const samir = await Resident.signedIn(server.origin, /Samir Haddad/);
    const figures = async (): Promise<UrgencyFigures | undefined> =>
      (await list()).flows.find(({ id }) => id === 'back-pain')?.figures;
    const { id } = await samir.start('Ont i ryggen', { unit: 'herrgardet' });
    const seen = await samir.answer(id, 'back-pain', { accident: 'none', kidney: ['burning'] });
    expect(seen.state).toBe('waiting');
    await anna.ok('POST', `/api/desk/cases/${id}/claim`, { id: randomUUID() });
    const change = { id: randomUUID(), urgency: 4, reason: 'Mår bättre' };
    await anna.ok('PUT', `/api/desk/cases/${id}/urgency`, change);
    const [{ body }] = await server.dataSource.query(
      `SELECT body FROM timeline_entry WHERE kind = 'urgency-changed' AND case_id = $1`,
      [id],
    );
    expect(body.triage).toMatchObject({
      flowId: 'back-pain',
      flowVersion: 1,
      rule: expect.any(String),
    });
    expect(JSON.stringify(body.triage)).not.toContain('burning');
    expect(await figures()).toEqual({
      cases: null,
      raised: null,
      lowered: null,
      raisedBy: null,
      loweredBy: null,
    });

    // As if nineteen more had gone the same way.
    await server.dataSource.query(COPY_CASE, [id, 19]);
    expect(await figures()).toMatchObject({ cases: 20, raised: null, lowered: 20 });
    const { figures: own, figuresByRule } = await page('back-pain');
    expect(own).toEqual(await figures());
    expect(figuresByRule).toMatchObject([{ lowered: 20 }]);
  });

  async function stored(): Promise<unknown> {
    const [row] = await server.dataSource.query(
      `SELECT (SELECT count(*) FROM care_case) AS cases, (SELECT count(*) FROM timeline_entry) AS entries,
         (SELECT count(*) FROM flow_review) AS reviews, (SELECT count(*) FROM flow_definition) AS flows`,
    );
    return row;
  }
});

/** Copies a case with its entries, a number of times. */
const COPY_CASE = `
  WITH made AS (
    INSERT INTO care_case SELECT (jsonb_populate_record(care_case, jsonb_build_object('id', gen_random_uuid()))).*
    FROM care_case, generate_series(1, $2) WHERE id = $1 RETURNING id
  )
  INSERT INTO timeline_entry (case_id, number, id, at, kind, actor, staff_only, body)
  SELECT made.id, number, gen_random_uuid(), at, kind, actor, staff_only, body
  FROM timeline_entry CROSS JOIN made WHERE case_id = $1`;

describe('where drafts are not allowed', () => {
  it('a recorded review of exactly the content is served from the next start, until it changes or is withdrawn', async () => {
    const database = await createDatabase();
    const flows = await mkdtemp(path.join(tmpdir(), 'slussen-flows-'));
    const start = (allow: boolean) =>
      startTestApp({
        databaseUrl: database.url,
        env: { FLOWS_DIR: flows, FLOWS_ALLOW_DRAFTS: String(allow) },
      });
    const review = async (siv: StaffMember, flowId: string): Promise<string> => {
      const { shown } = await siv.ok<FlowPage>('GET', `/api/desk/flows/${flowId}`);
      const id = randomUUID();
      await siv.ok('POST', `/api/desk/flows/${flowId}/reviews`, { id, hash: shown.hash, comment: null });
      return id;
    };
    const offered = async (server: TestApp, flowId: string): Promise<boolean> => {
      const lisa = await Resident.visit(server.origin);
      const { id } = await lisa.start('Jag behöver hjälp', { patientAgeMonths: 420 });
      return (await lisa.call('PUT', `/api/cases/${id}/reason`, { flowId })).status === 200;
    };
    try {
      await copyFewFlows(flows);
      const trial = await start(true);
      await review(await StaffMember.signedIn(trial.origin, EDITOR), 'general');
      await trial.close();

      const first = await start(false);
      let siv = await StaffMember.signedIn(first.origin, EDITOR);
      const kept = await review(siv, 'back-pain');
      const whilst = await siv.ok<FlowPage>('GET', '/api/desk/flows/back-pain');
      expect(whilst.shown).toMatchObject({ served: false, review: { state: 'reviewed' } });
      expect(await offered(first, 'back-pain')).toBe(false);
      const general = await siv.ok<FlowPage>('GET', '/api/desk/flows/general');
      const needed = await siv.call(
        'POST',
        `/api/desk/flows/general/reviews/${general.reviews[0]?.id}/withdrawal`,
        { id: randomUUID(), comment: 'Ska inte gå' },
      );
      expect([needed.status, needed.problem.type]).toEqual([409, 'urn:slussen:problem:wrong-state']);
      await first.close();

      const second = await start(false);
      expect(await offered(second, 'back-pain')).toBe(true);
      expect(await offered(second, 'cough')).toBe(false);
      siv = await StaffMember.signedIn(second.origin, EDITOR);
      await review(siv, 'cough');
      await siv.ok('POST', `/api/desk/flows/back-pain/reviews/${kept}/withdrawal`, {
        id: randomUUID(),
        comment: 'Läste fel',
      });
      await second.close();

      const file = path.join(flows, 'airways', 'cough', 'flow.yaml');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('SVF Lungcancer', 'SVF Lungcancer, 2026'));
      const third = await start(false);
      expect([await offered(third, 'back-pain'), await offered(third, 'cough')]).toEqual([false, false]);
      siv = await StaffMember.signedIn(third.origin, EDITOR);
      const changed = await siv.ok<FlowPage>('GET', '/api/desk/flows/cough');
      expect(changed.shown).toMatchObject({ served: false, review: { state: 'changed', by: 'Siv Brandt' } });
      // Nobody can have proved what was written just now.
      expect(changed.proof).toBeNull();
      const place = findFlows(flows).places.find(({ id }) => id === 'cough');
      const { flow } = place ? readFlowFile(place, loadShared(flows).shared) : { flow: null };
      if (!flow) throw new Error('The flow is not there.');
      const { demands } = loadSafetyRules(flows).rules;
      const proved = { at: '2026-11-24T08:00:00.000Z', longest: 9, refuted: [] };
      const recordFile = writeProofRecord({ flow, demands, offered: new Map() }, proved);
      const { proof } = await siv.ok<FlowPage>('GET', '/api/desk/flows/cough').finally(() => rm(recordFile));
      expect(proof).toMatchObject({ at: proved.at, longest: 9 });
      expect(proof?.promises.every(({ holds }) => holds)).toBe(true);
      const older = changed.contents.find(({ current }) => !current);
      const read = await siv.ok<FlowPage>('GET', `/api/desk/flows/cough?hash=${older?.hash}`);
      expect(read).toMatchObject({
        shown: { current: false, review: { state: 'reviewed' } },
        words: { hash: older?.hash },
      });
      const late = { id: randomUUID(), hash: older?.hash, comment: null };
      expect((await siv.call('POST', '/api/desk/flows/cough/reviews', late)).status).toBe(409);
      await third.close();
    } finally {
      await database.drop();
      await rm(flows, { recursive: true, force: true });
    }
  });
});
