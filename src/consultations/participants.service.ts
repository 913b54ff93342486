import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CareUnits, staffName } from '../care-units/care-unit.service.js';
import { isOnDuty } from '../care-units/duty.rule.js';
import type { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { companyAfter } from '../cases/case-company.rule.js';
import type { CaseFollower, Following } from '../cases/case-follower.js';
import { staffEntry, systemEntry } from '../cases/timeline-actors.js';
import { ProblemException } from '../config/problem.exception.js';
import type { InviteParticipant } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { faultOfInviting } from './who-can-join.rule.js';

/** A second staff member in the chat, seen by the resident: a student with a supervisor, two competences. */
@Injectable()
export class Participants implements OnModuleInit, CaseFollower {
  constructor(
    private readonly cases: Cases,
    private readonly units: CareUnits,
  ) {}

  onModuleInit(): void {
    this.cases.followedBy(this);
  }

  /**
   * The holder brings a colleague into the chat. A colleague already in it stays; the same id again changes
   * nothing.
   * @throws ProblemException bad-input if the colleague cannot join, not-allowed if the caller is not the
   * holder
   */
  async invite(
    commission: CommissionCaller,
    caseId: string,
    { id, commissionId }: InviteParticipant,
  ): Promise<void> {
    const colleague = await this.units.commission(commissionId);
    await this.cases.act(commission, caseId, 'invite-colleague', id, (careCase, _manager, now) => {
      const fault = faultOfInviting(
        colleague && {
          staffId: colleague.staffId,
          unitId: colleague.unitId,
          isOnDuty: isOnDuty(colleague, now),
        },
        { staffId: commission.staffId, unitId: commission.unitId },
        careCase.consultedUnitIds,
      );
      if (fault || !colleague) throw cannotJoin(fault ?? 'unknown');
      if (careCase.participantIds.includes(commissionId)) return null;
      return {
        patch: { participantIds: [...careCase.participantIds, commissionId] },
        entries: [staffEntry('participant-joined', { who: staffName(colleague) }, commission, id)],
        unitIds: [colleague.unitId],
      };
    });
  }

  /** A participant leaves, or the holder removes them. Nothing changes if they are no longer in the chat. */
  async leave(commission: CommissionCaller, caseId: string, commissionId: string): Promise<void> {
    const who = await this.units.commission(commissionId);
    const isOwn = commissionId === commission.commissionId;
    await this.cases.act(
      commission,
      caseId,
      isOwn ? 'leave-chat' : 'remove-colleague',
      undefined,
      (careCase) => {
        if (!who || !careCase.participantIds.includes(commissionId)) return null;
        return {
          patch: { participantIds: careCase.participantIds.filter((each) => each !== commissionId) },
          entries: [staffEntry('participant-left', { who: staffName(who) }, commission)],
          unitIds: [who.unitId],
        };
      },
      { ifRefused: ({ participantIds }) => isOwn && !participantIds.includes(commissionId) },
    );
  }

  /** The timeline names participants who are out as the case changed hands; a new holder has not left. */
  async follow(manager: EntityManager, before: CareCase, after: CareCase): Promise<Following> {
    const { participantIds: stay } = companyAfter(before, after);
    const out = before.participantIds.filter(
      (id) => !stay.includes(id) && !(after.state === 'held' && after.holderCommissionId === id),
    );
    const found = await this.units.commissions(out, manager);
    const who = out.flatMap((id) => found.get(id) ?? []);
    return {
      entries: who.map((each) => systemEntry('participant-left', { who: staffName(each) })),
      unitIds: who.map(({ unitId }) => unitId),
    };
  }
}

const WHY: Record<NonNullable<ReturnType<typeof faultOfInviting>>, string> = {
  unknown: 'must be one of those that GET /api/desk/colleagues lists',
  oneself: 'must be somebody else than you',
  elsewhere: 'must be a colleague at your unit, or at a unit that is consulted about the case',
  'off-duty': 'must have a desk open now',
};

function cannotJoin(why: keyof typeof WHY): ProblemException {
  const message = WHY[why];
  return new ProblemException('bad-input', `commissionId: ${message}`, [{ field: 'commissionId', message }]);
}
