import { randomUUID } from 'node:crypto';
import type { AnswerValue, FoundCaller, OpenForCaller, ResidentCase } from '../../src/contracts/index.js';
import { startTestApp, type TestApp, TUESDAY_MORNING } from './app.js';
import { calmAnswer, StaffMember } from './people.js';

/** A sore back for a while, and nothing alarming: ends in a booking. */
export const SORE = {
  accident: 'none',
  sex: 'female',
  pain: 6,
  duration: { amount: 3, unit: 'weeks' },
} as const satisfies Record<string, AnswerValue>;
/** Breathless by a heart disease: ends in a chat at urgency 2. */
export const BREATHLESS: Readonly<Record<string, AnswerValue>> = {
  disease: ['heart'],
  effort: 'flat',
  'heart-signs': ['legs', 'weight'],
  course: 'slowly-worse',
};

/** Eva, who answers callers at 1177, and the identity numbers of everybody in the register by name. */
export async function callersApp(): Promise<{
  server: TestApp;
  eva: StaffMember;
  numberOf: (name: string) => string;
}> {
  const server = await startTestApp({ env: { ROUTER_JOBS: 'false' } });
  const eva = await StaffMember.signedIn(server.origin, /Eva/);
  const people: { name: string; number: string }[] = await server.dataSource.query(
    `SELECT given_name || ' ' || family_name AS name, identity_number AS number FROM person`,
  );
  const numbers = new Map(people.map(({ name, number }) => [name, number]));
  return { server, eva, numberOf: (name) => numbers.get(name) ?? '' };
}

/** Tuesday morning, and nobody has an open case. */
export async function beginAnew(server: TestApp): Promise<void> {
  server.clock.set(TUESDAY_MORNING);
  // The clock is turned back: what is written from now on was not read yet.
  await server.dataSource.query('DELETE FROM watch_position');
  await server.dataSource.query(
    `UPDATE care_case SET state = 'closed', closed_at = now(), closed_as = 'other', holder_commission_id = NULL,
       next_deadline_at = NULL, participant_ids = '{}', consulted_unit_ids = '{}' WHERE state <> 'closed'`,
  );
}

/** Looks somebody up who rings. */
export const find = (staff: StaffMember, identityNumber: string) =>
  staff.call<FoundCaller>('POST', '/api/desk/callers', { identityNumber });

/** Asks for a case to be opened, whatever is answered. */
export const open = (staff: StaffMember, body: OpenForCaller) =>
  staff.call<ResidentCase>('POST', '/api/desk/caller-cases', body);

/** What is sent to open a case for somebody on the telephone who has the register's number. */
export function callerBody(
  identityNumber: string,
  words: string,
  more: Partial<OpenForCaller> = {},
): OpenForCaller {
  return {
    id: randomUUID(),
    identityNumber,
    childId: null,
    givenName: null,
    familyName: null,
    birthDate: null,
    words,
    callbackNumber: '070-174 06 05',
    known: [],
    ...more,
  };
}

/** Opens a case for somebody on the telephone. */
export function openFor(staff: StaffMember, body: OpenForCaller): Promise<ResidentCase> {
  return staff.ok<ResidentCase>('POST', '/api/desk/caller-cases', body);
}

/** Picks a contact reason and answers as the caller does: as the test says, else calmly. */
export async function answerForCaller(
  staff: StaffMember,
  caseId: string,
  flowId: string,
  answers: Record<string, AnswerValue> = {},
): Promise<ResidentCase> {
  const path = `/api/desk/cases/${caseId}`;
  let seen = await staff.ok<ResidentCase>('PUT', `${path}/reason`, { flowId });
  while (seen.triage?.question) {
    const { question } = seen.triage;
    const value = question.id in answers ? answers[question.id] : calmAnswer(question);
    seen = await staff.ok<ResidentCase>('PUT', `${path}/answers/${question.id}`, { value });
  }
  return seen;
}
