import type { ColleagueOnDuty, ColleagueUnit, Competence, HeldCases } from '../../../contracts/index.js';

type Held = HeldCases['cases'];
/** The colleague who takes each case, by commission; a case that is not named goes back to its queue. */
export type Takers = Readonly<Record<string, string>>;

/** Who at the unit could be given a case that needs a competence: on duty with it, and taking new cases. */
export function takersAt(
  units: readonly ColleagueUnit[],
  unitId: string,
  competence: Competence | null,
): ColleagueOnDuty[] {
  const own = units.find(({ unit }) => unit.id === unitId);
  return (own?.onDuty ?? []).filter(({ role, available }) => role === competence && available);
}

/** Those who could take some of the cases, each once, by name. */
export function possibleTakers(held: Held): Held[number]['colleagues'] {
  const each = new Map(
    held.flatMap(({ colleagues }) => colleagues.map((one) => [one.commissionId, one] as const)),
  );
  return [...each.values()].sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}

/** All to one colleague: what they cannot take goes back to its queue. */
export function allTo(held: Held, to: string): Takers {
  const theirs = held.filter(({ colleagues }) => colleagues.some(({ commissionId }) => commissionId === to));
  return Object.fromEntries(theirs.map(({ caseId }) => [caseId, to]));
}

/** The colleague who takes all that they could take, where nobody else takes any; else none. */
export function commonTaker(held: Held, takers: Takers): string | null {
  const [to] = Object.values(takers);
  if (to === undefined) return null;
  const all = Object.entries(allTo(held, to));
  const isSame = all.length === Object.keys(takers).length && all.every(([id]) => takers[id] === to);
  return isSame ? to : null;
}

/** Without those who can no longer take it. */
export function stillThere(takers: Takers, held: Held): Takers {
  const offered = ([caseId, to]: [string, string]) => allTo(held, to)[caseId] === to;
  return Object.fromEntries(Object.entries(takers).filter(offered));
}
