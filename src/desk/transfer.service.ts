import { Injectable } from '@nestjs/common';
import { CareUnits, careUnitName } from '../care-units/care-unit.service.js';
import { type CareCase, queued } from '../cases/case.entity.js';
import { type CaseDecision, Cases } from '../cases/case.service.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { CaseViews } from '../cases/case-views.js';
import { staffEntry, systemEntry } from '../cases/timeline-actors.js';
import { Clock } from '../config/clock.js';
import type { ProblemException } from '../config/problem.exception.js';
import { badInput } from '../config/problem.filter.js';
import type { RoutingDecision, TransferCase, Transferred, TransferTarget } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { estimateWait } from '../routing/expected-wait.rule.js';
import { type Network, waitingUpTo } from '../routing/network.rule.js';
import { NetworkState } from '../routing/network-state.service.js';
import { BY_STAFF } from '../routing/placement.js';
import { Policies } from '../routing/policies.service.js';
import { dueAfterMove, type RoutingPolicy } from '../routing/policy.rule.js';
import { transferText } from '../routing/reason-texts.js';
import { checkTransfer, type TransferFault } from './transfer.rule.js';

const REFUSED: Readonly<Record<TransferFault, string>> = {
  'same-queue': 'is where the case is already',
  'no-chat': 'does not help in the chat; refer the patient there instead',
  'lacks-competence': 'does not have that competence',
  'never-opens': 'does not open within two months',
  'closed-now': 'is closed now, and the case cannot wait until it opens',
};

/** Staff send a case to another queue, with everything in it; its wait goes on from where it began. */
@Injectable()
export class Transfers {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly units: CareUnits,
    private readonly policies: Policies,
    private readonly network: NetworkState,
    private readonly clock: Clock,
  ) {}

  /** The queues that this case may be sent to: open ones first, and of these the soonest first. */
  async targets(commission: CommissionCaller, caseId: string): Promise<TransferTarget[]> {
    const { careCase } = await this.views.find(caseId, commission, 'see-transfer-targets');
    return this.mayTake(careCase, await this.look());
  }

  /**
   * Sends a case of the unit's queue, or one the sender holds, to another queue. Pressing twice sends it once.
   * @throws ProblemException bad-input for a queue that may not take it, with those that may
   */
  async transfer(commission: CommissionCaller, caseId: string, body: TransferCase): Promise<Transferred> {
    const view = await this.look();
    await this.cases.act(commission, caseId, 'transfer', body.id, (careCase, _manager, now) =>
      this.decide(careCase, commission, body, view, now),
    );
    const to = await this.units.byId(body.unitId);
    if (!to) throw noSuchUnit();
    return { to: careUnitName(to), competence: body.competence };
  }

  private async decide(
    careCase: CareCase,
    commission: CommissionCaller,
    { id, unitId, competence, reason }: TransferCase,
    view: View,
    now: Date,
  ): Promise<CaseDecision> {
    const state = nextState(careCase.state, 'transfer');
    const waiting = queued(careCase);
    const [from, to] = await Promise.all([this.units.byId(waiting.unitId), this.units.byId(unitId)]);
    const target = view.network.get(unitId);
    if (!from || !to || !target) throw noSuchUnit();
    const fault = checkTransfer(waiting, { unit: target, competence });
    if (fault) {
      const others = (await this.mayTake(careCase, view)).map(({ unit }) => unit.name);
      const offered = others.length > 0 ? ` May take it: ${[...new Set(others)].join(', ')}.` : '';
      const field = fault === 'lacks-competence' ? 'competence' : 'unitId';
      throw badInput([{ field, message: `${to.name} ${REFUSED[fault]}.${offered}` }]);
    }
    const { opensAt } = target;
    const placement: RoutingDecision = {
      rule: BY_STAFF,
      ruleVersion: 1,
      policyVersion: view.policy.version,
      inputs: { now: now.toISOString() },
      target: { unitId, unitName: to.name, competence },
      opensAt,
      wait: null,
      reason: {
        code: BY_STAFF,
        text: transferText(from.name, to.name, opensAt === null ? null : new Date(opensAt), now),
      },
      turnedDown: [],
    };
    const dueAt = dueAfterMove(waiting, view.policy, { unitId, opensAt });
    const told = { from: careUnitName(from), to: careUnitName(to), competence, note: reason.trim() };
    return {
      patch: { state, unitId, competence, placement, dueAt, nextDeadlineAt: dueAt, holderCommissionId: null },
      entries: [staffEntry('transferred', told, commission, id), systemEntry('routed', placement)],
    };
  }

  private async mayTake(careCase: CareCase, { network }: View): Promise<TransferTarget[]> {
    const waiting = queued(careCase);
    const units = await this.units.all();
    const targets = units.flatMap((unit) => {
      const state = network.get(unit.id);
      if (!state) return [];
      return unit.competences
        .filter((competence) => checkTransfer(waiting, { unit: state, competence }) === null)
        .map((competence): TransferTarget => {
          const { open, opensAt, desks } = state;
          const desk = desks[competence];
          const wait =
            open && desk ? estimateWait(desk, waitingUpTo(desk, waiting.urgency), waiting.urgency) : null;
          return { unit: careUnitName(unit), competence, open, opensAt, wait };
        });
    });
    const soon = ({ open, wait }: TransferTarget) => (open ? (wait?.meanMinutes ?? 1e6) : 1e9);
    return targets.sort((a, b) => soon(a) - soon(b) || a.unit.name.localeCompare(b.unit.name, 'sv'));
  }

  private async look(): Promise<View> {
    const policy = await this.policies.current();
    return { policy, network: await this.network.load(this.clock.now(), policy.casesAtOnce) };
  }
}

function noSuchUnit(): ProblemException {
  return badInput([{ field: 'unitId', message: 'must be the id of a unit' }]);
}

/** The network and policy that a transfer is checked against. */
interface View {
  network: Network;
  policy: RoutingPolicy;
}
