import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CareUnits, staffName } from '../care-units/care-unit.service.js';
import type { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import { nextState } from '../cases/case-transitions.rule.js';
import type { NewEntry } from '../cases/timeline.js';
import { staffEntry, systemEntry } from '../cases/timeline-actors.js';
import type { RoutingDecision, StaffName, TakeOverCase } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import {
  alreadyYours,
  consultationOver,
  notForAdministration,
  notYourConsultation,
  someoneElseHasIt,
} from './consultation.errors.js';
import { isForRole } from './consultation-access.rule.js';
import { nextConsultationState } from './consultation-transitions.rule.js';
import { ConsultationViews } from './consultation-views.js';
import {
  Consultations,
  consultedUnits,
  endConsultation,
  lockedConsultation,
  openOf,
} from './consultations.service.js';

/** Consulted staff take over the case. */
@Injectable()
export class TakeOvers {
  constructor(
    private readonly cases: Cases,
    private readonly found: ConsultationViews,
    private readonly consultations: Consultations,
    private readonly units: CareUnits,
  ) {}

  /**
   * Gives the case to the caller, with everything in it, in one transaction: from its commit the former
   * holder can neither write nor follow, and the resident's messages go to the new holder. Other
   * consultations of the case go on with the new holder, because their questions are still about the same
   * patient; only one that asks the new holder by name ends, as nobody consults themselves.
   * @returns the case's id
   * @throws ProblemException conflict when someone else has taken it meanwhile; names the holder
   */
  async takeOver(
    commission: CommissionCaller,
    consultationId: string,
    { id, from }: TakeOverCase,
  ): Promise<string> {
    const { careCase } = await this.found.find(consultationId, commission);
    const check = async (locked: CareCase, manager: EntityManager) => {
      const consultation = await lockedConsultation(manager, consultationId);
      if (locked.state === 'held' && locked.holderCommissionId === commission.commissionId)
        throw alreadyYours();
      if (consultation.unitId !== commission.unitId) throw notYourConsultation();
      if (!isForRole(consultation, commission)) throw notForAdministration();
      const holder = await this.holderOf(locked);
      if (locked.holderCommissionId !== from || consultation.state === 'taken-over')
        throw someoneElseHasIt(holder);
      const state = nextConsultationState(consultation.state, 'take-over');
      if (!state) throw consultationOver();
      return { holder, state };
    };
    const decide = async (locked: CareCase, manager: EntityManager, now: Date) => {
      const { holder, state } = await check(locked, manager);
      const caseState = nextState(locked.state, 'take-over');
      const taken = { state: caseState, holderCommissionId: commission.commissionId };
      await endConsultation(manager, consultationId, state, { ...locked, ...taken }, now);
      const ended = await this.endThoseToOneself(manager, { ...locked, ...taken }, commission, now);
      const goingOn = await openOf(manager, locked.id);
      return {
        patch: {
          ...taken,
          unitId: commission.unitId,
          competence: commission.role,
          placement: placementOf(commission, holder, consultationId, now),
          consultedUnitIds: await consultedUnits(manager, locked.id),
          // The wait ended with the first holder; it ends now only if the case was waiting.
          claimedAt: locked.state === 'waiting' ? now : locked.claimedAt,
        },
        entries: [
          staffEntry('taken-over', { from: holder, to: nameOf(commission) }, commission, id),
          ...ended,
        ],
        unitIds: goingOn.map(({ unitId }) => unitId),
      };
    };
    await this.cases.act(commission, careCase.id, 'take-over', id, decide, {
      consultationOf: (manager) => lockedConsultation(manager, consultationId),
      ifRefused: async (locked, manager) => {
        await check(locked, manager);
        return false;
      },
    });
    return careCase.id;
  }

  private async endThoseToOneself(
    manager: EntityManager,
    careCase: CareCase,
    commission: CommissionCaller,
    now: Date,
  ): Promise<NewEntry[]> {
    const entries: NewEntry[] = [];
    for (const consultation of await openOf(manager, careCase.id)) {
      if (consultation.colleagueId !== commission.commissionId) continue;
      await endConsultation(manager, consultation.id, 'ended', careCase, now);
      const facts = await this.consultations.factsOf(consultation);
      entries.push(systemEntry('consultation-ended', { ...facts, why: 'asked-oneself' }));
    }
    return entries;
  }

  private async holderOf({ holderCommissionId }: CareCase): Promise<StaffName | null> {
    const holder = holderCommissionId ? await this.units.commission(holderCommissionId) : null;
    return holder && staffName(holder);
  }
}

function nameOf({ commissionId, staffName: name, role, unitName: unit }: CommissionCaller): StaffName {
  return { commissionId, name, role, unit };
}

/** Why the case is at this unit now: a colleague decided it, not the routing rule. */
function placementOf(
  { unitId, unitName, role, commissionId }: CommissionCaller,
  from: StaffName | null,
  consultationId: string,
  now: Date,
): RoutingDecision {
  return {
    rule: 'taken-over-by-colleague',
    ruleVersion: 1,
    inputs: { consultationId, from: from?.commissionId ?? null, by: commissionId, now: now.toISOString() },
    target: { unitId, unitName, competence: role },
    opensAt: null,
    reason: {
      code: 'taken-over',
      text: {
        sv: `${unitName} har tagit över och hjälper dig.`,
        en: `${unitName} has taken over and will help you.`,
      },
    },
    turnedDown: [],
  };
}
