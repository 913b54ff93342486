import type { Urgency, WaitEstimate } from '../contracts/index.js';
import { isWithin } from './daily-hours.rule.js';
import type { CaseFacts, Decision, ReasonCode, TurnedDown, TurnedDownCode } from './decision.js';
import type { Network, UnitState } from './network.rule.js';
import {
  homeOf,
  mayWaitForOpening,
  type Place,
  partnerPlaces,
  placeAt,
  placeIn,
  sharedWait,
  soonest,
  turnDown,
} from './places.rule.js';
import { overflowRule, type RoutingPolicy } from './policy.rule.js';

export const RULE = 'network';
export const RULE_VERSION = 3;

/** Cases of this urgency and above are drawn to the first person who becomes free, wherever they wait. */
const DRAWN_TO: Urgency = 2;

/** A decision with the place it is for. */
interface Choice {
  place: Place | null;
  decision: Decision;
}

/**
 * Where a case goes.
 *
 * Its home is the patient's own clinic, or the one on whose page it began; where that cannot help, the unit that looks
 * after those without a home. It goes home while that is open, unless the wait there is expected to pass what the
 * policy allows for its urgency and a unit that takes cases of home is expected to help clearly sooner. While home is
 * closed such a unit takes it if it helps before home opens; else it waits for the opening. A case that waits already
 * moves only for a clear gain, and so many times while someone is on duty there, but always from where it is closed.
 * Where staff have sent it, it stays while someone is on duty there, or until the opening that they were told of.
 *
 * Pure: the same facts, network, policy and instant always give the same decision.
 */
export function chooseQueue(facts: CaseFacts, network: Network, policy: RoutingPolicy, now: Date): Decision {
  const fresh = choose(facts, network, policy, now);
  return facts.current ? stayOrMove(fresh, facts, network, policy, now) : fresh.decision;
}

/** The choice for a case that is in no queue yet. */
function choose(facts: CaseFacts, network: Network, policy: RoutingPolicy, now: Date): Choice {
  const home = homeOf(facts, network);
  const atHome = home && placeAt(home, facts, policy, now);
  if (home && atHome && (atHome.open || atHome.opensAt)) {
    const code = home.open ? 'home-open' : 'waits-for-opening';
    return chooseFrom(home, atHome, code, home.id, [], facts, network, policy, now);
  }
  const refused: TurnedDown[] = [];
  if (home && atHome) refused.push(turnDown(atHome, 'closed'));
  else if (home) refused.push(cannot(home.id, facts));
  const host = network.get(policy.withoutHome);
  const atHost = host && host.id !== home?.id && placeAt(host, facts, policy, now);
  if (host && atHost) {
    const code = atHome ? 'home-never-opens' : 'no-home';
    return chooseFrom(host, atHost, code, home?.id ?? null, refused, facts, network, policy, now);
  }
  if (host && host.id !== home?.id) refused.push(cannot(host.id, facts));
  const { unitId, competence } = policy.catchAll;
  const opensAt = network.get(unitId)?.opensAt ?? null;
  return {
    place: null,
    decision: {
      target: { unitId, competence },
      code: 'catch-all',
      homeUnitId: home?.id ?? null,
      opensAt,
      wait: null,
      turnedDown: refused,
    },
  };
}

/** Between a base unit and those that take its cases. */
function chooseFrom(
  base: UnitState,
  atBase: Place,
  code: ReasonCode,
  homeUnitId: string | null,
  refused: TurnedDown[],
  facts: CaseFacts,
  network: Network,
  policy: RoutingPolicy,
  now: Date,
): Choice {
  const { places, turnedDown } = partnerPlaces(base, atBase.competence, facts, network, policy, now);
  const decide = (
    place: Place,
    why: ReasonCode,
    others: TurnedDownCode,
    baseRefused?: TurnedDown,
  ): Choice => ({
    place,
    decision: {
      target: { unitId: place.unitId, competence: place.competence },
      code: why,
      homeUnitId,
      opensAt: place.opensAt,
      wait: waitAmong(place, [atBase, ...places], facts),
      turnedDown: [
        ...refused,
        ...(baseRefused ? [baseRefused] : []),
        ...places.filter((other) => other !== place).map((other) => turnDown(other, others)),
        ...turnedDown,
      ],
    },
  });
  const best = soonest(places);
  if (!best) return decide(atBase, code, 'not-sooner-enough');
  if (isQuiet(facts, policy, now)) return decide(atBase, code, 'quiet-hours');
  const { afterMinutes, gainMinutes } = base.open
    ? overflowRule(policy, base.id, facts.urgency)
    : { afterMinutes: 0, gainMinutes: 0 };
  if (atBase.minutes <= afterMinutes) return decide(atBase, code, 'home-soon-enough');
  if (best.minutes + gainMinutes > atBase.minutes) return decide(atBase, code, 'not-sooner-enough');
  if (!base.open) return decide(best, 'home-closed', 'not-sooner-enough', turnDown(atBase, 'closed'));
  const busy = atBase.wait ? 'busy' : 'nobody-on-duty';
  return decide(best, 'helped-sooner', 'not-sooner-enough', turnDown(atBase, busy));
}

/** The expected wait: an urgent case is drawn to the first person who becomes free, wherever it waits. */
function waitAmong(place: Place, places: readonly Place[], { urgency }: CaseFacts): WaitEstimate | null {
  if (urgency > DRAWN_TO || !place.wait || place.wait.toMinutes === 0) return place.wait;
  return sharedWait(places, urgency);
}

/** A waiting case stays where it is, unless that unit is closed or the other place is clearly better. */
function stayOrMove(
  fresh: Choice,
  facts: CaseFacts,
  network: Network,
  policy: RoutingPolicy,
  now: Date,
): Decision {
  const { current, urgency, timesMoved } = facts;
  const { decision, place } = fresh;
  const { target } = decision;
  if (!current || (target.unitId === current.unitId && target.competence === current.competence))
    return decision;
  const unit = network.get(current.unitId);
  const here = unit && placeIn(unit, current.competence, facts, policy, now);
  if (!here || !place) return decision;
  const stay = (why: TurnedDownCode): Decision => ({
    target: { unitId: current.unitId, competence: current.competence },
    code: 'stays',
    homeUnitId: decision.homeUnitId,
    opensAt: here.opensAt,
    wait: here.wait,
    turnedDown: [
      turnDown(place, why),
      ...decision.turnedDown.filter(({ unitId }) => unitId !== current.unitId && unitId !== target.unitId),
    ],
  });
  if (isWhereStaffWantIt(here, facts)) return stay('sent-by-staff');
  if (!here.open) return decision;
  if (isQuiet(facts, policy, now)) return stay('quiet-hours');
  if (timesMoved >= policy.moves.most && here.wait) return stay('moved-enough');
  if (here.minutes - place.minutes < policy.moves.gainMinutes[urgency]) return stay('not-sooner-enough');
  return decision;
}

function isWhereStaffWantIt(here: Place, { sentByStaff, urgency }: CaseFacts): boolean {
  if (!sentByStaff) return false;
  if (here.open) return here.wait !== null;
  return here.opensAt !== null && here.opensAt === sentByStaff.opensAt && mayWaitForOpening(urgency);
}

function isQuiet({ urgency }: CaseFacts, { quietHours }: RoutingPolicy, now: Date): boolean {
  return quietHours?.urgencies.includes(urgency) === true && isWithin(quietHours, now);
}

function cannot(unitId: string, { competences }: CaseFacts): TurnedDown {
  const [competence = 'nurse'] = competences;
  return { unitId, competence, code: 'lacks-competence', wait: null, opensAt: null };
}
