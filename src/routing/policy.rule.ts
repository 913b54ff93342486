import type { Competence, Instant, OverflowRule, PolicyDocument, Urgency } from '../contracts/index.js';

/**
 * A policy in force: a document with its version, units named by id. It never changes; a change makes the next version.
 */
export interface RoutingPolicy extends Omit<PolicyDocument, 'catchAll'> {
  version: number;
  catchAll: { unitId: string; competence: Competence };
}

/** The target of an urgency at a unit, minutes. */
export function targetMinutes(policy: RoutingPolicy, unitId: string, urgency: Urgency): number {
  return policy.units[unitId]?.targetMinutes?.[urgency] ?? policy.targetMinutes[urgency];
}

/** When a case may leave that home. */
export function overflowRule(policy: RoutingPolicy, unitId: string, urgency: Urgency): OverflowRule {
  return policy.units[unitId]?.overflow?.[urgency] ?? policy.overflow[urgency];
}

/** When the target of an urgency runs out at a unit, counted from when the waiting began, or the opening if later. */
export function dueAt(policy: RoutingPolicy, unitId: string, urgency: Urgency, from: Date): Date {
  return new Date(from.getTime() + targetMinutes(policy, unitId, urgency) * 60_000);
}

/**
 * The target of a waiting case in its new queue: its waiting goes on from where it began, so the target never moves
 * away from it, but for the opening that it waits for.
 */
export function dueAfterMove(
  waiting: { urgency: Urgency; waitingSince: Date; dueAt: Date },
  policy: RoutingPolicy,
  to: { unitId: string; opensAt: Instant | null },
): Date {
  const own = dueAt(policy, to.unitId, waiting.urgency, waiting.waitingSince).getTime();
  return new Date(Math.max(Math.min(own, waiting.dueAt.getTime()), to.opensAt ? Date.parse(to.opensAt) : 0));
}

/** Names a document's units by id. @throws Error for a unit that is not there: check the document first */
export function resolvePolicy(
  document: PolicyDocument,
  version: number,
  idOf: (slug: string) => string,
): RoutingPolicy {
  return {
    ...document,
    version,
    agreements: document.agreements.map((each) => ({
      ...each,
      from: each.from === 'all-clinics' ? each.from : each.from.map(idOf),
      to: idOf(each.to),
    })),
    cooperations: document.cooperations.map((each) => ({ ...each, units: each.units.map(idOf) })),
    withoutHome: idOf(document.withoutHome),
    catchAll: { unitId: idOf(document.catchAll.unit), competence: document.catchAll.competence },
    units: Object.fromEntries(Object.entries(document.units).map(([slug, unit]) => [idOf(slug), unit])),
  };
}
