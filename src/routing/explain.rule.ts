import type { Instant, RoutingDecision } from '../contracts/index.js';
import { chooseQueue, RULE, RULE_VERSION } from './choose-queue.rule.js';
import type { CaseFacts, Decision } from './decision.js';
import type { Network, UnitState } from './network.rule.js';
import { consultedUnits } from './partners.rule.js';
import type { RoutingPolicy } from './policy.rule.js';
import { reasonText, turnedDownText } from './reason-texts.js';

/** The inputs of a decision, stored with it: exactly what is needed to make it again. */
export interface RoutingInputs {
  facts: CaseFacts;
  now: Instant;
  /** The units that the rule could look at. */
  units: UnitState[];
}

/** A decision in words, with all that is needed to make it again. */
export function explain(
  decision: Decision,
  facts: CaseFacts,
  network: Network,
  policy: RoutingPolicy,
  now: Date,
): RoutingDecision {
  const name = (id: string) => network.get(id)?.name ?? id;
  const date = (instant: Instant | null | undefined) => (instant ? new Date(instant) : null);
  const home = decision.homeUnitId === null ? null : (network.get(decision.homeUnitId) ?? null);
  const inputs: RoutingInputs = { facts, now: now.toISOString(), units: consulted(facts, network, policy) };
  return {
    rule: RULE,
    ruleVersion: RULE_VERSION,
    policyVersion: policy.version,
    inputs: { ...inputs },
    target: { ...decision.target, unitName: name(decision.target.unitId) },
    opensAt: decision.opensAt,
    wait: decision.wait,
    reason: {
      code: decision.code,
      text: reasonText(decision.code, {
        home: home?.name ?? null,
        homeOpensAt: date(home?.opensAt),
        target: name(decision.target.unitId),
        opensAt: date(decision.opensAt),
        now,
      }),
    },
    turnedDown: decision.turnedDown.map(({ unitId, competence, code, wait, opensAt }) => ({
      unitId,
      unitName: name(unitId),
      competence,
      why: turnedDownText(code, { wait, opensAt: date(opensAt), now }),
      wait,
    })),
  };
}

function consulted(facts: CaseFacts, network: Network, policy: RoutingPolicy): UnitState[] {
  return consultedUnits(facts, policy, network).flatMap((id) => network.get(id) ?? []);
}

/**
 * Makes a stored decision again, under the policy it was made under or another one.
 * @param others states of units that the stored decision did not look at
 */
export function replay(
  { facts, now, units }: RoutingInputs,
  policy: RoutingPolicy,
  others?: Network,
): Decision {
  const network = new Map([...(others ?? []), ...units.map((unit) => [unit.id, unit] as const)]);
  return chooseQueue(facts, network, policy, new Date(now));
}
