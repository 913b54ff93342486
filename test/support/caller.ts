import { randomUUID } from 'node:crypto';
import type { AnswerValue, OpenForCaller, ResidentCase } from '../../src/contracts/index.js';
import { calmAnswer, type StaffMember } from './people.js';

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
