import { type CaseFacts, relationsOf, type StaffReader } from '../cases/relations.rule.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import type { ConsultationSide } from '../contracts/index.js';
import type { Consultation } from './consultation.entity.js';
import { isOpenConsultation } from './consultation-transitions.rule.js';

type Asked = Pick<Consultation, 'unitId' | 'askedById'>;

/** How staff stand to a case in which a consultation is looked at. */
export function relationsIn(consultation: Asked, careCase: CaseFacts, reader: StaffReader) {
  return relationsOf(careCase, reader, { consultation });
}

/** Which side someone is on: who holds the case, and the holder's unit, ask; the others of the asked unit are consulted. */
export function sideOf(consultation: Asked, careCase: CaseFacts, reader: StaffReader): ConsultationSide {
  const holds = relationsIn(consultation, careCase, reader).includes('holder');
  return reader.unitId === consultation.unitId && !holds ? 'consulted' : 'asker';
}

/** Who may read its thread: who sees the case, and the asked unit, also afterwards: it is its own part. */
export function mayRead(consultation: Asked, careCase: CaseFacts, reader: StaffReader): boolean {
  return mayAct('see-consultation', relationsIn(consultation, careCase, reader), careCase.state);
}

/**
 * Whether a case goes to that role when it is taken over. Any who see patients take over what their unit is asked;
 * administration only what was put to it: else a case of another competence would be claimed by a detour.
 */
export function isForRole(
  { competence }: Pick<Consultation, 'competence'>,
  { role }: Pick<StaffReader, 'role'>,
): boolean {
  return role !== 'administrator' || competence === 'administrator';
}

/** Who may write in it while it goes on. */
export function mayWrite(
  consultation: Asked & Pick<Consultation, 'state'>,
  careCase: CaseFacts,
  reader: StaffReader,
): boolean {
  return (
    isOpenConsultation(consultation.state) &&
    mayAct('write-in-consultation', relationsIn(consultation, careCase, reader), careCase.state)
  );
}
