import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CareUnits, staffName } from '../care-units/care-unit.service.js';
import { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { forEachCase } from '../cases/each-case.js';
import { staffEntry } from '../cases/timeline-actors.js';
import { Clock } from '../config/clock.js';
import { ProblemException } from '../config/problem.exception.js';
import type { HandOver, HeldCases, StaffName, TakeOverFromGone } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import type { LeavingStaff } from '../identity/leaving-staff.js';
import { StaffSessions } from '../identity/staff-session.service.js';
import { goneSince } from './hold.rule.js';
import { compareByNeed } from './queue-order.rule.js';
import { canBeHanded } from './who-can-hold.rule.js';

/**
 * From one holder to another: given to a colleague, taken over when the holder is gone, returned at sign-out.
 */
@Injectable()
export class Holders implements LeavingStaff {
  private readonly logger = new Logger(Holders.name);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly cases: Cases,
    private readonly sessions: StaffSessions,
    private readonly units: CareUnits,
    private readonly clock: Clock,
  ) {}

  /** What a holder would leave behind by signing out now, most urgent first, and who could take each case. */
  async held(commission: CommissionCaller): Promise<HeldCases> {
    if (await this.sessions.isElsewhere(commission)) return { cases: [] };
    const found = await this.heldBy(commission.commissionId);
    if (found.length === 0) return { cases: [] };
    const now = this.clock.now();
    const onDuty = (await this.units.onDuty(now)).filter(({ id }) => id !== commission.commissionId);
    return {
      cases: found.map((careCase) => ({
        caseId: careCase.id,
        urgency: careCase.urgency ?? 1,
        reason: careCase.reason ?? { sv: 'Annat', en: 'Other' },
        patientName: careCase.patient?.protectedIdentity
          ? ''
          : `${careCase.patient?.givenName ?? ''} ${careCase.patient?.familyName ?? ''}`.trim(),
        colleagues: onDuty.filter((each) => canBeHanded(each, careCase, now)).map(staffName),
      })),
    };
  }

  /**
   * The holder gives a case to a colleague at the unit; the same id again changes nothing.
   * @throws ProblemException not-allowed when the caller does not hold it, conflict when the colleague cannot
   * take it now
   */
  async handOver(commission: CommissionCaller, caseId: string, { id, to }: HandOver): Promise<void> {
    const colleague = await this.units.commission(to);
    await this.cases.act(commission, caseId, 'hand-over', id, (careCase, _manager, now) => {
      const state = nextState(careCase.state, 'take-over');
      if (!colleague || to === commission.commissionId || !canBeHanded(colleague, careCase, now)) {
        throw new ProblemException(
          'conflict',
          'Choose a colleague with the competence who is on duty at the unit; GET /api/desk/held lists them.',
        );
      }
      return {
        patch: { state, holderCommissionId: to },
        entries: [
          staffEntry('handed-over', { from: nameOf(commission), to: staffName(colleague) }, commission, id),
        ],
      };
    });
  }

  /**
   * A colleague at the unit with the competence takes over a case whose holder is gone; the timeline says
   * since when.
   * @throws ProblemException not-allowed while the holder is there, conflict when somebody else has it by now
   */
  async takeOverFromGone(
    commission: CommissionCaller,
    caseId: string,
    { id, from }: TakeOverFromGone,
  ): Promise<void> {
    await this.cases.act(commission, caseId, 'take-over-from-gone', id, async (careCase, manager, now) => {
      if (careCase.holderCommissionId !== from || from === commission.commissionId) {
        throw new ProblemException('conflict', 'Somebody else has it by now, or it waits again: look anew.');
      }
      const holder = (await this.units.commissions([from], manager)).get(from);
      const { claimedAt } = careCase;
      const since = holder && goneSince({ claimedAt, lastSeenAt: holder.lastSeenAt }, now);
      if (!since) {
        throw new ProblemException('not-allowed', 'Its holder is at their desk: ask them to hand it over.');
      }
      return {
        patch: {
          state: nextState(careCase.state, 'take-over'),
          holderCommissionId: commission.commissionId,
          claimedAt: now,
        },
        entries: [
          staffEntry(
            'taken-over',
            { from: staffName(holder), to: nameOf(commission), goneSince: since.toISOString() },
            commission,
            id,
          ),
        ],
      };
    });
  }

  /** Staff who sign out, with no other session in the same commission, give back all they hold at once. */
  async leave(commission: CommissionCaller): Promise<void> {
    if (await this.sessions.isElsewhere(commission)) return;
    await forEachCase(this.logger, await this.heldBy(commission.commissionId), (caseId) =>
      this.cases.act(commission, caseId, 'hand-back', undefined, (careCase) => ({
        patch: { state: nextState(careCase.state, 'hand-back'), holderCommissionId: null },
        entries: [staffEntry('handed-back', { reason: null, why: 'signed-out' }, commission)],
      })),
    );
  }

  private async heldBy(commissionId: string): Promise<CareCase[]> {
    const found = await this.dataSource.manager.find(CareCase, {
      where: { holderCommissionId: commissionId, state: 'held' },
      relations: { patient: true },
    });
    const place = ({ id, urgency, dueAt, startedAt }: CareCase) => ({
      caseId: id,
      urgency: urgency ?? 1,
      dueAt: dueAt ?? startedAt,
    });
    return found.sort((a, b) => compareByNeed(place(a), place(b)));
  }
}

function nameOf({ commissionId, staffName: name, role, unitName: unit }: CommissionCaller): StaffName {
  return { commissionId, name, role, unit };
}
