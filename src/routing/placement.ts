import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CareUnits, careUnitName } from '../care-units/care-unit.service.js';
import { type CareCase, queued } from '../cases/case.entity.js';
import type { CaseDecision } from '../cases/case.service.js';
import { type CaseEvent, nextState } from '../cases/case-transitions.rule.js';
import { cutCallRaised, isCutOff } from '../cases/in-call.rule.js';
import type { NewEntry } from '../cases/timeline.js';
import { systemEntry } from '../cases/timeline-actors.js';
import {
  type Competence,
  CUT_OFF,
  type RaisedBy,
  type RoutingDecision,
  type Urgency,
} from '../contracts/index.js';
import { Person } from '../residents/person.entity.js';
import { factsOfCase } from './case-facts.js';
import { chooseQueue } from './choose-queue.rule.js';
import type { CaseFacts } from './decision.js';
import { explain } from './explain.rule.js';
import type { Network } from './network.rule.js';
import { NetworkState } from './network-state.service.js';
import { consultedUnits } from './partners.rule.js';
import { Policies } from './policies.service.js';
import { dueAfterMove, dueAt, type RoutingPolicy } from './policy.rule.js';
import { competenceAt, raisedDue, standingBefore } from './raised-urgency.rule.js';

/** The reason code of a case that staff sent to another queue. */
export const BY_STAFF = 'by-staff';

/** The reason codes of cases that are where staff put them, or where the caller has talked with the unit. */
export const DECIDED_BY_STAFF: readonly string[] = [BY_STAFF, 'taken-over', CUT_OFF];

/** Puts cases into queues by the one rule; the decision is stored on the timeline. */
@Injectable()
export class Placement {
  constructor(
    private readonly policies: Policies,
    private readonly network: NetworkState,
    private readonly units: CareUnits,
  ) {}

  /**
   * The decision that takes a case into a queue.
   * @param event how it gets there: `enqueue` or `reopen`
   */
  async place(
    manager: EntityManager,
    careCase: CareCase,
    event: CaseEvent & ('enqueue' | 'reopen'),
    wanted: { urgency: Urgency; competence: Competence },
    now: Date,
  ): Promise<CaseDecision> {
    const state = nextState(careCase.state, event);
    const patient = await manager.findOneByOrFail(Person, { id: careCase.patientId ?? '' });
    const known = factsOfCase({ ...careCase, timesMoved: 0 }, wanted, patient.listingUnitId);
    const { placement, policy } = await this.decide(manager, { ...known, current: null }, now);
    const from = placement.opensAt ? new Date(placement.opensAt) : now;
    const due = dueAt(policy, placement.target.unitId, wanted.urgency, from);
    return {
      patch: {
        state,
        urgency: wanted.urgency,
        competence: placement.target.competence,
        unitId: placement.target.unitId,
        placement,
        waitingSince: now,
        dueAt: due,
        nextDeadlineAt: due,
        timesMoved: 0,
        checkIn: null,
        checkInAt: null,
        holderCommissionId: null,
        claimedAt: null,
        closedAt: null,
        closedAs: null,
      },
      entries: [systemEntry('routed', placement)],
    };
  }

  /**
   * What changes when a waiting case is placed anew: its queue, and its target as `dueAfterMove` says.
   */
  async replaced(
    careCase: CareCase,
    placement: RoutingDecision,
    policy: RoutingPolicy,
  ): Promise<CaseDecision> {
    const { unitId } = careCase;
    const { target, opensAt } = placement;
    const entries: NewEntry[] = [systemEntry('routed', placement)];
    const [from, to] = await Promise.all([this.units.byId(unitId ?? ''), this.units.byId(target.unitId)]);
    if (from && to && from.id !== to.id) {
      entries.push(
        systemEntry('moved', { from: careUnitName(from), to: careUnitName(to), why: placement.reason.text }),
      );
    }
    const due = dueAfterMove(queued(careCase), policy, { unitId: target.unitId, opensAt });
    return {
      patch: {
        unitId: target.unitId,
        competence: target.competence,
        placement,
        dueAt: due,
        nextDeadlineAt: due,
        timesMoved: careCase.timesMoved + (unitId === target.unitId ? 0 : 1),
      },
      entries,
    };
  }

  /**
   * What follows when what a resident writes or answers shows that a case in a queue, or with staff, is more urgent: it
   * gets that urgency and the target that goes with it, counted from now, and a waiting one is placed anew. Null where it
   * is that urgent already: nothing is ever lowered. Where somebody is to call back, it stays while it may.
   */
  async raise(
    manager: EntityManager,
    careCase: CareCase,
    to: Urgency,
    by: RaisedBy,
    now: Date,
  ): Promise<CaseDecision | null> {
    const { urgency: from, competence, unitId, dueAt: targetBefore } = queued(careCase);
    if (to >= from) return null;
    const state = nextState(careCase.state, 'change-urgency');
    const raised = systemEntry('urgency-raised', { from, to, by });
    const policy = await this.policies.current();
    if (state === 'held') {
      const due = raisedDue(targetBefore, dueAt(policy, unitId, to, now));
      // Who has it goes on; where it comes back to its queue, it waits for somebody who can judge it.
      const judging = competenceAt(to, competence);
      return {
        patch: {
          urgency: to,
          competence: judging,
          dueAt: due,
          nextDeadlineAt: due,
          ...cutCallRaised(careCase, to),
        },
        entries: [raised],
      };
    }
    const patient = await manager.findOneByOrFail(Person, { id: careCase.patientId ?? '' });
    const wanted = { urgency: to, competence: competenceAt(to, competence) };
    const known = factsOfCase(careCase, wanted, patient.listingUnitId);
    const before = careCase.placement;
    const sentByStaff =
      before && DECIDED_BY_STAFF.includes(before.reason.code) ? { opensAt: before.opensAt } : null;
    const { placement } = await this.decide(
      manager,
      { ...known, sentByStaff, current: null },
      now,
      (network) =>
        wanted.competence === competence
          ? { unitId, competence, ahead: standingBefore(network.get(unitId)?.desks[competence], to) }
          : null,
    );
    // Who promised to call back still does, and is still said to.
    const stays =
      isCutOff(careCase) &&
      before?.reason.code === CUT_OFF &&
      placement.target.unitId === unitId &&
      placement.target.competence === competence;
    const placed = stays
      ? null
      : await this.replaced({ ...careCase, urgency: to } as CareCase, placement, policy);
    const since = placement.opensAt ? new Date(placement.opensAt) : now;
    const due = raisedDue(targetBefore, dueAt(policy, placement.target.unitId, to, since));
    return {
      ...placed,
      patch: {
        ...placed?.patch,
        state,
        urgency: to,
        dueAt: due,
        nextDeadlineAt: due,
        ...cutCallRaised(careCase, to),
      },
      entries: [raised, ...(placed?.entries ?? [])],
    };
  }

  private async decide(
    manager: EntityManager,
    facts: CaseFacts,
    now: Date,
    currentIn: (network: Network) => CaseFacts['current'] = () => facts.current,
  ): Promise<{ placement: RoutingDecision; policy: RoutingPolicy }> {
    const policy = await this.policies.current();
    const units = new Map((await this.units.all()).map((unit) => [unit.id, unit]));
    const unitIds = consultedUnits(facts, policy, units);
    const network = await this.network.load(now, policy.casesAtOnce, { unitIds, manager });
    const placed = { ...facts, current: currentIn(network) };
    const decision = chooseQueue(placed, network, policy, now);
    return { placement: explain(decision, placed, network, policy, now), policy };
  }
}
