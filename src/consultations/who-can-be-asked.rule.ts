import type { Competence } from '../contracts/index.js';

/** A unit as the rule knows it. */
export interface AskedUnit {
  id: string;
  name: string;
  competences: readonly Competence[];
  isOpen: boolean;
}

/** A colleague as the rule knows them. */
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
  /** Null: nobody is named. Undefined: someone is, and is not known. */
  colleague: AskedColleague | null | undefined;
}

/** Why nobody can be asked so, at which field, and which units could be asked instead. */
export interface AskFault {
  field: 'unitId' | 'competence' | 'commissionId';
  why: 'unknown' | 'closed' | 'lacks-competence' | 'off-duty' | 'oneself' | 'not-there';
  instead: AskedUnit[];
}

/**
 * Whether someone can be consulted: a unit of the region that is open and has the competence; or a colleague with an
 * open desk, of that unit and role, which is enough even when the unit itself is closed. Nobody consults oneself, in
 * whichever commission.
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
