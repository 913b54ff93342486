import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { CareCase } from '../src/cases/case.entity.js';
import { Cases, TIMELINE_CHANNEL } from '../src/cases/case.service.js';
import { type CaseReader, relationsOf } from '../src/cases/relations.rule.js';
import { STORE_MESSAGES_SQL } from '../src/cases/store-messages.js';
import { mayAct } from '../src/cases/who-may-act.rule.js';
import type { CaseState, TimelineActor } from '../src/contracts/index.js';
import { writtenForIfBornAfter } from '../src/residents/guardian.rule.js';
import { isGuardianNow } from '../src/residents/guardianship.js';
import { startTestApp, type TestApp } from './support/app.js';
import { insertWaitingCase } from './support/waiting-case.js';

type Writer = Extract<CaseReader, { kind: 'resident' | 'commission' }>;

let test: TestApp;
let caseId: string;
let people: string[];
let units: string[];
let staff: Extract<Writer, { kind: 'commission' }>[];

beforeAll(async () => {
  test = await startTestApp({ env: { ROUTER_JOBS: 'false' } });
  const { dataSource, clock } = test;
  ({ id: caseId } = await insertWaitingCase(dataSource, { urgency: 3, since: clock.now() }));
  const ids = async (sql: string): Promise<string[]> =>
    (await dataSource.query(sql)).map(({ id }: { id: string }) => id);
  // Samir writes for himself; Erik for Viktor, who is small, and no more for Lisa, who is grown up.
  people = await ids(
    `SELECT id FROM person WHERE given_name IN ('Samir', 'Viktor') OR (given_name = 'Erik' AND family_name = 'Lundgren')
       OR (given_name = 'Lisa' AND family_name = 'Andersson') ORDER BY id`,
  );
  units = await ids(
    `SELECT id FROM care_unit WHERE slug IN ('herrgardet', 'kungsor', 'barnmottagningen') ORDER BY id`,
  );
  staff = (
    await dataSource.query(
      `SELECT id, unit_id, role, manages FROM commission WHERE unit_id = ANY($1) ORDER BY manages NULLS LAST, id`,
      [units],
    )
  ).map(({ id, unit_id, role, manages }: Record<string, string>) => ({
    kind: 'commission',
    commissionId: id,
    unitId: unit_id,
    role,
    manages: manages ?? null,
  }));
});
afterAll(() => test.close());

/** Puts the case into a state with such people about it. */
async function put(made: {
  state: CaseState;
  residentId: string;
  patientId: string;
  unitId: string;
  holderId: string;
  participantIds: string[];
  consultedUnitIds: string[];
}): Promise<void> {
  await test.dataSource.query(
    `UPDATE care_case SET state = $2::text, resident_id = $3, patient_id = $4, unit_id = $5,
       holder_commission_id = CASE WHEN $2 = 'held' THEN $6::uuid END,
       participant_ids = CASE WHEN $2 = 'held' THEN $7::uuid[] ELSE '{}' END,
       consulted_unit_ids = CASE WHEN $2 IN ('waiting', 'held') THEN $8::uuid[] ELSE '{}' END,
       closed_at = CASE WHEN $2 = 'closed' THEN now() END, closed_as = CASE WHEN $2 = 'closed' THEN 'other' END
     WHERE id = $1`,
    [
      caseId,
      made.state,
      made.residentId,
      made.patientId,
      made.unitId,
      made.holderId,
      made.participantIds,
      made.consultedUnitIds,
    ],
  );
}

/** Whether the statement lets a new message of the writer in. */
async function isLetIn(writer: Writer): Promise<boolean> {
  const now = test.clock.now();
  const isStaff = writer.kind === 'commission';
  const actor: TimelineActor = isStaff
    ? { kind: 'staff', name: 'Prov', role: writer.role, unit: 'Prov', commissionId: writer.commissionId }
    : { kind: 'resident', name: 'Prov', personId: writer.personId };
  const message = {
    caseId,
    id: randomUUID(),
    at: now.toISOString(),
    actor,
    body: { text: 'Hej', attachments: [] },
    by: isStaff ? 'staff' : 'resident',
    commissionId: isStaff ? writer.commissionId : null,
    unitId: isStaff ? writer.unitId : null,
    manages: isStaff ? writer.manages : null,
    personId: isStaff ? null : writer.personId,
  };
  const [row] = await test.dataSource.query(STORE_MESSAGES_SQL, [
    JSON.stringify([message]),
    TIMELINE_CHANNEL,
    test.app.get(Cases, { strict: false }).nodeId,
    writtenForIfBornAfter(now),
  ]);
  expect(row.fresh).toBe(!row.refused);
  return !row.refused;
}

it('the statement that stores messages lets in whom the rule lets write, and nobody else (P8)', async () => {
  const seen = { letIn: 0, refused: 0 };
  const some = (from: readonly string[]) => fc.subarray([...from], { maxLength: 3 });
  const made = fc.record({
    state: fc.constantFrom<CaseState>(
      'waiting',
      'held',
      'held',
      'held',
      'closed',
      'to-book',
      'booked',
      'advised',
    ),
    residentId: fc.constantFrom(...people),
    patientId: fc.constantFrom(...people),
    unitId: fc.constantFrom(...units),
    holderId: fc.constantFrom(...staff.map(({ commissionId }) => commissionId)),
    participantIds: some(staff.map(({ commissionId }) => commissionId)),
    consultedUnitIds: some(units),
  });
  await fc.assert(
    fc.asyncProperty(made, async (facts) => {
      await put(facts);
      const { manager } = test.dataSource;
      const careCase = await manager.findOneByOrFail(CareCase, { id: caseId });
      const residents = people.map(
        (personId) => ({ kind: 'resident', sessionId: randomUUID(), personId }) as const,
      );
      for (const writer of [...residents, ...staff]) {
        const isGuardian =
          writer.kind === 'resident' &&
          (await isGuardianNow(manager, writer.personId, facts.patientId, test.clock.now()));
        const relations = relationsOf(careCase, writer, { isGuardianNow: isGuardian });
        const may = mayAct('write', relations, careCase.state);
        seen[may ? 'letIn' : 'refused'] += 1;
        expect([relations, careCase.state, await isLetIn(writer)]).toEqual([relations, careCase.state, may]);
      }
    }),
    { numRuns: 60, seed: 20261127 },
  );
  expect(Math.min(seen.letIn, seen.refused)).toBeGreaterThan(50);
});
