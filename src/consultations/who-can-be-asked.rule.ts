import type { Competence } from '../contracts/index.js';

/** A unit as the rule sees it. */
export interface AskedUnit {
  id: string;
  name: string;
  competences: readonly Competence[];
  isOpen: boolean;
}

/** A colleague as the rule sees them. */
export interface AskedColleague {
  commissionId: string;
  staffId: string;
  unitId: string;
  role: Competence;
  isOnDuty: boolean;
}

/** What is asked for: a competence at a unit, and the colleague if one is named. */
export interface Ask {
  unitId: string;
  competence: Competence;
  /** Null: no colleague is named. Undefined: the named colleague is unknown. */
  colleague: AskedColleague | null | undefined;
}

/** Why the question cannot be asked, the field at fault, and the units that could be asked instead. */
export interface AskFault {
  field: 'unitId' | 'competence' | 'commissionId';
  why: 'unknown' | 'closed' | 'lacks-competence' | 'off-duty' | 'oneself' | 'not-there';
  instead: AskedUnit[];
}

/**
 * Whether a unit or colleague can be asked: a unit of the region that is open and has the competence; or a
 * colleague of that unit and role with an open desk, even when the unit itself is closed. Nobody can consult
 * themselves, in whichever commission.
 */
export function faultOfAsking(
  ask: Ask,
  asker: { commissionId: string; staffId: string },
  units: readonly AskedUnit[],
): AskFault | null {
  const instead = units.filter(({ isOpen, competences }) => isOpen && competences.includes(ask.competence));
  const unit = units.find(({ id }) => id === ask.unitId);
  if (!unit) return { field: 'unitId', why: 'unknown', instead };
  if (ask.colleague === null) {
    if (!unit.competences.includes(ask.competence))
      return { field: 'competence', why: 'lacks-competence', instead };
    return unit.isOpen ? null : { field: 'unitId', why: 'closed', instead };
  }
  const why = faultOfColleague(ask, ask.colleague, asker);
  return why && { field: 'commissionId', why, instead };
}

function faultOfColleague(
  ask: Ask,
  colleague: AskedColleague | undefined,
  asker: { commissionId: string; staffId: string },
): AskFault['why'] | null {
  if (!colleague) return 'unknown';
  if (colleague.staffId === asker.staffId) return 'oneself';
  if (colleague.unitId !== ask.unitId || colleague.role !== ask.competence) return 'not-there';
  return colleague.isOnDuty ? null : 'off-duty';
}
