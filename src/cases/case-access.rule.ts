import type { CaseRelation, CaseState } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';

/** The part of a caller that decides which cases they may see. */
export type CaseReader =
  | { kind: 'visitor'; sessionId: string }
  | { kind: 'resident'; sessionId: string; personId: string }
  | { kind: 'commission'; commissionId: string; unitId: string };

type Owned = Pick<
  CareCase,
  'residentId' | 'patientId' | 'sessionId' | 'unitId' | 'holderCommissionId' | 'state'
> & { participantIds: readonly string[]; consultedUnitIds: readonly string[] };

/**
 * Who may see a case. A nameless case belongs to the frame session that began it; a named one to the resident who
 * writes and to the patient; among staff to the unit where it waits or was handled, to its holder, to who is in the chat
 * beside the holder, and to the units that are consulted while they are.
 */
export function maySee(careCase: Owned, reader: CaseReader): boolean {
  switch (reader.kind) {
    case 'visitor':
      return careCase.residentId === null && careCase.sessionId === reader.sessionId;
    case 'resident':
      if (careCase.residentId === null) return careCase.sessionId === reader.sessionId;
      return careCase.residentId === reader.personId || careCase.patientId === reader.personId;
    case 'commission':
      return relationOf(careCase, reader) !== null;
  }
}

/** How staff stand to a case that they may follow; the nearest, where there are several. Null when they may not. */
export function relationOf(
  careCase: Owned,
  reader: Pick<Extract<CaseReader, { kind: 'commission' }>, 'commissionId' | 'unitId'>,
): Exclude<CaseRelation, 'former'> | null {
  if (careCase.patientId === null) return null;
  if (careCase.holderCommissionId === reader.commissionId) return 'holder';
  if (careCase.participantIds.includes(reader.commissionId)) return 'participant';
  if (careCase.unitId === reader.unitId && SEEN_AT_UNIT.includes(careCase.state)) return 'unit';
  return careCase.consultedUnitIds.includes(reader.unitId) ? 'consulted' : null;
}

const SEEN_AT_UNIT: readonly CaseState[] = ['waiting', 'held', 'closed', 'to-book', 'booked'];

/** Whether staff hold the case, and so may write and act in it. */
export function holds(
  careCase: Pick<CareCase, 'state' | 'holderCommissionId'>,
  commissionId: string,
): boolean {
  return careCase.state === 'held' && careCase.holderCommissionId === commissionId;
}

/** Whether staff may write to the resident: who holds the case, and who is in the chat beside them. */
export function staffMayWrite(
  careCase: Pick<CareCase, 'state' | 'holderCommissionId' | 'participantIds'>,
  commissionId: string,
): boolean {
  return (
    holds(careCase, commissionId) ||
    (careCase.state === 'held' && careCase.participantIds.includes(commissionId))
  );
}

/** Whether the resident can write now: while the case waits or is held, never into a closed one. */
export function residentMayWrite(careCase: Pick<CareCase, 'state'>): boolean {
  return careCase.state === 'waiting' || careCase.state === 'held';
}
