import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { CareUnits, careUnitName, type KnownCommission, staffName } from '../care-units/care-unit.service.js';
import type { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import type { CaseFollower, Following } from '../cases/case-follower.js';
import { CaseViews } from '../cases/case-views.js';
import { staffActor, staffEntry, systemEntry } from '../cases/timeline-actors.js';
import { mayAct } from '../cases/who-may-act.rule.js';
import { ProblemException } from '../config/problem.exception.js';
import type {
  AskConsultation,
  ConsultationFacts,
  ConsultationMessageToSend,
  ConsultationState,
} from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { Policies } from '../routing/policies.service.js';
import { type RoutingPolicy, targetMinutes } from '../routing/policy.rule.js';
import { Colleagues } from './colleagues.service.js';
import { Consultation } from './consultation.entity.js';
import { consultationOver } from './consultation.errors.js';
import { relationsIn, sideOf } from './consultation-access.rule.js';
import { StoredConsultationMessage } from './consultation-message.entity.js';
import { answerDueAt } from './consultation-target.rule.js';
import { storeMessage, threadAttachments } from './consultation-thread.js';
import { isOpenConsultation, nextConsultationState, OPEN_STATES } from './consultation-transitions.rule.js';
import { ConsultationViews } from './consultation-views.js';

/** A message's number in its thread, once committed. */
export interface SentInThread {
  number: number;
  at: string;
}

/** Questions to colleagues; the holder keeps the case. Each change is one of the case, in one transaction. */
@Injectable()
export class Consultations implements OnModuleInit, CaseFollower {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly found: ConsultationViews,
    private readonly colleagues: Colleagues,
    private readonly units: CareUnits,
    private readonly policies: Policies,
  ) {}

  onModuleInit(): void {
    this.cases.followedBy(this);
  }

  /**
   * Asks a competence at a unit, or a colleague on duty there, about a case that the caller holds. From now
   * on the unit sees the case. The same id again changes nothing.
   * @throws ProblemException bad-input that names the units to ask instead, not-allowed if the caller is not
   * the holder
   */
  async ask(commission: CommissionCaller, caseId: string, body: AskConsultation): Promise<void> {
    await this.views.find(caseId, commission);
    await this.colleagues.checkAsk(commission, body);
    const policy = await this.policies.current();
    await this.cases.act(commission, caseId, 'consult', body.id, async (careCase, manager, now) => {
      if (await manager.existsBy(Consultation, { id: body.id })) {
        throw new ProblemException('conflict', 'That id names another consultation; make a new one.');
      }
      const consultation = {
        id: body.id,
        caseId,
        state: 'asked' as const,
        question: body.question,
        askedById: commission.commissionId,
        askedAt: now,
        unitId: body.unitId,
        competence: body.competence,
        colleagueId: body.commissionId,
        dueAt: answerDue(policy, careCase, now),
        remindedAt: null,
        endedAt: null,
        lastNumber: 0,
        seenByAsker: 1,
        seenByConsulted: 0,
      };
      await manager.insert(Consultation, consultation);
      const question = { text: body.question, attachments: [] };
      const message = {
        id: body.id,
        side: 'asker' as const,
        actor: staffActor(commission),
        body: question,
      };
      await storeMessage(manager, consultation, message, now);
      await manager.update(Consultation, { id: body.id }, { lastNumber: consultation.lastNumber });
      const asked = { ...(await this.factsOf(consultation)), question: body.question };
      return {
        patch: { consultedUnitIds: await consultedUnits(manager, caseId) },
        entries: [staffEntry('consultation-asked', asked, commission, body.id)],
        unitIds: [body.unitId],
      };
    });
  }

  /**
   * Writes in the thread: stored, numbered and committed before it is acknowledged, once however often it is
   * sent.
   * @throws ProblemException not-found, wrong-state when it has ended, not-allowed for staff who only read
   */
  async send(commission: CommissionCaller, event: ConsultationMessageToSend): Promise<SentInThread> {
    const { consultationId, id, text, attachmentIds } = event;
    const { careCase } = await this.found.find(consultationId, commission);
    const policy = await this.policies.current();
    let sent: SentInThread | null = null;
    const isStored = async (manager: EntityManager) => {
      const found = await manager.findOneBy(StoredConsultationMessage, { consultationId, id });
      if (found) sent = { number: found.number, at: found.at.toISOString() };
      return found !== null;
    };
    const ifRefused = async (_locked: CareCase, manager: EntityManager) => {
      if (await isStored(manager)) return true;
      if (!isOpenConsultation((await lockedConsultation(manager, consultationId)).state))
        throw consultationOver();
      return false;
    };
    const decide = async (locked: CareCase, manager: EntityManager, now: Date) => {
      if (await isStored(manager)) return null;
      const consultation = await lockedConsultation(manager, consultationId);
      const side = sideOf(consultation, locked, commission);
      const before = consultation.state;
      const state = nextConsultationState(before, side === 'consulted' ? 'answer' : 'ask-again');
      if (!state) throw consultationOver();
      const attachments = await threadAttachments(manager, consultationId, attachmentIds);
      const actor = staffActor(commission);
      const message = await storeMessage(
        manager,
        consultation,
        { id, side, actor, body: { text, attachments } },
        now,
      );
      const isAskedAnew = before === 'answered' && state === 'asked';
      await manager.update(
        Consultation,
        { id: consultationId },
        {
          state,
          lastNumber: message.number,
          ...(side === 'asker' ? { seenByAsker: message.number } : { seenByConsulted: message.number }),
          ...(isAskedAnew ? { dueAt: answerDue(policy, locked, now), remindedAt: null } : {}),
        },
      );
      sent = { number: message.number, at: message.at };
      const answered = before === 'asked' && state === 'answered';
      return {
        entries: answered
          ? [staffEntry('consultation-answered', { ...(await this.factsOf(consultation)), text }, commission)]
          : [],
        unitIds: [consultation.unitId],
        consultationIds: [consultationId],
      };
    };
    await this.cases.act(commission, careCase.id, 'write-in-consultation', undefined, decide, {
      consultationOf: (manager) => lockedConsultation(manager, consultationId),
      ifRefused,
    });
    if (!sent) throw new Error('A message of a consultation was neither stored nor refused');
    return sent;
  }

  /** Ends a consultation; the consulted unit no longer sees the case. Ending it again changes nothing. */
  async end(commission: CommissionCaller, consultationId: string, id: string): Promise<void> {
    const { careCase } = await this.found.find(consultationId, commission);
    const decide = async (locked: CareCase, manager: EntityManager, now: Date) => {
      const consultation = await lockedConsultation(manager, consultationId);
      const state = nextConsultationState(consultation.state, 'end');
      if (!state) return null;
      await endConsultation(manager, consultationId, state, locked, now);
      const ended = { ...(await this.factsOf(consultation)), why: 'done' as const };
      const consultedUnitIds = await consultedUnits(manager, locked.id);
      const out = await this.outOfChat(locked, consultedUnitIds, manager);
      return {
        patch: {
          consultedUnitIds,
          participantIds: locked.participantIds.filter((each) => !out.some(({ id }) => id === each)),
        },
        entries: [
          staffEntry('consultation-ended', ended, commission, id),
          ...out.map((each) => systemEntry('participant-left', { who: staffName(each) })),
        ],
        unitIds: [consultation.unitId],
      };
    };
    await this.cases.act(commission, careCase.id, 'end-consultation', id, decide, {
      consultationOf: (manager) => lockedConsultation(manager, consultationId),
      ifRefused: async (_locked, manager) =>
        !isOpenConsultation((await lockedConsultation(manager, consultationId)).state),
    });
  }

  /** The participants of the chat who came from a unit that is no longer consulted. */
  private async outOfChat(
    { participantIds, unitId }: CareCase,
    consultedUnitIds: readonly string[],
    manager: EntityManager,
  ): Promise<KnownCommission[]> {
    const inChat = [...(await this.units.commissions(participantIds, manager)).values()];
    return inChat.filter((each) => each.unitId !== unitId && !consultedUnitIds.includes(each.unitId));
  }

  /** Marks how far the caller's side has read; only staff who take part count. */
  async seen(commission: CommissionCaller, consultationId: string, number: number): Promise<void> {
    const { consultation, careCase } = await this.found.find(consultationId, commission);
    const relations = relationsIn(consultation, careCase, commission);
    if (!mayAct('mark-consultation-seen', relations, careCase.state)) return;
    const column =
      sideOf(consultation, careCase, commission) === 'asker' ? 'seen_by_asker' : 'seen_by_consulted';
    await this.cases.dataSource.query(
      `UPDATE consultation SET ${column} = LEAST($2, last_number)
       WHERE id = $1 AND ${column} < LEAST($2, last_number)`,
      [consultationId, number],
    );
  }

  /** Once staff no longer have the case, its open consultations end. */
  async follow(manager: EntityManager, _before: CareCase, after: CareCase, now: Date): Promise<Following> {
    if (after.state === 'waiting' || after.state === 'held') return { entries: [], unitIds: [] };
    const open = await openOf(manager, after.id);
    const entries = [];
    for (const consultation of open) {
      const state = nextConsultationState(consultation.state, 'end') ?? consultation.state;
      await endConsultation(manager, consultation.id, state, after, now);
      const ended = { ...(await this.factsOf(consultation)), why: 'case-left' as const };
      entries.push(systemEntry('consultation-ended', ended));
    }
    return { entries, unitIds: open.map(({ unitId }) => unitId) };
  }

  /** A consultation as the timeline names it. */
  async factsOf({
    id,
    unitId,
    competence,
    colleagueId,
  }: Pick<Consultation, 'id' | 'unitId' | 'competence' | 'colleagueId'>): Promise<ConsultationFacts> {
    const [unit, colleague] = await Promise.all([
      this.units.byId(unitId),
      colleagueId ? this.units.commission(colleagueId) : null,
    ]);
    if (!unit) throw new Error(`Consultation ${id} of a unit that is not there`);
    return {
      consultationId: id,
      unit: careUnitName(unit),
      competence,
      colleague: colleague && staffName(colleague),
    };
  }
}

/** When an answer to a question asked now is wanted. A case that staff have has a unit and an urgency. */
function answerDue(policy: RoutingPolicy, { unitId, urgency }: CareCase, now: Date): Date {
  return answerDueAt(targetMinutes(policy, unitId ?? '', urgency ?? 5), now);
}

/** The row, read while its case is locked; it changes only under that lock. */
export function lockedConsultation(manager: EntityManager, id: string): Promise<Consultation> {
  return manager.findOneByOrFail(Consultation, { id });
}

/** The open consultations of a case, in the order of asking. */
export function openOf(manager: EntityManager, caseId: string): Promise<Consultation[]> {
  return manager.find(Consultation, {
    where: { caseId, state: In([...OPEN_STATES]) },
    order: { askedAt: 'ASC', id: 'ASC' },
  });
}

/** The units that are consulted now; call after changing the rows. */
export async function consultedUnits(manager: EntityManager, caseId: string): Promise<string[]> {
  return [...new Set((await openOf(manager, caseId)).map(({ unitId }) => unitId))];
}

/** Ends a consultation and keeps the state of the case then: its record shows that state from now on. */
export async function endConsultation(
  manager: EntityManager,
  id: string,
  state: ConsultationState,
  careCase: Pick<CareCase, 'state' | 'urgency' | 'holderCommissionId'>,
  now: Date,
): Promise<void> {
  await manager.update(
    Consultation,
    { id },
    {
      state,
      endedAt: now,
      endedCaseState: careCase.state,
      endedUrgency: careCase.urgency,
      endedHolderId: careCase.holderCommissionId,
    },
  );
}
