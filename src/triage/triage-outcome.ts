import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BookingTickets } from '../booking/booking-tickets.service.js';
import type { CareCase } from '../cases/case.entity.js';
import type { CaseDecision } from '../cases/case.service.js';
import { nextDeadline } from '../cases/case-deadlines.rule.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { systemEntry } from '../cases/timeline-actors.js';
import { OUTCOME_RULES, type TriageResult, unreachable } from '../contracts/index.js';
import { Residents } from '../residents/residents.service.js';
import { Placement } from '../routing/placement.js';
import { askedAt } from './check-in-times.rule.js';
import { Flows } from './flows.service.js';

/** Hands the outcome of a triage on: advice, a name to ask for, a booking ticket, a queue. */
@Injectable()
export class TriageOutcome {
  constructor(
    private readonly placement: Placement,
    private readonly tickets: BookingTickets,
    private readonly residents: Residents,
    private readonly flows: Flows,
  ) {}

  /** What follows from a result that the triage has just reached. */
  async follow(
    manager: EntityManager,
    careCase: CareCase,
    result: TriageResult,
    now: Date,
  ): Promise<CaseDecision> {
    const { outcome, urgency, competence } = result;
    const decided = { result, outcome, urgency, competence };
    const told = systemEntry('result', result);
    const { follows } = OUTCOME_RULES[outcome];
    switch (follows) {
      case 'advised': {
        const state = nextState(careCase.state, 'advise');
        return {
          patch: { ...decided, state, nextDeadlineAt: nextDeadline(state, careCase, now) },
          entries: [told],
        };
      }
      case 'queue':
      case 'booking': {
        const next = await this.goOn(manager, { ...careCase, ...decided }, now);
        return { patch: { ...decided, ...next.patch }, entries: [told, ...(next.entries ?? [])] };
      }
      default:
        return unreachable(follows);
    }
  }

  /**
   * Goes on with a case whose outcome is decided (chat or booking): asks for a name while there is none, then
   * gives the booking ticket, or the place in a queue when the patient's clinic has no such time free.
   */
  async goOn(manager: EntityManager, careCase: CareCase, now: Date): Promise<CaseDecision> {
    const { outcome, urgency, competence, patientId } = careCase;
    if (!outcome || !urgency || !competence)
      throw new Error(`Case ${careCase.id} has no outcome to go on with`);
    if (!patientId) {
      const state = careCase.state === 'identifying' ? careCase.state : nextState(careCase.state, 'ask-name');
      return { patch: { state, nextDeadlineAt: nextDeadline(state, careCase, now) } };
    }
    const ticket =
      OUTCOME_RULES[outcome].follows === 'booking'
        ? await this.ticket(manager, careCase, patientId, now)
        : null;
    if (ticket) return ticket;
    const placed = await this.placement.place(manager, careCase, 'enqueue', { urgency, competence }, now);
    const checkInAt = await this.firstCheckIn(careCase, now);
    return { ...placed, patch: { ...placed.patch, checkInAt } };
  }

  /** When somebody who begins to wait now is asked again. */
  private async firstCheckIn({ triage }: CareCase, now: Date): Promise<Date | null> {
    if (!triage) return null;
    const { flow } = await this.flows.withHash(triage.flowHash);
    return askedAt(flow.checkIns, 0, now);
  }

  /**
   * For a time at the patient's own clinic, or the one on whose page the case began; null if none is free.
   */
  private async ticket(
    manager: EntityManager,
    careCase: CareCase,
    patientId: string,
    now: Date,
  ): Promise<CaseDecision | null> {
    const kind = careCase.result?.bookingKind;
    const patient = await this.residents.byId(patientId, manager);
    const unitId = patient?.listingUnitId ?? careCase.originUnitId;
    return kind && unitId ? this.tickets.give(manager, careCase, { unitId, kind }, now) : null;
  }
}
