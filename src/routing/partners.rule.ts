import type { AgreementScope, AgreementState, CareUnitKind, Competence } from '../contracts/index.js';
import { isWithin } from './daily-hours.rule.js';
import type { CaseFacts } from './decision.js';
import type { RoutingPolicy } from './policy.rule.js';

/** A unit that takes cases of another, in one state of that other, for what the scope says. */
export interface Partner {
  unitId: string;
  when: AgreementState;
  scope: AgreementScope;
}

/** The part of a unit that decides which units take its cases. */
export interface KnownKind {
  id: string;
  kind: CareUnitKind;
}

/** Units that look after a patient over time; the hotline and emergency departments do not. */
const CAN_BE_HOME: ReadonlySet<CareUnitKind> = new Set(['clinic', 'specialist-clinic']);

export function canBeHome(kind: CareUnitKind): boolean {
  return CAN_BE_HOME.has(kind);
}

const indexes = new WeakMap<RoutingPolicy, Map<string, readonly Partner[]>>();

/** The units that take cases of a unit under the policy, one-way agreements first, each in the policy's order. */
export function partnersOf(policy: RoutingPolicy, unit: KnownKind): readonly Partner[] {
  let index = indexes.get(policy);
  if (!index) {
    index = new Map();
    indexes.set(policy, index);
  }
  let partners = index.get(unit.id);
  if (!partners) {
    partners = findPartners(policy, unit);
    index.set(unit.id, partners);
  }
  return partners;
}

function findPartners(policy: RoutingPolicy, { id, kind }: KnownKind): Partner[] {
  const counts = (units: readonly string[] | 'all-clinics') =>
    units === 'all-clinics' ? canBeHome(kind) : units.includes(id);
  const oneWay = policy.agreements
    .filter(({ from, to }) => to !== id && counts(from))
    .map((agreement): Partner => ({ unitId: agreement.to, when: agreement.when, scope: agreement }));
  const mutual = policy.cooperations
    .filter(({ units }) => units.includes(id))
    .flatMap((cooperation) =>
      cooperation.units
        .filter((other) => other !== id)
        .map((other): Partner => ({ unitId: other, when: cooperation.when, scope: cooperation })),
    );
  return [...oneWay, ...mutual];
}

/** Whether a scope covers such a case at that moment. */
export function covers(scope: AgreementScope, facts: CaseFacts, competence: Competence, now: Date): boolean {
  return (
    scope.urgencies.includes(facts.urgency) &&
    (scope.reasons === undefined || (facts.reason !== null && scope.reasons.includes(facts.reason))) &&
    (scope.competences === undefined || scope.competences.includes(competence)) &&
    (scope.hours === undefined || isWithin(scope.hours, now))
  );
}

/**
 * The units that the rule may look at for a case: its own, the host of those without, where it waits, and who takes
 * their cases.
 */
export function consultedUnits(
  facts: CaseFacts,
  policy: RoutingPolicy,
  units: { get(id: string): KnownKind | undefined },
): string[] {
  const { listingUnitId, originUnitId, current } = facts;
  const bases = [listingUnitId, originUnitId, policy.withoutHome, current?.unitId]
    .map((id) => (id ? units.get(id) : undefined))
    .filter((unit): unit is KnownKind => unit !== undefined);
  const partners = bases.flatMap((base) => partnersOf(policy, base).map(({ unitId }) => unitId));
  return [...new Set([...bases.map(({ id }) => id), ...partners, policy.catchAll.unitId])];
}
