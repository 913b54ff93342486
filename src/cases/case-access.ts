import type { CareCase } from './case.entity.js';

/** The part of a caller that decides which cases they may see. */
export type CaseReader =
  | { kind: 'visitor'; sessionId: string }
  | { kind: 'resident'; sessionId: string; personId: string }
  | { kind: 'commission'; commissionId: string; unitId: string };

type Owned = Pick<
  CareCase,
  'residentId' | 'patientId' | 'sessionId' | 'unitId' | 'holderCommissionId' | 'state'
>;

/**
 * Who may see a case. A nameless case belongs to the frame session that began it; a named one to the resident who
 * writes and to the patient; among staff to the unit where it waits or was handled, and to its holder.
 */
export function maySee(careCase: Owned, reader: CaseReader): boolean {
  switch (reader.kind) {
    case 'visitor':
      return careCase.residentId === null && careCase.sessionId === reader.sessionId;
    case 'resident':
      if (careCase.residentId === null) return careCase.sessionId === reader.sessionId;
      return careCase.residentId === reader.personId || careCase.patientId === reader.personId;
    case 'commission':
      return (
        careCase.patientId !== null &&
        (careCase.holderCommissionId === reader.commissionId ||
          (careCase.unitId === reader.unitId &&
            ['waiting', 'held', 'closed', 'to-book', 'booked'].includes(careCase.state)))
      );
  }
}

/** Whether staff hold the case, and so may write and act in it. */
export function holds(
  careCase: Pick<CareCase, 'state' | 'holderCommissionId'>,
  commissionId: string,
): boolean {
  return careCase.state === 'held' && careCase.holderCommissionId === commissionId;
}

/** Whether the resident can write now: while the case waits or is held, never into a closed one. */
export function residentMayWrite(careCase: Pick<CareCase, 'state'>): boolean {
  return careCase.state === 'waiting' || careCase.state === 'held';
}
