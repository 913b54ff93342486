import { type CaseFacts, relationsOf, type StaffReader } from '../cases/relations.rule.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import type { ConsultationSide } from '../contracts/index.js';
import type { Consultation } from './consultation.entity.js';
import { isOpenConsultation } from './consultation-transitions.rule.js';

type Asked = Pick<Consultation, 'unitId' | 'askedById'>;

/** The relations of staff to a case, with regard to one of its consultations. */
export function relationsIn(consultation: Asked, careCase: CaseFacts, reader: StaffReader) {
  return relationsOf(careCase, reader, { consultation });
}

/** The side of a reader: staff of the asked unit are consulted, except the case's holder; all others ask. */
export function sideOf(consultation: Asked, careCase: CaseFacts, reader: StaffReader): ConsultationSide {
  const holds = relationsIn(consultation, careCase, reader).includes('holder');
  return reader.unitId === consultation.unitId && !holds ? 'consulted' : 'asker';
}

/** Staff who see the case may read the thread; so may the asked unit, even afterwards: it took part in it. */
export function mayRead(consultation: Asked, careCase: CaseFacts, reader: StaffReader): boolean {
  return mayAct('see-consultation', relationsIn(consultation, careCase, reader), careCase.state);
}

/**
 * Whether that role may take the case over. Staff who see patients may take over any case their unit is asked
 * about; administrators only cases that were put to administration: otherwise they could claim a case of
 * another competence by a detour.
 */
export function isForRole(
  { competence }: Pick<Consultation, 'competence'>,
  { role }: Pick<StaffReader, 'role'>,
): boolean {
  return role !== 'administrator' || competence === 'administrator';
}

/** Whether the reader may write in it; only while it is open. */
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
