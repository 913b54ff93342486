import {
  type CaseState,
  type Competence,
  type Manages,
  type Relation,
  unreachable,
} from '../contracts/index.js';
import type { CareCase } from './case.entity.js';

/** The part of a caller that decides how they are related to cases. */
export type CaseReader =
  | { kind: 'visitor'; sessionId: string }
  | { kind: 'resident'; sessionId: string; personId: string }
  | StaffReader
  | { kind: 'guest'; callId: string };

export interface StaffReader {
  kind: 'commission';
  commissionId: string;
  unitId: string;
  role: Competence;
  manages: Manages | null;
}

/** Callers with a side in the conversation of a case; a guest has a call, but no part in the conversation. */
export type TalkReader = Exclude<CaseReader, { kind: 'guest' }>;

/** The side of the conversation that a caller is on. */
export function sideOf({ kind }: Pick<TalkReader, 'kind'>): 'resident' | 'staff' {
  switch (kind) {
    case 'visitor':
    case 'resident':
      return 'resident';
    case 'commission':
      return 'staff';
    default:
      return unreachable(kind);
  }
}

/** The part of a case that decides how people are related to it. */
export type CaseFacts = Pick<
  CareCase,
  | 'state'
  | 'residentId'
  | 'patientId'
  | 'sessionId'
  | 'unitId'
  | 'competence'
  | 'holderCommissionId'
  | 'openedAtUnitId'
  | 'participantIds'
  | 'consultedUnitIds'
>;

/** Facts that are not stored in the case itself and are looked up each time. */
export interface FactsBeside {
  /** Whether the writer for a child is its guardian now, and the child is young enough. */
  isGuardianNow?: boolean;
  /** Whether the reader held the case until today, when it went to another unit. */
  isFormerHolder?: boolean;
  /** The consultation in question: which unit was asked, and by whom. */
  consultation?: { unitId: string; askedById: string };
}

/** The states in which the case's unit may see it. */
export const AT_UNIT: readonly CaseState[] = ['waiting', 'held', 'closed', 'to-book', 'booked'];
const STRANGER: readonly Relation[] = ['stranger'];

/** How somebody is related to a case, from what is known now, never from the past; `['stranger']` if not. */
export function relationsOf(
  careCase: CaseFacts,
  reader: CaseReader,
  beside: FactsBeside = {},
): readonly Relation[] {
  const found = allOf(careCase, reader, beside);
  return found.length > 0 ? found : STRANGER;
}

function allOf(careCase: CaseFacts, reader: CaseReader, beside: FactsBeside): readonly Relation[] {
  switch (reader.kind) {
    case 'visitor':
      return careCase.residentId === null && careCase.sessionId === reader.sessionId ? ['visitor'] : [];
    case 'resident':
      return residentRelations(careCase, reader.personId, beside);
    case 'commission':
      return staffRelations(careCase, reader, beside);
    case 'guest':
      return ['guest'];
  }
}

/** After sign-in the frame alone gives no relation to a case: somebody else may have begun it there. */
function residentRelations(careCase: CaseFacts, personId: string, beside: FactsBeside): Relation[] {
  if (careCase.patientId === personId) return ['patient'];
  if (careCase.residentId !== personId) return [];
  if (careCase.patientId === null) return ['visitor'];
  return [beside.isGuardianNow ? 'guardian' : 'earlier-guardian'];
}

/** Only cases with a named patient come to staff. */
function staffRelations(careCase: CaseFacts, reader: StaffReader, beside: FactsBeside): Relation[] {
  const { commissionId, unitId, manages } = reader;
  if (careCase.patientId === null) return [];
  // PDL 4 kap. 1 §: managers have no part in the care. Managers who also see patients have another commission
  // for that. Editors of flows have no cases to manage.
  if (manages === 'flows') return [];
  if (manages !== null) return manages === 'region' || unitId === careCase.unitId ? ['manager'] : [];
  const relations: Relation[] = [];
  const isHolder = careCase.state === 'held' && careCase.holderCommissionId === commissionId;
  const isAtUnit = careCase.unitId === unitId;
  const isConsulted = careCase.consultedUnitIds.includes(unitId);
  const isIn = careCase.state === 'held' && careCase.participantIds.includes(commissionId);
  if (isHolder) relations.push('holder');
  // Someone from a consulted unit is in the chat for as long as that unit is consulted.
  else if (isIn && (isAtUnit || isConsulted)) relations.push('participant');
  if (isAtUnit && AT_UNIT.includes(careCase.state)) relations.push(kindOfColleague(careCase, reader));
  if (careCase.openedAtUnitId === unitId && careCase.state !== 'held' && answersCallers(reader))
    relations.push('opener');
  const isAsked = beside.consultation?.unitId === unitId;
  if (isConsulted) relations.push(beside.consultation && !isAsked ? 'consulted-beside' : 'consulted');
  else if (isAsked) relations.push('was-consulted');
  if (beside.consultation?.askedById === commissionId && !isHolder) relations.push('asker');
  if (beside.isFormerHolder) relations.push('former-holder');
  return relations;
}

/**
 * Whether staff look people up and open cases for those who ring. To hear alarm signs and read out advice is care, so
 * administration sends such callers on, and who manages has no part in it.
 */
export function answersCallers({ role, manages }: Pick<StaffReader, 'role' | 'manages'>): boolean {
  return manages === null && role !== 'administrator';
}

function kindOfColleague({ competence }: CaseFacts, { role }: StaffReader): Relation {
  if (role === competence) return 'colleague';
  return role === 'administrator' ? 'administrator' : 'other-colleague';
}
