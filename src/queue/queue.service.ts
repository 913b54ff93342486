import { Injectable } from '@nestjs/common';
import { CareCase } from '../cases/case.entity.js';
import { type CaseDecision, Cases } from '../cases/case.service.js';
import { holds } from '../cases/case-access.js';
import { nextState } from '../cases/case-transitions.js';
import { CaseViews } from '../cases/case-views.js';
import { staffEntry } from '../cases/timeline-actors.js';
import { StoredTimelineEntry } from '../cases/timeline-entry.entity.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import type { ChangeUrgency, CloseCase, HandBack, WriteNote } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { Policies } from '../routing/policies.service.js';
import { dueAt } from '../routing/policy.js';
import { ReRouter } from '../routing/re-router.service.js';
import { claimNext, queuesOf } from './claim.js';
import { checkUrgencyChange } from './urgency-change.js';

/** What staff do with cases of their unit's queues. */
@Injectable()
export class Queue {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly policies: Policies,
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

  /** Closes a held case with a result. */
  close(commission: CommissionCaller, caseId: string, { id, result, note }: CloseCase): Promise<CareCase> {
    return this.changeHeld(commission, caseId, id, (careCase, now) => ({
      patch: {
        state: nextState(careCase.state, 'close'),
        holderCommissionId: null,
        closedAt: now,
        closedAs: result,
        nextDeadlineAt: null,
      },
      entries: [staffEntry('closed', { result, note: note?.trim() || null }, commission, id)],
    }));
  }

  /** Raises or lowers the urgency of a case of the unit; lowering needs a reason. The waiting's beginning stays. */
  async changeUrgency(commission: CommissionCaller, caseId: string, body: ChangeUrgency): Promise<void> {
    await this.views.find(caseId, commission);
    const policy = await this.policies.current();
    await this.cases.change(
      caseId,
      (careCase) => {
        const state = nextState(careCase.state, 'change-urgency');
        if (state === 'held' && !holds(careCase, commission.commissionId)) throw notYours();
        const from = careCase.urgency ?? 5; // queued cases have one; the check in the database says so
        const fault = checkUrgencyChange(from, body.urgency, body.reason);
        if (fault === 'same') return {};
        if (fault) {
          const message = 'is needed when the urgency is lowered';
          throw new ProblemException('bad-input', `reason: ${message}`, [{ field: 'reason', message }]);
        }
        const due = dueAt(policy, commission.unitId, body.urgency, startOfService(careCase));
        return {
          patch: { state, urgency: body.urgency, dueAt: due, nextDeadlineAt: due },
          entries: [
            staffEntry(
              'urgency-changed',
              { from, to: body.urgency, reason: body.reason?.trim() || null },
              commission,
              body.id,
            ),
          ],
        };
      },
      body.id,
    );
  }

  /** Writes a note that only staff see. Anyone at the unit may, also beside the holder. */
  async writeNote(commission: CommissionCaller, caseId: string, { id, text }: WriteNote): Promise<void> {
    await this.views.find(caseId, commission);
    await this.cases.change(caseId, () => ({ entries: [staffEntry('note', { text }, commission, id)] }), id);
  }

  /** Gives the advice of the triage again, as a message of its own kind. */
  giveAdvice(commission: CommissionCaller, caseId: string, id: string): Promise<CareCase> {
    return this.changeHeld(commission, caseId, id, (careCase) => {
      if (!careCase.result) {
        throw new ProblemException(
          'wrong-state',
          'The triage of this case gave no advice that could be given again.',
        );
      }
      const { now, steps, watchFor } = careCase.result;
      return { entries: [staffEntry('advice-given', { now, steps, watchFor }, commission, id)] };
    });
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

/** When the unit could begin to help: the target of an urgency counts from there. */
function startOfService({ waitingSince, placement }: CareCase): Date {
  const since = waitingSince?.getTime() ?? 0;
  const opensAt = placement?.opensAt ? Date.parse(placement.opensAt) : since;
  return new Date(Math.max(since, opensAt));
}

/** For who does not have the case. */
export function notYours(): ProblemException {
  return new ProblemException('not-allowed', 'Someone else has this case, or it has gone to another unit.');
}
