import { Injectable } from '@nestjs/common';
import { CareCase } from '../cases/case.entity.js';
import { refused } from '../cases/case.errors.js';
import { type CaseDecision, Cases } from '../cases/case.service.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { relationsOf } from '../cases/relations.rule.js';
import { staffEntry } from '../cases/timeline-actors.js';
import { StoredTimelineEntry } from '../cases/timeline-entry.entity.js';
import { refusalOf } from '../cases/who-may-act.rule.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import type { HandBack } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { ReRouter } from '../routing/re-router.service.js';
import { lockNext, queuesOf } from './claim.js';

/** Taking cases out of a unit's queues, and giving them back. */
@Injectable()
export class Queue {
  constructor(
    private readonly cases: Cases,
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
      const caseId = await lockNext(manager, { unitId, competences: queuesOf(role) });
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

  /** Claims a certain case. Who comes second is told that the case is taken. */
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
}

function claimed(careCase: CareCase, commission: CommissionCaller, claimId: string, now: Date): CaseDecision {
  return {
    patch: {
      state: nextState(careCase.state, 'claim'),
      holderCommissionId: commission.commissionId,
      claimedAt: now,
    },
    entries: [staffEntry('claimed', { claimId }, commission, claimId)],
  };
}
