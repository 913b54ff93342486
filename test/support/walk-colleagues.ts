import { randomUUID } from 'node:crypto';
import type { ColleagueUnit } from '../../src/contracts/index.js';
import type { TestApp } from './app.js';
import type { StaffMember } from './people.js';

type Step = 'consult' | 'end-consultation' | 'take-over' | 'invite' | 'refer';

/**
 * A step of a walk in which the holder of a case does something with colleagues; a case that waits is claimed first.
 * Answers the status.
 * @param anyone tries it where nobody can hold the case
 */
export async function withColleagues(
  server: TestApp,
  what: Step,
  caseId: string,
  anyone: StaffMember,
  staff: readonly StaffMember[],
): Promise<number> {
  const holder = (await claimed(server, caseId, staff)) ?? anyone;
  const desk = `/api/desk/cases/${caseId}`;
  const id = randomUUID();
  const units = await holder.ok<ColleagueUnit[]>('GET', '/api/desk/colleagues');
  const unitId = (slug: string) => units.find(({ unit }) => unit.slug === slug)?.unit.id;
  const post = async (by: StaffMember, path: string, body: object) =>
    (await by.call('POST', path, { id, ...body })).status;
  /** The hotline, which is always open; its own nurse asks at the clinic. */
  const asked = unitOf(holder) === unitId('1177') ? 'herrgardet' : '1177';
  const ask = () =>
    post(holder, `${desk}/consultations`, {
      id: randomUUID(),
      question: 'Vad tror du?',
      unitId: unitId(asked),
      competence: 'nurse',
      commissionId: null,
    });
  switch (what) {
    case 'consult':
      return ask();
    case 'refer':
      return post(holder, `${desk}/referral`, { unitId: unitId('akutmottagningen'), text: 'Till akuten' });
    case 'invite': {
      const others = staff.filter((each) => each !== holder);
      const near = others.find((each) => unitOf(each) === unitOf(holder));
      // Who is alone at the unit invites from the one that is consulted.
      if (!near) await ask();
      const colleague = near ?? others[0];
      const commissionId = colleague?.session.commissions[0]?.id ?? randomUUID();
      await server.dataSource.query('UPDATE commission SET last_seen_at = $1 WHERE id = $2', [
        server.clock.now(),
        commissionId,
      ]);
      return post(holder, `${desk}/participants`, { commissionId });
    }
    case 'end-consultation':
    case 'take-over': {
      if (!(await openConsultation(server, caseId))) await ask();
      const found = await openConsultation(server, caseId);
      if (!found) return 404;
      const path = `/api/desk/consultations/${found.id}`;
      if (what === 'end-consultation') return post(holder, `${path}/ending`, {});
      const consulted = staff.find((each) => each !== holder && unitOf(each) === found.unit_id);
      return post(consulted ?? holder, `${path}/take-over`, { from: found.holder });
    }
  }
}

/** Who has the case, or could take it. */
async function claimed(
  { dataSource }: TestApp,
  caseId: string,
  staff: readonly StaffMember[],
): Promise<StaffMember | undefined> {
  const [found] = await dataSource.query(
    'SELECT state, unit_id, holder_commission_id AS holder FROM care_case WHERE id = $1',
    [caseId],
  );
  if (found?.state !== 'waiting') {
    return staff.find(({ session }) => session.commissions.some(({ id }) => id === found?.holder));
  }
  const who = staff.find((each) => unitOf(each) === found.unit_id);
  await who?.call('POST', `/api/desk/cases/${caseId}/claim`, { id: randomUUID() });
  return who;
}

const unitOf = ({ session }: StaffMember) => session.commissions[0]?.unit.id;

async function openConsultation(
  { dataSource }: TestApp,
  caseId: string,
): Promise<{ id: string; unit_id: string; holder: string | null } | undefined> {
  const [found] = await dataSource.query(
    `SELECT consultation.id, consultation.unit_id, holder_commission_id AS holder FROM consultation
     JOIN care_case ON care_case.id = case_id WHERE case_id = $1 AND ended_at IS NULL LIMIT 1`,
    [caseId],
  );
  return found;
}
