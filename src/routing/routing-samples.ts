import type { CareUnitKind, Competence, PolicyDocument } from '../contracts/index.js';
import type { CaseFacts } from './decision.js';
import type { DeskState, Network, UnitState } from './network.rule.js';
import { NOBODY_WAITS } from './network.rule.js';
import type { RoutingPolicy } from './policy.rule.js';
import type { KnownUnit } from './policy-checks.rule.js';
import { parsePolicy, readDefaultPolicy } from './policy-document.js';

/** Small regions for the specs of the router: units, their state, cases, and the policy that a region begins with. */

const KINDS = {
  herrgardet: 'clinic',
  kungsor: 'clinic',
  akuten: 'emergency-department',
  '1177': 'hotline',
} as const;
export type SampleUnit = keyof typeof KINDS;

const COMPETENCES: Record<SampleUnit, Competence[]> = {
  herrgardet: ['nurse', 'physician', 'administrator'],
  kungsor: ['nurse', 'physiotherapist'],
  akuten: ['nurse'],
  '1177': ['nurse'],
};

export const SAMPLE_UNITS: KnownUnit[] = Object.entries(KINDS).map(([slug, kind]) => ({
  id: slug,
  slug,
  kind: kind as CareUnitKind,
  competences: COMPETENCES[slug as SampleUnit],
}));

/** Ten minutes a case, nobody waits, one nurse who is free. */
export function desk(state: Partial<DeskState> = {}): DeskState {
  return {
    onDuty: 1,
    available: 1,
    waiting: NOBODY_WAITS,
    arrivedLastHour: NOBODY_WAITS,
    handlingMinutes: 10,
    ...state,
  };
}

/** One nurse who is taken, and so many waiting by urgency 1–5. */
export function busy(waiting: DeskState['waiting'] = NOBODY_WAITS, onDuty = 1): DeskState {
  return desk({ onDuty, available: 0, waiting });
}

export const NOBODY_THERE = desk({ onDuty: 0, available: 0 });

export function unit(id: SampleUnit, state: Partial<UnitState> & { nurse?: DeskState } = {}): UnitState {
  const { nurse = desk(), ...rest } = state;
  const desks = Object.fromEntries(
    COMPETENCES[id].map((competence) => [competence, competence === 'nurse' ? nurse : desk()]),
  );
  return {
    id,
    name: `Enhet ${id}`,
    kind: KINDS[id],
    open: true,
    closesAt: null,
    opensAt: null,
    desks,
    ...rest,
  };
}

/** Closed until then. */
export function closed(opensAt: string | null): Partial<UnitState> {
  return { open: false, opensAt };
}

export function network(...units: UnitState[]): Network {
  const given = new Set(units.map(({ id }) => id));
  const others = (Object.keys(KINDS) as SampleUnit[]).filter((id) => !given.has(id)).map((id) => unit(id));
  return new Map([...units, ...others].map((each) => [each.id, each]));
}

/** A nurse's case of urgency 4 of a patient at Herrgärdet. */
export function facts(about: Partial<CaseFacts> = {}): CaseFacts {
  return {
    urgency: 4,
    reason: 'back-pain',
    competences: ['nurse'],
    ageMonths: 420,
    language: 'sv',
    listingUnitId: 'herrgardet',
    originUnitId: null,
    timesMoved: 0,
    current: null,
    ...about,
  };
}

const BEGINNING = readDefaultPolicy() as PolicyDocument;
const UNCHANGED = parsePolicy(BEGINNING, 1, SAMPLE_UNITS).policy;

/** The policy that a region begins with, with changes. */
export function policy(changes?: Partial<PolicyDocument>): RoutingPolicy {
  return changes ? parsePolicy({ ...BEGINNING, ...changes }, 1, SAMPLE_UNITS).policy : UNCHANGED;
}
