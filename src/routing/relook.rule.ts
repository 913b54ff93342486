import type { Competence } from '../contracts/index.js';
import { compareByNeed, type QueuePlace } from '../queue/queue-order.rule.js';
import { chooseQueue } from './choose-queue.rule.js';
import type { CaseFacts, Decision } from './decision.js';
import type { DeskState, Network, UnitState } from './network.rule.js';
import type { RoutingPolicy } from './policy.rule.js';

/** A waiting case, as it is looked at again. */
export interface WaitingCase extends QueuePlace {
  unitId: string;
  competence: Competence;
  /** What the rule knows about it, but for where it waits. */
  facts: Omit<CaseFacts, 'current'>;
  /** When its unit opens, as the resident was told when it was placed. */
  opensAt: string | null;
}

/** A change for a waiting case: another queue, or another time of opening to tell its resident. */
export interface Relooked {
  waiting: WaitingCase;
  facts: CaseFacts;
  decision: Decision;
  /** The network as the decision saw it: earlier moves of the same look are in it. */
  network: Network;
}

/**
 * Looks at waiting cases again, in the order of need, each after the moves of those before it, so that one free nurse
 * draws one case and not ten. Pure: neither the cases nor the network are changed.
 * @param only looks at these cases only; the others count as waiting all the same
 * @returns what is to be done; cases that stay are left out
 */
export function relook(
  cases: readonly WaitingCase[],
  network: Network,
  policy: RoutingPolicy,
  now: Date,
  only: (waiting: WaitingCase) => boolean = () => true,
): Relooked[] {
  const working = new WorkingNetwork(network, cases);
  const found: Relooked[] = [];
  for (const waiting of cases.toSorted(compareByNeed)) {
    if (!only(waiting)) continue;
    const { unitId, competence } = waiting;
    const facts: CaseFacts = {
      ...waiting.facts,
      current: { unitId, competence, ahead: working.ahead(waiting) },
    };
    const decision = chooseQueue(facts, working.units, policy, now);
    const { target, opensAt } = decision;
    const moves = target.unitId !== unitId || target.competence !== competence;
    if (moves || (opensAt !== null && opensAt !== waiting.opensAt)) {
      found.push({ waiting, facts, decision, network: working.seen() });
    }
    if (moves) working.move(waiting, target);
  }
  return found;
}

/** A copy of the network in which cases move. */
class WorkingNetwork {
  readonly units: Map<string, UnitState>;
  private readonly queues = new Map<string, WaitingCase[]>();

  constructor(network: Network, cases: readonly WaitingCase[]) {
    this.units = new Map(network);
    for (const waiting of cases) {
      const key = keyOf(waiting.unitId, waiting.competence);
      const queue = this.queues.get(key);
      if (queue) queue.push(waiting);
      else this.queues.set(key, [waiting]);
    }
    for (const queue of this.queues.values()) queue.sort(compareByNeed);
  }

  /** How many stand before a case in the queue it waits in. */
  ahead({ unitId, competence, caseId }: WaitingCase): number {
    const queue = this.queues.get(keyOf(unitId, competence)) ?? [];
    return Math.max(
      0,
      queue.findIndex((each) => each.caseId === caseId),
    );
  }

  move(waiting: WaitingCase, to: { unitId: string; competence: Competence }): void {
    const from = this.queues.get(keyOf(waiting.unitId, waiting.competence)) ?? [];
    from.splice(
      from.findIndex((each) => each.caseId === waiting.caseId),
      1,
    );
    const key = keyOf(to.unitId, to.competence);
    const queue = this.queues.get(key) ?? [];
    const at = queue.findIndex((each) => compareByNeed(waiting, each) < 0);
    queue.splice(at < 0 ? queue.length : at, 0, waiting);
    this.queues.set(key, queue);
    this.count(waiting.unitId, waiting.competence, waiting.urgency, -1);
    this.count(to.unitId, to.competence, waiting.urgency, 1);
  }

  /** The network as it stands now, safe from later moves: units are replaced, never changed. */
  seen(): Network {
    return new Map(this.units);
  }

  private count(unitId: string, competence: Competence, urgency: number, by: 1 | -1): void {
    const unit = this.units.get(unitId);
    const desk = unit?.desks[competence];
    if (!unit || !desk) return;
    const waiting: number[] = [...desk.waiting];
    waiting[urgency - 1] = Math.max(0, (waiting[urgency - 1] ?? 0) + by);
    const changed = { ...desk, waiting: waiting as unknown as DeskState['waiting'] }; // as long as before
    this.units.set(unitId, { ...unit, desks: { ...unit.desks, [competence]: changed } });
  }
}

function keyOf(unitId: string, competence: Competence): string {
  return `${unitId} ${competence}`;
}
