import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { CareCase } from '../../src/cases/case.entity.js';
import type { CaseReader, FactsBeside } from '../../src/cases/relations.rule.js';
import type { CaseState, Relation } from '../../src/contracts/index.js';
import type { Answered, ApiSocket, ApiUser } from './people.js';

/** Somebody who stands in one way to a case of their own in the cube, and by what the case is made so. */
export interface Subject {
  relation: Relation;
  user: ApiUser;
  socket: ApiSocket;
  reader: CaseReader;
  caseId: string;
  /** Where it waits, and where its holder may book. */
  unitId: string;
  /** What the case is besides its state. */
  facts: Partial<
    Pick<CareCase, 'residentId' | 'patientId' | 'openedAtUnitId' | 'participantIds' | 'consultedUnitIds'>
  >;
  /** Who has it while it is held. */
  holderId: string;
  /** The consultation in it. */
  consultation: { id: string; unitId: string; askedById: string; isOver: boolean };
  /** The call in it, and the seat of this person, if they have one. */
  call: { id: string; seat: string | null; staffSeat: string };
  attachmentId: string;
  isFormerHolder: boolean;
  isGuardianNow: boolean;
}

const WITH_STAFF: readonly CaseState[] = ['waiting', 'held'];

/** Puts the subject's case straight into a state, as it could have come about. */
export async function putInState(source: DataSource, subject: Subject, state: CaseState): Promise<void> {
  // All under the lock of the case, as the service does it.
  await source.transaction((manager) => put(manager, subject, state));
}

async function put(dataSource: EntityManager, subject: Subject, state: CaseState): Promise<void> {
  const { caseId, facts, holderId, consultation, call } = subject;
  const isOver = consultation.isOver || !WITH_STAFF.includes(state);
  const now = "now() + interval '1 day'";
  await dataSource.query(
    `UPDATE care_case SET state = $2::text, resident_id = $3, patient_id = $4,
       by_telephone = $8::uuid IS NOT NULL, opened_at_unit_id = CASE WHEN $2 <> 'held' THEN $8::uuid END,
       holder_commission_id = CASE WHEN $2 = 'held' THEN $5::uuid END,
       participant_ids = CASE WHEN $2 = 'held' THEN $6::uuid[] ELSE '{}' END,
       consulted_unit_ids = CASE WHEN $2 IN ('waiting', 'held') THEN $7::uuid[] ELSE '{}' END,
       closed_at = CASE WHEN $2 = 'closed' THEN now() END, closed_as = CASE WHEN $2 = 'closed' THEN 'other' END,
       unit_id = (SELECT id FROM care_unit WHERE slug = 'herrgardet'), competence = 'nurse', urgency = 3,
       claimed_at = ${now}, next_deadline_at = ${now}, due_at = ${now}, outcome = CASE WHEN $2 = 'advised' THEN 'self-care' ELSE 'chat' END,
       waiting_since = CASE WHEN $2 IN ('booked', 'waiting', 'held', 'closed') THEN now() END
     WHERE id = $1`,
    [
      caseId,
      state,
      facts.residentId ?? null,
      facts.patientId ?? null,
      holderId,
      facts.participantIds ?? [],
      facts.consultedUnitIds ?? [],
      facts.openedAtUnitId ?? null,
    ],
  );
  await dataSource.query(
    `UPDATE consultation SET state = $2::text, ended_at = CASE WHEN $2 = 'ended' THEN now() END,
       ended_case_state = CASE WHEN $2 = 'ended' THEN 'held' END, ended_urgency = CASE WHEN $2 = 'ended' THEN 3 END
     WHERE id = $1`,
    [consultation.id, isOver ? 'ended' : 'asked'],
  );
  await dataSource.query(
    'DELETE FROM "call" WHERE case_id = $1 AND id <> $2 AND NOT EXISTS (SELECT FROM call_participant WHERE call_id = "call".id)',
    [caseId, call.id],
  );
  // And one that somebody has joined is over, begun when a slow machine let the case's own call time out.
  await dataSource.query(
    `UPDATE "call" SET state = 'ended', ended_at = now(), answered_at = coalesce(answered_at, now())
     WHERE case_id = $1 AND id <> $2 AND ended_at IS NULL`,
    [caseId, call.id],
  );
  await dataSource.query(
    `UPDATE "call" SET state = 'ongoing', why = NULL, ended_at = NULL, deadline_at = ${now} WHERE id = $1`,
    [call.id],
  );
  await dataSource.query(
    'UPDATE call_participant SET left_at = NULL WHERE call_id = $1 AND left_at IS NOT NULL',
    [call.id],
  );
}

/** What the rule looks at beside the case, as the subject was made. */
export function besideOf({ isFormerHolder, isGuardianNow }: Subject): FactsBeside {
  return { isFormerHolder, isGuardianNow };
}

/** What came of a try: its status, and what was said when it was refused. */
export interface Outcome {
  status: number;
  detail: string;
}

export const fromHttp = ({ status, problem }: Answered<unknown>): Outcome => ({
  status,
  detail: status >= 400 ? (problem?.detail ?? '') : '',
});

type Ack = { ok: true } | { ok: false; problem: { status: number; detail?: string } };

/** On a busy machine a socket may be given up for dead: its answer is lost, and whoever sent it sends it again. */
const ANSWERED_WITHIN_MS = 30_000;
const MOST_SENDINGS = 4;

/** Sends an event, whatever it is, and waits for its answer. */
export async function emit(socket: ApiSocket, name: string, body: object): Promise<Outcome> {
  for (let sending = 1; ; sending += 1) {
    if (!socket.connected) socket.connect();
    const patient = socket.timeout(ANSWERED_WITHIN_MS);
    // The socket's own type knows the bodies of its events; here wrong ones are sent on purpose.
    const send = patient.emitWithAck.bind(patient) as unknown as (name: string, body: object) => Promise<Ack>;
    const answer = await send(name, body).catch((error: Error) => {
      process.stderr.write(`${name} was not answered: ${error.message}, connected: ${socket.connected}\n`);
      if (sending === MOST_SENDINGS) throw error;
      return null;
    });
    if (!answer) continue;
    return answer.ok
      ? { status: 200, detail: '' }
      : { status: answer.problem.status, detail: answer.problem.detail ?? '' };
  }
}

export const fresh = () => ({ id: randomUUID() });
