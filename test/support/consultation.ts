import { randomUUID } from 'node:crypto';
import { CareUnit } from '../../src/care-units/care-unit.entity.js';
import type {
  AskConsultation,
  ConsultationMessage,
  ConsultationMessageToSend,
  DeskCase,
} from '../../src/contracts/index.js';
import type { TestApp } from './app.js';
import type { ApiSocket, StaffMember } from './people.js';

/** The id of a unit by its slug. */
export async function unitId({ dataSource }: TestApp, slug: string): Promise<string> {
  return (await dataSource.manager.findOneByOrFail(CareUnit, { slug })).id;
}

/** The commission that a member of staff has chosen (the first, when they have several). */
export const commissionOf = (staff: StaffMember): string => staff.session.commissions[0]?.id ?? '';

/** Asks the child nurses about a case that one holds; answers the consultation's id. */
export async function ask(
  test: TestApp,
  asker: StaffMember,
  caseId: string,
  more: Partial<AskConsultation> = {},
): Promise<string> {
  const body: AskConsultation = {
    id: randomUUID(),
    question: 'Ska han till barnakuten?',
    unitId: await unitId(test, 'barnmottagningen'),
    competence: 'child-nurse',
    commissionId: null,
    ...more,
  };
  await asker.ok<DeskCase>('POST', `/api/desk/cases/${caseId}/consultations`, body);
  return body.id;
}

/** A message of a thread that no one has sent yet. */
export const threadMessage = (consultationId: string, text: string): ConsultationMessageToSend => ({
  consultationId,
  id: randomUUID(),
  text,
  attachmentIds: [],
});

/** Gathers the messages of threads that a socket is told from now on. */
export function hearThreads(socket: ApiSocket): ConsultationMessage[] {
  const heard: ConsultationMessage[] = [];
  socket.on('consultation:messages', ({ messages }) => heard.push(...messages));
  return heard;
}

/** Takes a case over from whom one believes to have it. */
export function takeOver(
  who: StaffMember,
  consultationId: string,
  from: StaffMember | null,
  id = randomUUID(),
) {
  return who.call<DeskCase>('POST', `/api/desk/consultations/${consultationId}/take-over`, {
    id,
    from: from && commissionOf(from),
  });
}
