import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../src/config/project-root.js';
import type { AnswerValue, QuestionKind, QuestionView, ResidentCase } from '../src/contracts/index.js';
import { OUTCOMES } from '../src/contracts/index.js';
import { loadFlows } from '../src/triage/flow-loader.js';
import type { CompiledFlow } from '../src/triage/flow-machine.rule.js';
import { fitsPatient } from '../src/triage/flow-samples.js';
import { realFlows } from '../src/triage/flows/real-flows.js';
import { startTestApp, type TestApp } from './support/app.js';
import { callerBody } from './support/caller.js';
import { Chance } from './support/chance.js';
import { createDatabase } from './support/database.js';
import { copyFewFlows } from './support/flows.js';
import { ApiUser, Resident, StaffMember } from './support/people.js';

const numberOf = async ({ dataSource }: TestApp, name: string): Promise<string> =>
  (await dataSource.query('SELECT identity_number AS n FROM person WHERE given_name = $1', [name]))[0].n;

const FLOWS = [...realFlows().values()];

describe('every flow, with answers by chance', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await startTestApp();
  });
  afterAll(() => server?.close());

  const met = new Set<QuestionKind>();

  it.each(FLOWS.map((flow) => [flow.flow.id, flow] as const))('%s', async (flowId, compiled) => {
    const resident = await Resident.visit(server.origin);
    const chance = new Chance(FLOWS.indexOf(compiled) + 1);
    const { ageMonths, sex } = patientFor(compiled, chance);
    const told = { patientAgeMonths: ageMonths, patientSex: sex, about: 'me' as const };
    const { id } = await resident.start('Jag mår inte bra', told);
    let seen = await resident.ok<ResidentCase>('PUT', `/api/cases/${id}/reason`, { flowId });
    let left = seen.triage?.aboutLeft ?? 0;
    expect(left).toBeLessThanOrEqual(14);
    while (seen.triage?.question) {
      const { question } = seen.triage;
      // What is refused depends on the kind of question alone.
      if (!met.has(question.kind)) await refuses(resident, id, question, seen.lastNumber);
      met.add(question.kind);
      const value = chance.answer(question);
      seen = await resident.ok('PUT', `/api/cases/${id}/answers/${question.id}`, { value });
      expect(seen.triage?.aboutLeft).toBeLessThan(left);
      left = seen.triage?.aboutLeft ?? 0;
    }
    await hasWayOn(resident, seen);
  });

  it('between them ask questions of nearly every kind', () => {
    expect([...met]).toEqual(
      expect.arrayContaining(['one', 'several', 'yes-no', 'scale', 'duration', 'number', 'text', 'image']),
    );
  });

  function patientFor({ flow }: CompiledFlow, chance: Chance) {
    for (;;) {
      const facts = {
        ageMonths: chance.whole(0, 95 * 12),
        sex: chance.of(['female', 'male', null] as const),
        pregnant: null,
      };
      if (fitsPatient(flow.fits, facts)) return facts;
    }
  }

  /** Wrong answers to the question that stands are refused with what would be right, and nothing is stored. */
  async function refuses(resident: ApiUser, id: string, question: QuestionView, lastNumber: number) {
    for (const value of wrongAnswers(question)) {
      const { status, problem } = await resident.call('PUT', `/api/cases/${id}/answers/${question.id}`, {
        value,
      });
      expect([question.id, value, status, problem.errors?.[0]?.field]).toEqual([
        question.id,
        value,
        422,
        'value',
      ]);
      expect(problem.errors?.[0]?.message).toMatch(/\S/);
    }
    expect((await resident.ok<ResidentCase>('GET', `/api/cases/${id}`)).lastNumber).toBe(lastNumber);
  }

  function wrongAnswers(question: QuestionView): unknown[] {
    const options = question.options ?? [];
    const always: unknown[] = [{}, true, { amount: 0, unit: 'days' }, ...(question.optional ? [] : [null])];
    const { min = 0, max = 10, step = 1 } = question;
    const ofKind: Record<QuestionKind, unknown[]> = {
      one: ['', 'no-such-option', 7, [options[0]?.id]],
      several: ['none', [], ['no-such-option'], [7], [null], [...options.map((option) => option.id)]],
      'yes-no': ['', 'ja', 'YES', 1, ['yes']],
      number: ['38', min - step, max + step, min + step / 3, 1e308, [min]],
      scale: ['3', min - 1, max + 1, min + 0.5, 1e308],
      date: ['', '2026-02-30', '26-01-01', 20260101],
      duration: [7, '3 days', { amount: 1.5, unit: 'days' }, { amount: 1000, unit: 'days' }, { amount: 1 }],
      text: ['', '  ', 7, ['x'], 'x'.repeat(2001)],
      image: ['x', ['x'], [randomUUID()], Array.from({ length: 6 }, () => randomUUID())],
    };
    const everyOption = question.kind === 'several' && !options.some(({ exclusive }) => exclusive);
    return [...always, ...ofKind[question.kind].slice(0, everyOption ? -1 : undefined)];
  }

  /** An outcome, said why in both languages, and something that can be done next. */
  async function hasWayOn(resident: Resident, seen: ResidentCase): Promise<void> {
    const result = seen.triage?.result;
    expect(OUTCOMES).toContain(result?.outcome);
    for (const text of [result?.now, result?.why, result?.steps[0], result?.watchFor[0]]) {
      expect([text?.sv, text?.en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    }
    switch (result?.outcome) {
      case 'emergency-call':
        expect([seen.state, result.urgency]).toEqual(['advised', 1]);
        return;
      case 'emergency-department':
        expect(seen).toMatchObject({ state: 'advised', emergencyDepartment: { name: 'Akutmottagningen' } });
        return;
      case 'self-care': {
        expect(seen.state).toBe('advised');
        const wanted = await resident.ok<ResidentCase>('POST', `/api/cases/${seen.id}/contact-wish`, {});
        expect(wanted.state).toBe('identifying');
        return;
      }
      default:
        expect(seen).toMatchObject({ state: 'identifying', canWithdraw: true });
    }
  }

  it.each(['general', 'back-pain', 'rash'])(
    '%s: signed in, the case is in a queue or has a ticket',
    async (flowId) => {
      const hanna = await Resident.signedIn(server.origin, /Hanna/);
      for (let seed = 100; seed < 106; seed += 1) {
        const chance = new Chance(seed);
        const { id } = await hanna.start('Jag mår inte bra');
        let seen = await hanna.ok<ResidentCase>('PUT', `/api/cases/${id}/reason`, { flowId });
        while (seen.triage?.question) {
          const value: AnswerValue = chance.answer(seen.triage.question);
          seen = await hanna.ok('PUT', `/api/cases/${id}/answers/${seen.triage.question.id}`, { value });
        }
        const { outcome } = seen.triage?.result ?? {};
        if (outcome === 'chat') expect(seen).toMatchObject({ state: 'waiting', canWrite: true, place: {} });
        else if (outcome === 'booking') expect(['to-book', 'waiting']).toContain(seen.state);
        else expect(seen.state).toBe('advised');
      }
    },
  );
});

describe('when the flow files change', () => {
  it('a case goes on with the questions on which it began, a new one takes the new', async () => {
    const database = await createDatabase();
    const flows = await mkdtemp(path.join(tmpdir(), 'slussen-flows-'));
    const start = () => startTestApp({ databaseUrl: database.url, env: { FLOWS_DIR: flows } });
    try {
      await copyFewFlows(flows);
      const before = await start();
      const lisa = await Resident.visit(before.origin);
      const { id } = await lisa.start('Ont i ryggen');
      await lisa.ok('PUT', `/api/cases/${id}/reason`, { flowId: 'back-pain' });
      const old = await lisa.ok<ResidentCase>('PUT', `/api/cases/${id}/answers/danger-now`, {
        value: ['none'],
      });
      await before.close();

      const file = path.join(flows, 'back-joints-injuries', 'back-pain', 'flow.yaml');
      const text = await readFile(file, 'utf8');
      const changed = text
        .replace('version: 1', 'version: 2')
        .replace('Har något av det här kommit?', 'Har något av det här hänt?')
        .replace(
          '      - { id: cannot-pass-urine',
          '      - { id: cold-leg, sv: Kallt ben, en: A cold leg }\n      - { id: cannot-pass-urine',
        );
      expect(changed).not.toBe(text);
      await writeFile(file, changed);

      const after = await start();
      const again = new ApiUser(after.origin, { authorization: `Bearer ${lisa.token}` });
      const seen = await again.ok<ResidentCase>('GET', `/api/cases/${id}`);
      expect(seen.triage).toEqual(old.triage);
      const address = `/api/cases/${id}/answers/alarm`;
      expect((await again.call('PUT', address, { value: ['cold-leg'] })).status).toBe(422);
      const on = await again.ok<ResidentCase>('PUT', address, { value: ['none'] });
      expect(on.triage).toMatchObject({ flowVersion: old.triage?.flowVersion, question: { id: 'accident' } });

      const visitor = await Resident.visit(after.origin);
      const fresh = await visitor.start('Ont i ryggen');
      await visitor.ok('PUT', `/api/cases/${fresh.id}/reason`, { flowId: 'back-pain' });
      const first = await visitor.ok<ResidentCase>('PUT', `/api/cases/${fresh.id}/answers/danger-now`, {
        value: ['none'],
      });
      expect(first.triage).toMatchObject({
        flowVersion: 2,
        question: { text: { sv: 'Har något av det här hänt?' } },
      });
      await after.close();
    } finally {
      await database.drop();
      await rm(flows, { recursive: true, force: true });
    }
  });
});

describe('where drafts are not allowed', () => {
  it('only reviewed flows are served; without the general one no case can begin, and people are told whom to call', async () => {
    const database = await createDatabase();
    const flows = await mkdtemp(path.join(tmpdir(), 'slussen-flows-'));
    const env = { FLOWS_DIR: flows, FLOWS_ALLOW_DRAFTS: 'false' };
    const start = () => startTestApp({ databaseUrl: database.url, env });
    try {
      await copyFewFlows(flows);
      const closed = await start();
      const visitor = await Resident.visit(closed.origin);
      expect(await visitor.ok('GET', '/api/region?unit=herrgardet')).toMatchObject({
        takesCases: false,
        unitPhone: expect.stringMatching(/\d/),
      });
      const body = {
        id: randomUUID(),
        words: 'Ont i ryggen',
        about: 'me',
        patientAgeMonths: 420,
        language: 'sv',
      };
      expect((await visitor.call('POST', '/api/cases', body)).problem.type).toBe(
        'urn:slussen:problem:wrong-state',
      );
      const eva = await StaffMember.signedIn(closed.origin, /Eva/);
      const caller = callerBody(await numberOf(closed, 'Samir'), 'Ont i ryggen');
      const { status, problem } = await eva.call('POST', '/api/desk/caller-cases', caller);
      expect([status, problem.detail]).toEqual([
        409,
        expect.stringContaining('Help the caller without them'),
      ]);
      await closed.close();

      const file = path.join(flows, 'general', 'general', 'flow.yaml');
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace('review: draft', 'review: reviewed by Test Person on 2026-01-31'));
      await expect(start()).rejects.toThrow('is not in the lock');

      const general = loadFlows(flows).find(({ id }) => id === 'general');
      await writeFile(
        path.join(flows, 'reviewed.lock.json'),
        JSON.stringify({ [`general@${general?.version}`]: general?.hash }),
      );
      const server = await start();
      const lisa = await Resident.visit(server.origin);
      const { id } = await lisa.start('Ont i ryggen');
      const refused = await lisa.call('PUT', `/api/cases/${id}/reason`, { flowId: 'back-pain' });
      expect(refused.status).toBe(400);
      await lisa.ok('PUT', `/api/cases/${id}/reason`, { flowId: 'general' });
      await server.close();
    } finally {
      await database.drop();
      await rm(flows, { recursive: true, force: true });
    }
  });
});

describe('where no flow is served any more, after an update', () => {
  it('who is here goes on with the general questions, also once they are named; a repeat finds its case', async () => {
    const database = await createDatabase();
    const start = (drafts: boolean) =>
      startTestApp({ databaseUrl: database.url, env: { FLOWS_ALLOW_DRAFTS: String(drafts) } });
    try {
      const before = await start(true);
      const visitor = await Resident.visit(before.origin);
      const begun = {
        id: randomUUID(),
        words: 'Ont i ryggen',
        about: 'me',
        patientId: null,
        patientAgeMonths: 420,
        patientSex: null,
        language: 'sv',
        unit: null,
      };
      const { reasons } = await visitor.ok<ResidentCase>('POST', '/api/cases', begun);
      const eva = await StaffMember.signedIn(before.origin, /Eva/);
      const body = callerBody(await numberOf(before, 'Samir'), 'Ont i ryggen');
      await eva.ok('POST', '/api/desk/caller-cases', body);
      const nameless = await Resident.visit(before.origin);
      const unnamed = await nameless.start('Ont i ryggen');
      await before.close();

      const after = await start(false);
      const onward = new ApiUser(after.origin, { authorization: `Bearer ${visitor.token}` });
      const again = await onward.ok<ResidentCase>('POST', '/api/cases', begun);
      expect([again.id, again.state]).toEqual([begun.id, 'describing']);
      const best = reasons?.best.find(({ flowId }) => flowId === 'back-pain');
      const address = `/api/cases/${begun.id}/reason`;
      for (const flowId of [best?.flowId, best?.flowId, 'general']) {
        const asked = await onward.ok<ResidentCase>('PUT', address, { flowId });
        expect([asked.state, asked.triage?.flowId]).toEqual(['triage', 'general']);
      }
      expect((await onward.call('PUT', address, { flowId: 'no-such-flow' })).status).toBe(400);

      const lisa = Object.assign(nameless, { origin: after.origin });
      await lisa.signIn(/Lisa Andersson|Lisa, 35/);
      const { person } = await lisa.ok<{ person: { id: string } }>('GET', '/api/me');
      const name = { patientId: person.id };
      const named = await lisa.ok<ResidentCase>('PUT', `/api/cases/${unnamed.id}/patient`, name);
      expect([named.state, named.reasons?.best]).toEqual(['describing', []]);
      await lisa.ok('PUT', `/api/cases/${unnamed.id}/reason`, { flowId: named.reasons?.none.flowId });

      const nurse = await StaffMember.signedIn(after.origin, /Eva/);
      expect((await nurse.ok<ResidentCase>('POST', '/api/desk/caller-cases', body)).state).toBe('describing');
      const samir = await Resident.signedIn(after.origin, /Samir/);
      const other = `/api/cases/${body.id}`;
      const seen = await samir.ok<ResidentCase>('GET', other);
      const picked = await samir.ok<ResidentCase>('PUT', `${other}/reason`, {
        flowId: seen.reasons?.best[0]?.flowId,
      });
      expect(picked.triage?.flowId).toBe('general');
      await after.close();
    } finally {
      await database.drop();
    }
  });
});

describe('the flows at start', () => {
  it('a hundred of them are loaded in under two seconds of one core, and take less than 150 MB', async () => {
    const loader = path.join(PROJECT_ROOT, 'dist/src/triage/flow-loader.js');
    const directory = JSON.stringify(path.join(PROJECT_ROOT, 'triage-flows'));
    const measured = `
      import { loadFlows } from ${JSON.stringify(loader)};
      import { FLOW_FILES } from ${JSON.stringify(loader.replace('flow-loader', 'flow-files'))};
      const before = process.cpuUsage();
      const flows = loadFlows(${directory});
      const { user, system } = process.cpuUsage(before);
      globalThis.gc();
      const bytes = process.memoryUsage().heapUsed;
      const between = process.cpuUsage();
      const prepared = FLOW_FILES.flows(${directory});
      const again = process.cpuUsage(between);
      console.log(JSON.stringify({
        flows: flows.length, ms: (user + system) / 1000, bytes,
        isSame: JSON.stringify(prepared) === JSON.stringify(flows), preparedMs: (again.user + again.system) / 1000,
      }));`;
    const given = ['--expose-gc', '--input-type=module', '-e', measured];
    const { stdout } = await promisify(execFile)(process.execPath, given);
    const { flows, ms, bytes, isSame, preparedMs } = JSON.parse(stdout);
    process.stderr.write(
      `${flows} flows: read in ${Math.round(ms)} ms of one core, loaded as built in ${Math.round(preparedMs)}; ${Math.round(bytes / 1e6)} MB\n`,
    );
    expect(flows).toBeGreaterThanOrEqual(100);
    expect((preparedMs / flows) * 100).toBeLessThan(2000);
    // Where a region has changed some since the build, all are read; a core that others use too takes longer.
    expect((ms / flows) * 100).toBeLessThan(4000);
    expect(bytes).toBeLessThan(150e6);
    // What the build has read is not read again at a start.
    expect(isSame).toBe(true);
    expect(preparedMs).toBeLessThan(ms / 4);
  });
});
