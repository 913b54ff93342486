import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { CareCase } from '../cases/case.entity.js';
import { refused } from '../cases/case.errors.js';
import { type CaseDecision, Cases } from '../cases/case.service.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { isCutOff } from '../cases/in-call.rule.js';
import { relationsOf } from '../cases/relations.rule.js';
import { readTimeline } from '../cases/timeline.js';
import { staffEntry } from '../cases/timeline-actors.js';
import { StoredTimelineEntry } from '../cases/timeline-entry.entity.js';
import { refusalOf } from '../cases/who-may-act.rule.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import type { ClaimNext, HandBack, UndoClaim } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { Policies } from '../routing/policies.service.js';
import { ReRouter } from '../routing/re-router.service.js';
import { lockNext, ownQueues } from './claim.js';
import { keptByOpener } from './kept-by-opener.js';
import { faultOfUndoing, type UndoFault } from './undo-claim.rule.js';

/** Taking cases out of a unit's queues, and giving them back. */
@Injectable()
export class Queue {
  constructor(
    private readonly cases: Cases,
    private readonly reRouter: ReRouter,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /**
   * Claims the case in greatest need. The claim's id is the client's: pressing twice gives the same case.
   * @returns the case's id, or null when no case waits
   * @throws ProblemException enough-cases for staff who already hold as many cases as one works with at a
   * time, unless `beyond` says so
   */
  async claimNext(
    commission: CommissionCaller,
    { id: claimId, beyond = false }: ClaimNext,
  ): Promise<string | null> {
    const { unitId, commissionId, role } = commission;
    const isRepeat = await this.cases.dataSource.manager.existsBy(StoredTimelineEntry, {
      id: claimId,
      kind: 'claimed',
    });
    if (!isRepeat && !beyond) await this.refuseBeyond(commissionId, this.cases.dataSource.manager);
    if (!isRepeat) await this.reRouter.drawTo(unitId, ownQueues(role));
    const done = await this.cases.dataSource.transaction(async (manager) => {
      // Claims by one person run one after the other, so that each counts those before it.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [commissionId]);
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [claimId]);
      const repeated = await manager.findOneBy(StoredTimelineEntry, { id: claimId, kind: 'claimed' });
      if (repeated?.actor.kind === 'staff' && repeated.actor.commissionId === commissionId) {
        return { caseId: repeated.caseId, committed: null };
      }
      if (repeated)
        throw new ProblemException('conflict', 'That id names a claim of somebody else; make a new one.');
      if (!beyond) await this.refuseBeyond(commissionId, manager);
      const caseId = await lockNext(manager, { unitId, competences: ownQueues(role) });
      if (!caseId) return null;
      const careCase = await manager.findOneByOrFail(CareCase, { id: caseId });
      const relations = relationsOf(careCase, commission);
      const refusal = refusalOf('claim', relations, careCase.state);
      if (refusal) throw refused('claim', refusal, careCase.state);
      const decision = claimed(careCase, commission, claimId, this.clock.now());
      return { caseId, committed: await this.cases.save(manager, careCase, decision) };
    });
    if (done?.committed) this.cases.publish(done.committed);
    return done?.caseId ?? null;
  }

  /** Claims a certain case. The second of two claimants is told that the case is taken. */
  async claim(commission: CommissionCaller, caseId: string, claimId: string): Promise<void> {
    await this.cases.act(commission, caseId, 'claim', claimId, (careCase, _manager, now) =>
      claimed(careCase, commission, claimId, now),
    );
  }

  /** Gives a held case back to its queue, with its place kept. */
  handBack(commission: CommissionCaller, caseId: string, { id, reason }: HandBack): Promise<CareCase> {
    return this.cases.act(commission, caseId, 'hand-back', id, (careCase) => ({
      patch: { state: nextState(careCase.state, 'hand-back'), holderCommissionId: null },
      entries: [staffEntry('handed-back', { reason: reason?.trim() || null }, commission, id)],
    }));
  }

  /**
   * As if it had never been claimed, a few seconds after it was: it waits in its place again.
   * @throws ProblemException wrong-state when it is too late, or something was done with it since
   */
  async undoClaim(commission: CommissionCaller, caseId: string, { id, claimId }: UndoClaim): Promise<void> {
    await this.cases.act(commission, caseId, 'undo-claim', id, async (careCase, manager, now) => {
      const claim = await manager.findOneBy(StoredTimelineEntry, { caseId, id: claimId });
      const entries = claim
        ? await readTimeline(manager, caseId, claim.number - 1, 'staff', Number.MAX_SAFE_INTEGER)
        : [];
      const fault = faultOfUndoing(entries, claimId, now);
      if (fault) throw new ProblemException('wrong-state', NOT_UNDONE[fault]);
      return {
        patch: { state: nextState(careCase.state, 'hand-back'), holderCommissionId: null },
        entries: [staffEntry('claim-undone', { claimId }, commission, id)],
      };
    });
  }

  private async refuseBeyond(commissionId: string, manager: EntityManager): Promise<void> {
    const { casesAtOnce } = await this.policies.current();
    const holding = await manager.countBy(CareCase, {
      holderCommissionId: commissionId,
      state: 'held',
      setAsideUntil: IsNull(),
    });
    if (holding < casesAtOnce) return;
    throw new ProblemException(
      'enough-cases',
      `You have ${holding} cases; the policy says ${casesAtOnce} at a time. Send beyond: true to take one more.`,
    );
  }
}

const NOT_UNDONE: Readonly<Record<UndoFault, string>> = {
  'not-held': 'You do not hold it by that claim any more.',
  'too-late': 'It is too late to undo the claim; hand the case back instead.',
  'worked-with': 'Something was done with the case since; hand it back instead.',
};

function claimed(careCase: CareCase, commission: CommissionCaller, claimId: string, now: Date): CaseDecision {
  const { unitId, role } = commission;
  const isElsewhere = careCase.unitId !== unitId || careCase.competence !== role;
  // It is where the call was: nothing about why it is there changes.
  const isBack = isCutOff(careCase) && careCase.unitId === unitId;
  return {
    patch: {
      // Only who opened it on the telephone claims what waits elsewhere; then it is theirs altogether.
      ...(isElsewhere && { unitId, competence: role }),
      ...(isElsewhere && !isBack && { placement: keptByOpener(careCase, commission, now) }),
      state: nextState(careCase.state, 'claim'),
      holderCommissionId: commission.commissionId,
      claimedAt: now,
    },
    entries: [staffEntry('claimed', { claimId }, commission, claimId)],
  };
}
