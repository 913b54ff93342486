import type { CareCase } from '../cases/case.entity.js';
import { holds, maySee } from '../cases/case-access.rule.js';
import type { ConsultationSide } from '../contracts/index.js';
import type { Consultation } from './consultation.entity.js';
import { isOpenConsultation } from './consultation-transitions.rule.js';

/** The part of a commission that decides what it may see. */
export interface Colleague {
  commissionId: string;
  unitId: string;
}

type Asked = Pick<Consultation, 'unitId' | 'state'>;
type Seen = Parameters<typeof maySee>[0];

/** Which side someone is on: who holds the case, and the holder's unit, ask; the others of the asked unit are consulted. */
export function sideOf(
  consultation: Asked,
  careCase: Pick<CareCase, 'state' | 'holderCommissionId'>,
  { commissionId, unitId }: Colleague,
): ConsultationSide {
  return unitId === consultation.unitId && !holds(careCase, commissionId) ? 'consulted' : 'asker';
}

/** Who may read a consultation's thread: who sees the case, and the asked unit, also afterwards: it is its own part. */
export function mayRead(consultation: Asked, careCase: Seen, reader: Colleague): boolean {
  return consultation.unitId === reader.unitId || maySee(careCase, { kind: 'commission', ...reader });
}

/** Who may write in it while it goes on: the holder of the case, and the asked unit. */
export function mayWrite(
  consultation: Asked,
  careCase: Pick<CareCase, 'state' | 'holderCommissionId'>,
  writer: Colleague,
): boolean {
  return isOpenConsultation(consultation.state) && mayAct(consultation, careCase, writer);
}

/** Who may end it: the same, whatever its state. */
export function mayAct(
  consultation: Asked,
  careCase: Pick<CareCase, 'state' | 'holderCommissionId'>,
  { commissionId, unitId }: Colleague,
): boolean {
  return consultation.unitId === unitId || holds(careCase, commissionId);
}
