import type { ColleagueUnit, Commission, Competence } from '../../../contracts/index.js';

/** Someone to ask at a unit: anyone with a competence, or a colleague who is on duty. */
export interface Askable {
  value: string;
  competence: Competence;
  /** Null: anyone of the competence. */
  commissionId: string | null;
  name: string | null;
}

/** The competences of a unit, then who is on duty there; at one's own unit one's own competence last of its kind. */
export function askables(unit: ColleagueUnit, own: Commission): Askable[] {
  const isOwn = unit.unit.id === own.unit.id;
  const anyone = unit.competences
    .map((competence) => ({ value: competence, competence, commissionId: null, name: null }))
    .sort((a, b) => Number(isOwn && a.competence === own.role) - Number(isOwn && b.competence === own.role));
  const onDuty = unit.onDuty.map(({ commissionId, role, name }) => ({
    value: commissionId,
    competence: role,
    commissionId,
    name,
  }));
  return [...anyone, ...onDuty];
}

/** Names of the units that are open and have the competence. */
export function openWith(units: readonly ColleagueUnit[], competence: Competence): string[] {
  return units
    .filter(({ isOpen, competences }) => isOpen && competences.includes(competence))
    .map(({ unit }) => unit.name);
}
