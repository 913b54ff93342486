import { Injectable } from '@nestjs/common';
import { CareCase } from '../cases/case.entity.js';
import { type CaseDecision, Cases } from '../cases/case.service.js';
import { holds } from '../cases/case-access.rule.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { CaseViews } from '../cases/case-views.js';
import { staffEntry } from '../cases/timeline-actors.js';
import { StoredTimelineEntry } from '../cases/timeline-entry.entity.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import type { HandBack } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { ReRouter } from '../routing/re-router.service.js';
import { claimNext, queuesOf } from './claim.js';

/** Taking cases out of a unit's queues, and giving them back. */
@Injectable()
export class Queue {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly reRouter: ReRouter,
    private readonly clock: Clock,
  ) {}

  /**
   * Claims the case in greatest need. The claim's id is the client's: pressing twice gives the same case.
   * @returns the case's id, or null when nobody waits
   */
  async claimNext(commission: CommissionCaller, claimId: string): Promise<string | null> {
    const { unitId, commissionId, role } = commission;
    const isRepeat = await this.cases.dataSource.manager.existsBy(StoredTimelineEntry, {
      id: claimId,
      kind: 'claimed',
    });
    if (!isRepeat) await this.reRouter.drawTo(unitId, queuesOf(role));
    const done = await this.cases.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [claimId]);
      const repeated = await manager.findOneBy(StoredTimelineEntry, { id: claimId, kind: 'claimed' });
      if (repeated?.actor.kind === 'staff' && repeated.actor.commissionId === commissionId) {
        return { caseId: repeated.caseId, committed: null };
      }
      if (repeated)
        throw new ProblemException('conflict', 'That id names a claim of somebody else; make a new one.');
      const now = this.clock.now();
      const caseId = await claimNext(manager, { unitId, competences: queuesOf(role), commissionId, now });
      if (!caseId) return null;
      const careCase = await manager.findOneByOrFail(CareCase, { id: caseId });
      const committed = await this.cases.save(manager, careCase, {
        entries: [staffEntry('claimed', { claimId }, commission, claimId)],
      });
      return { caseId, committed };
    });
    if (done?.committed) this.cases.publish(done.committed);
    return done?.caseId ?? null;
  }

  /** Claims a certain case. Who comes second is told that the case is taken. */
  async claim(commission: CommissionCaller, caseId: string, claimId: string): Promise<void> {
    await this.views.find(caseId, commission);
    await this.cases.change(
      caseId,
      (careCase, _manager, now) => {
        if (careCase.unitId !== commission.unitId) throw notYours();
        return {
          patch: {
            state: nextState(careCase.state, 'claim'),
            holderCommissionId: commission.commissionId,
            claimedAt: now,
          },
          entries: [staffEntry('claimed', { claimId }, commission, claimId)],
        };
      },
      claimId,
    );
  }

  /** Gives a held case back to its queue, with its place kept. */
  handBack(commission: CommissionCaller, caseId: string, { id, reason }: HandBack): Promise<CareCase> {
    return this.changeHeld(commission, caseId, id, (careCase) => ({
      patch: { state: nextState(careCase.state, 'hand-back'), holderCommissionId: null },
      entries: [staffEntry('handed-back', { reason: reason?.trim() || null }, commission, id)],
    }));
  }

  /** A change that only the holder may make; `id` makes a repeat harmless. */
  private async changeHeld(
    commission: CommissionCaller,
    caseId: string,
    id: string,
    decide: (careCase: CareCase, now: Date) => CaseDecision,
  ): Promise<CareCase> {
    await this.views.find(caseId, commission);
    return this.cases.change(
      caseId,
      (careCase, _manager, now) => {
        if (careCase.state === 'held' && !holds(careCase, commission.commissionId)) throw notYours();
        return decide(careCase, now);
      },
      id,
    );
  }
}

/** For who does not have the case. */
export function notYours(): ProblemException {
  return new ProblemException('not-allowed', 'Someone else has this case, or it has gone to another unit.');
}
