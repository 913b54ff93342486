import { Injectable } from '@nestjs/common';
import type { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { relationsTo } from '../cases/case-relations.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { staffEntry } from '../cases/timeline-actors.js';
import { refuseUnseenDanger } from '../cases/unseen-danger.js';
import { refuseVeiled } from '../cases/veiled.js';
import { ProblemException } from '../config/problem.exception.js';
import type {
  ChangeUrgency,
  CloseCase,
  GiveAdvice,
  NoteTelephoneCall,
  TakeRecordNote,
  WriteNote,
} from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { Policies } from '../routing/policies.service.js';
import { dueAt } from '../routing/policy.rule.js';
import { IMAGE_TIPS } from './image-tips.js';
import { checkUrgencyChange, pathOf } from './urgency-change.rule.js';

/** What staff do with a case on their own: notes, advice, its urgency, its end. */
@Injectable()
export class DeskActions {
  constructor(
    private readonly cases: Cases,
    private readonly policies: Policies,
  ) {}

  /** Closes a held case with a result. */
  close(commission: CommissionCaller, caseId: string, body: CloseCase): Promise<CareCase> {
    const { id, result, note } = body;
    return this.cases.act(commission, caseId, 'close', id, async (careCase, manager, now) => {
      await refuseUnseenDanger(manager, careCase, body);
      return {
        patch: {
          state: nextState(careCase.state, 'close'),
          holderCommissionId: null,
          closedAt: now,
          closedAs: result,
          nextDeadlineAt: null,
        },
        entries: [staffEntry('closed', { result, note: note?.trim() || null }, commission, id)],
      };
    });
  }

  /**
   * Raises or lowers the urgency of a case of the unit; lowering needs a reason. The start of the wait stays.
   */
  async changeUrgency(commission: CommissionCaller, caseId: string, body: ChangeUrgency): Promise<void> {
    const policy = await this.policies.current();
    await this.cases.act(
      commission,
      caseId,
      ({ urgency }) => (body.urgency > (urgency ?? 5) ? 'lower-urgency' : 'raise-urgency'),
      body.id,
      async (careCase, manager) => {
        const state = nextState(careCase.state, 'change-urgency');
        const from = careCase.urgency ?? 5; // queued cases have one; the check in the database guarantees it
        const fault = checkUrgencyChange(from, body);
        if (fault === 'same') return {};
        if (body.urgency > from) await refuseUnseenDanger(manager, careCase, body);
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
              {
                from,
                to: body.urgency,
                reason: body.reason?.trim() || null,
                ...(careCase.triage && { triage: pathOf(careCase.triage) }),
              },
              commission,
              body.id,
            ),
          ],
        };
      },
    );
  }

  /** Writes a note that only staff see. */
  async writeNote(commission: CommissionCaller, caseId: string, { id, text }: WriteNote): Promise<void> {
    await this.cases.act(commission, caseId, 'write-note', id, () => ({
      entries: [staffEntry('note', { text }, commission, id)],
    }));
  }

  /** Keeps the text that was taken out for the patient's record, for staff only. */
  async takeRecordNote(
    commission: CommissionCaller,
    caseId: string,
    { id, text, way }: TakeRecordNote,
  ): Promise<void> {
    await this.cases.act(commission, caseId, 'write-note', id, () => ({
      entries: [staffEntry('record-note-taken', { text, way }, commission, id)],
    }));
  }

  /** Asks the resident for an image, with what helps to take a good one. */
  askForImage(commission: CommissionCaller, caseId: string, id: string): Promise<CareCase> {
    return this.cases.act(commission, caseId, 'ask-for-image', id, () => ({
      entries: [staffEntry('image-asked', { tips: [...IMAGE_TIPS] }, commission, id)],
    }));
  }

  /** Notes how an ordinary telephone call to the resident went, for staff only. */
  noteTelephoneCall(
    commission: CommissionCaller,
    caseId: string,
    { id, outcome }: NoteTelephoneCall,
  ): Promise<CareCase> {
    return this.cases.act(commission, caseId, 'telephone', id, async (careCase, manager, now) => {
      // It answers with the whole case.
      await refuseVeiled(manager, careCase, await relationsTo(manager, careCase, commission, now));
      return { entries: [staffEntry('telephoned', { outcome }, commission, id)] };
    });
  }

  /** Gives the advice of the triage again, as a message of its own kind. */
  giveAdvice(commission: CommissionCaller, caseId: string, body: GiveAdvice): Promise<CareCase> {
    return this.cases.act(commission, caseId, 'give-advice', body.id, async (careCase, manager) => {
      await refuseUnseenDanger(manager, careCase, body);
      if (!careCase.result) {
        throw new ProblemException(
          'wrong-state',
          'The triage of this case gave no advice that could be given again.',
        );
      }
      const { now, steps, watchFor } = careCase.result;
      return { entries: [staffEntry('advice-given', { now, steps, watchFor }, commission, body.id)] };
    });
  }
}

/** When the unit could begin to help: the target of an urgency counts from then. */
function startOfService({ waitingSince, placement }: CareCase): Date {
  const since = waitingSince?.getTime() ?? 0;
  const opensAt = placement?.opensAt ? Date.parse(placement.opensAt) : since;
  return new Date(Math.max(since, opensAt));
}
