import { randomUUID } from 'node:crypto';
import { CareUnit } from '../src/care-units/care-unit.entity.js';
import { Commission } from '../src/care-units/staff.entity.js';
import { CareCase } from '../src/cases/case.entity.js';
import { relationsOf } from '../src/cases/relations.rule.js';
import { mayAct } from '../src/cases/who-may-act.rule.js';
import { type AccessLogRow, CASE_STATES, type FoundCases, type ListClosed } from '../src/contracts/index.js';
import { Search } from '../src/desk/search.service.js';
import type { CommissionCaller } from '../src/identity/caller.js';
import { Person } from '../src/residents/person.entity.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Resident, StaffMember } from './support/people.js';
import { until } from './support/until.js';
import { insertWaitingCase } from './support/waiting-case.js';

let server: TestApp;
let anna: StaffMember;
let sara: StaffMember;

beforeAll(async () => {
  server = await startTestApp({ env: { ROUTER_JOBS: 'false' } });
  anna = await StaffMember.signedIn(server.origin, /Anna/);
  sara = await StaffMember.signedIn(server.origin, /Sara/);
});
beforeEach(() => server.dataSource.query('DELETE FROM shared_limit'));
afterAll(() => server?.close());

const search = (staff: StaffMember, text: string) =>
  staff.ok<FoundCases>('POST', '/api/desk/searches', { text });
const listed = (staff: StaffMember, filter: Partial<ListClosed> = {}) =>
  staff.ok<FoundCases>('POST', '/api/desk/closed-cases', {
    from: null,
    to: null,
    reason: null,
    closedAs: null,
    ...filter,
  });
const ids = ({ cases }: FoundCases) => cases.map(({ caseId }) => caseId);

/** A case that waits at Herrgärdet, with what the test says of it. */
async function waiting(change: Partial<CareCase> = {}, patient = 'Samir'): Promise<CareCase> {
  const made = await insertWaitingCase(server.dataSource, {
    urgency: 4,
    since: server.clock.now(),
    patient,
  });
  server.clock.forward({ minutes: 1 });
  return server.dataSource.manager.save(Object.assign(made, change));
}
const closed = (at: string, closedAs: CareCase['closedAs'], change: Partial<CareCase> = {}) =>
  waiting({
    state: 'closed',
    closedAt: new Date(at),
    closedAs,
    nextDeadlineAt: null,
    ...change,
  });

async function logged(caseId: string): Promise<string[]> {
  const rows: { who: string }[] = await server.dataSource.query(
    `SELECT staff_name || ' ' || action AS who FROM access_log WHERE case_id = $1 ORDER BY id`,
    [caseId],
  );
  return rows.map(({ who }) => who);
}

describe('search at the desk', () => {
  it('finds a case by name, identity number, its id, its reason and words as they are bent', async () => {
    const { id } = await waiting({
      words: 'Jag fick ryggskott när jag lyfte flyttlådorna',
      reason: { sv: 'Ont i ryggen', en: 'Back pain' },
    });
    const { identityNumber } = await server.dataSource.manager.findOneByOrFail(Person, {
      givenName: 'Samir',
    });
    for (const text of [
      'samir',
      'HADDAD Sam',
      identityNumber,
      `${identityNumber.slice(2, 8)}-${identityNumber.slice(8)}`,
      id,
      'ryggskott',
      'flyttlåda',
      'flytt',
      'rygg ont',
      'back pain',
    ])
      expect({ text, found: ids(await search(anna, text)) }).toEqual({
        text,
        found: expect.arrayContaining([id]),
      });
    for (const text of ['samira', 'ryggskott halsfluss', '19121212-1212'])
      expect({ text, found: ids(await search(anna, text)) }).toEqual({ text, found: [] });
  });

  it.each([
    ['Siobhan', "O'Connor", ["o'connor", 'O’Connor', 'connor', 'siobhan o connor']],
    ['Jean', 'D’Arcy', ["d'arcy", 'D’Arcy', 'arcy jean']],
    ['Anna-Karin', 'Ek', ['anna-karin', 'karin ek', 'Anna Karin']],
    ['Andre\u0301', 'É. Lindén', ['andré', 'ANDRE\u0301', 'lindén é']],
    ['Örjan', '(Åke) Ängström/Öst', ['örjan', 'åke öst', 'ÄNGSTRÖM']],
  ])('finds %s %s however the signs in the name are written', async (givenName, familyName, texts) => {
    const { id, patientId } = await waiting({}, 'Nora');
    const before = await server.dataSource.manager.findOneByOrFail(Person, { id: patientId ?? '' });
    await server.dataSource.manager.update(Person, before.id, { givenName, familyName });
    try {
      for (const text of texts)
        expect({ text, found: ids(await search(anna, text)) }).toEqual({
          text,
          found: expect.arrayContaining([id]),
        });
      expect(ids(await search(anna, 'nora'))).not.toContain(id);
    } finally {
      const { givenName, familyName } = before;
      await server.dataSource.manager.update(Person, before.id, { givenName, familyName });
    }
  });

  it('makes one search of a person at a time, whose newest waits and whose others are refused', async () => {
    const runner = server.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('LOCK TABLE care_case IN ACCESS EXCLUSIVE MODE');
      const statuses: number[] = [];
      const made = ['ett', 'två', 'tre', 'fyra', 'fem'].map(async (text) => {
        const { status } = await anna.call('POST', '/api/desk/searches', { text });
        statuses.push(status);
      });
      await until('all but two to be refused', () => statuses.length === 3);
      expect(statuses).toEqual([409, 409, 409]);
      await runner.rollbackTransaction();
      await Promise.all(made);
      expect(statuses.slice(3)).toEqual([200, 200]);
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('writes each case that it shows to the access log, which the patient sees, and none that it does not', async () => {
    const { id } = await waiting({ words: 'kryddpeppar' });
    const beside = await waiting({ words: 'muskotnöt' });
    await search(anna, 'kryddpeppar');
    expect(await logged(id)).toEqual(['Anna Lindqvist found']);
    expect(await logged(beside.id)).toEqual([]);
    const samir = await Resident.signedIn(server.origin, /Samir/);
    const rows = await samir.ok<AccessLogRow[]>('GET', '/api/me/access-log');
    expect(rows).toContainEqual(
      expect.objectContaining({ caseId: id, action: 'found', who: 'Anna Lindqvist' }),
    );
  });

  it('finds nothing for another unit, by whatever is searched for', async () => {
    const { id } = await waiting({ words: 'vaniljstång' });
    expect(ids(await search(anna, 'vaniljstång'))).toEqual([id]);
    const { identityNumber } = await server.dataSource.manager.findOneByOrFail(Person, {
      givenName: 'Samir',
    });
    for (const text of ['vaniljstång', id, identityNumber, 'Samir'])
      expect({ text, ...(await search(sara, text)) }).toEqual({ text, cases: [], more: false });
    expect(await logged(id)).toEqual(['Anna Lindqvist found']);
  });

  it('never finds a protected identity by name, and never shows the name', async () => {
    const { id } = await waiting({ words: 'saffransbulle' });
    const person = await server.dataSource.manager.findOneByOrFail(Person, { givenName: 'Samir' });
    await server.dataSource.manager.update(Person, person.id, { protectedIdentity: true });
    try {
      expect(await search(anna, 'samir')).toEqual({ cases: [], more: false });
      for (const text of ['saffransbulle', person.identityNumber, id]) {
        const { cases } = await search(anna, text);
        expect(cases.find(({ caseId }) => caseId === id)?.patient).toMatchObject({
          name: '',
          protectedIdentity: true,
        });
        expect(JSON.stringify(cases)).not.toContain(person.familyName);
      }
    } finally {
      await server.dataSource.manager.update(Person, person.id, { protectedIdentity: false });
    }
  });

  it('shows the thirty newest, and says that there are more', async () => {
    for (let n = 0; n < 31; n += 1) await waiting({ words: `kardemumma ${n}` });
    const { cases, more } = await search(anna, 'kardemumma');
    expect(cases).toHaveLength(30);
    expect(more).toBe(true);
    expect([...cases].sort((a, b) => b.startedAt.localeCompare(a.startedAt))).toEqual(cases);
  });

  it('finds what is old and rare among thousands of cases, by its words and by its name', async () => {
    const nora = await waiting({ words: 'lagerblad', startedAt: new Date('2020-01-01') }, 'Nora');
    await server.dataSource.query(
      `INSERT INTO care_case (id, state, started_at, about, resident_id, patient_id, patient_age_months, language,
         words, unit_id, closed_at, closed_as)
       SELECT gen_random_uuid(), 'closed', $1::timestamptz - n * interval '1 minute', 'me', patient_id, patient_id, 400, 'sv', 'Ett prov',
         unit_id, $1::timestamptz - n * interval '1 minute', 'other'
       FROM care_case, generate_series(1, 3000) n WHERE id = $2`,
      [server.clock.now(), (await waiting()).id],
    );
    expect(await search(anna, 'lagerblad')).toMatchObject({ cases: [{ caseId: nora.id }], more: false });
    expect(ids(await search(anna, 'nora lundgren'))).toContain(nora.id);
    // Neither rare among them nor so common that the newest show enough.
    await server.dataSource.query(
      `UPDATE care_case SET words = 'Ett kryddnejlika' WHERE words = 'Ett prov' AND (extract(epoch FROM started_at)::int / 60) % 40 = 0`,
    );
    const { cases, more } = await search(anna, 'kryddnejlika');
    expect({ shown: cases.length, more }).toEqual({ shown: 30, more: true });
    await server.dataSource.query(`DELETE FROM care_case WHERE words LIKE 'Ett %' AND state = 'closed'`);
  });

  it('is refused when there is nothing to look for, and after more than work at a desk comes to', async () => {
    for (const text of ['a b', '%%%', ' . ', "':*"])
      expect(await anna.call('POST', '/api/desk/searches', { text })).toMatchObject({
        status: 400,
        problem: { errors: [{ field: 'text' }] },
      });
    let status = 200;
    let made = 0;
    for (; status === 200; made += 1)
      ({ status } = await anna.call('POST', '/api/desk/searches', { text: 'zzzzz' }));
    expect({ status, made }).toEqual({ status: 429, made: 121 });
    expect(await sara.call('POST', '/api/desk/searches', { text: 'zzzzz' })).toMatchObject({ status: 200 });
    const all = { from: null, to: null, reason: null, closedAs: null };
    expect(await anna.call('POST', '/api/desk/closed-cases', all)).toMatchObject({ status: 429 });
  });
});

describe('the closed cases of a unit', () => {
  it('are narrowed by the days in Sweden, the reason and how they ended', async () => {
    const reason = { sv: 'Klåda i öronen', en: 'Itching ears' };
    const early = await closed('2026-10-31T22:30:00Z', 'advice-given', { reason });
    const first = await closed('2026-10-31T23:30:00Z', 'advice-given', { reason });
    const last = await closed('2026-11-01T22:30:00Z', 'withdrawn');
    const late = await closed('2026-11-01T23:30:00Z', 'advice-given', { reason });
    const { id: open } = await waiting({ reason });
    expect(ids(await listed(anna))).toEqual([late.id, last.id, first.id, early.id]);
    expect(ids(await listed(anna, { from: '2026-11-01', to: '2026-11-01' }))).toEqual([last.id, first.id]);
    expect(ids(await listed(anna, { closedAs: 'withdrawn' }))).toEqual([last.id]);
    expect(ids(await listed(anna, { reason: 'örat' }))).toEqual([]);
    expect(ids(await listed(anna, { reason: 'klåda', to: '2026-10-31' }))).toEqual([early.id]);
    expect(ids(await listed(sara))).toEqual([]);
    expect(await logged(early.id)).toEqual(['Anna Lindqvist found', 'Anna Lindqvist found']);
    expect(await logged(open)).toEqual([]);
  });
});

describe('what a search finds', () => {
  it('is what the rule lets be seen, for every way to stand to a case, in every state', async () => {
    const { manager } = server.dataSource;
    const careCase = await waiting({ sessionId: null });
    const unit = async (slug: string) => (await manager.findOneByOrFail(CareUnit, { slug })).id;
    const [herrgardet, kungsor] = [await unit('herrgardet'), await unit('kungsor')];
    const commissions = await manager.find(Commission, { relations: { staff: true, unit: true } });
    const readers = commissions
      .filter(
        ({ manages, unit: at }) => !manages && ['herrgardet', 'kungsor', '1177'].includes(at?.slug ?? ''),
      )
      .map(
        ({ id, hsaId, role, unitId, unit: at, staff, staffId }): CommissionCaller => ({
          kind: 'commission',
          sessionId: randomUUID(),
          staffId,
          staffHsaId: staff?.hsaId ?? '',
          staffName: 'Prov',
          commissionId: id,
          commissionHsaId: hsaId,
          role,
          manages: null,
          unitId,
          unitHsaId: at?.hsaId ?? '',
          unitName: at?.name ?? '',
        }),
      );
    const holder = readers.find(({ unitId }) => unitId === kungsor)?.commissionId ?? '';
    const ways: Partial<CareCase>[] = [
      {},
      { consultedUnitIds: [kungsor] },
      { openedAtUnitId: kungsor, byTelephone: true },
      { participantIds: [holder], consultedUnitIds: [kungsor] },
      { participantIds: [holder] },
    ];
    // Nothing is done about the case in between.
    const tomorrow = new Date(server.clock.now().getTime() + 24 * 60 * 60 * 1000);
    const wrong: string[] = [];
    let found = 0;
    for (const state of CASE_STATES)
      for (const way of ways)
        for (const patientId of [careCase.patientId, null]) {
          const isTaken = state === 'held';
          const isOpen = state === 'held' || state === 'waiting';
          if (patientId === null && isOpen) continue;
          const now = await manager.save(CareCase, {
            ...careCase,
            state,
            patientId,
            unitId: herrgardet,
            participantIds: isTaken ? (way.participantIds ?? []) : [],
            consultedUnitIds: isOpen ? (way.consultedUnitIds ?? []) : [],
            openedAtUnitId: isTaken ? null : (way.openedAtUnitId ?? null),
            byTelephone: way.byTelephone ?? false,
            holderCommissionId: isTaken ? holder : null,
            nextDeadlineAt: state === 'closed' ? null : tomorrow,
            closedAt: state === 'closed' ? server.clock.now() : null,
            closedAs: state === 'closed' ? ('other' as const) : null,
          });
          for (const reader of readers) {
            await server.dataSource.query('DELETE FROM shared_limit');
            for (const text of [careCase.id, 'Haddad']) {
              const isFound = ids(await server.app.get(Search).find(reader, text)).includes(careCase.id);
              const isSeen = mayAct('see', relationsOf(now as CareCase, reader), state);
              const isNamed = text === careCase.id || patientId !== null;
              if (isFound) found += 1;
              if (isFound !== (isSeen && isNamed))
                wrong.push(`${state} ${JSON.stringify(way)} ${reader.role} ${reader.unitName} ${text}`);
            }
          }
        }
    expect(wrong).toEqual([]);
    expect(found).toBeGreaterThan(100);
  });

  it('leaves out a protected identity whose case was only opened here for somebody who rang', async () => {
    const kungsor = (await server.dataSource.manager.findOneByOrFail(CareUnit, { slug: 'kungsor' })).id;
    const { id } = await waiting({ words: 'stjärnanis', byTelephone: true, openedAtUnitId: kungsor });
    expect(ids(await search(sara, 'stjärnanis'))).toEqual([id]);
    await server.dataSource.manager.update(Person, { givenName: 'Samir' }, { protectedIdentity: true });
    try {
      expect(ids(await search(sara, 'stjärnanis'))).toEqual([]);
      expect(ids(await search(sara, id))).toEqual([]);
      expect(ids(await search(anna, 'stjärnanis'))).toEqual([id]);
    } finally {
      await server.dataSource.manager.update(Person, { givenName: 'Samir' }, { protectedIdentity: false });
    }
  });
});
