import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hasFreeTime } from '../booking/bookable-times.js';
import { BookingTicket } from '../booking/booking.entity.js';
import { ticketValidUntil } from '../booking/booking.rule.js';
import { CareUnit } from '../care-units/care-unit.entity.js';
import { careUnitName } from '../care-units/care-unit.service.js';
import type { CareCase } from '../cases/case.entity.js';
import type { CaseDecision } from '../cases/case.service.js';
import { nextDeadline } from '../cases/case-deadlines.rule.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { systemEntry } from '../cases/timeline-actors.js';
import type { BookingKind, TriageResult } from '../contracts/index.js';
import { Person } from '../residents/person.entity.js';
import { Placement } from '../routing/placement.js';

/** Hands the outcome of a triage on: advice, a name to ask for, a booking ticket, a queue. */
@Injectable()
export class TriageOutcome {
  constructor(private readonly placement: Placement) {}

  /** What follows on a result that the triage has just reached. */
  async follow(
    manager: EntityManager,
    careCase: CareCase,
    result: TriageResult,
    now: Date,
  ): Promise<CaseDecision> {
    const { outcome, urgency, competence } = result;
    const decided = { result, outcome, urgency, competence };
    const told = systemEntry('result', result);
    if (outcome !== 'chat' && outcome !== 'booking') {
      const state = nextState(careCase.state, 'advise');
      return {
        patch: { ...decided, state, nextDeadlineAt: nextDeadline(state, careCase, now) },
        entries: [told],
      };
    }
    const next = await this.goOn(manager, { ...careCase, ...decided }, now);
    return { patch: { ...decided, ...next.patch }, entries: [told, ...(next.entries ?? [])] };
  }

  /**
   * Takes a case with a decided outcome (chat or booking) on: asks for a name while there is none, then gives the
   * booking ticket, or the place in a queue when the patient's clinic has no such time free.
   */
  async goOn(manager: EntityManager, careCase: CareCase, now: Date): Promise<CaseDecision> {
    const { outcome, urgency, competence, patientId } = careCase;
    if (!urgency || !competence) throw new Error(`Case ${careCase.id} has no outcome to go on with`);
    if (!patientId) {
      const state = careCase.state === 'identifying' ? careCase.state : nextState(careCase.state, 'ask-name');
      return { patch: { state, nextDeadlineAt: nextDeadline(state, careCase, now) } };
    }
    const kind = outcome === 'booking' ? careCase.result?.bookingKind : undefined;
    const unit = kind && (await this.unitToBookAt(manager, careCase, kind, now));
    if (kind && unit) return this.giveTicket(manager, careCase, kind, unit, now);
    return this.placement.place(manager, careCase, 'enqueue', { urgency, competence }, now);
  }

  private async giveTicket(
    manager: EntityManager,
    careCase: CareCase,
    kind: BookingKind,
    unit: CareUnit,
    now: Date,
  ): Promise<CaseDecision> {
    const state = nextState(careCase.state, 'give-ticket');
    const validUntil = ticketValidUntil(now);
    await manager.upsert(BookingTicket, { caseId: careCase.id, kind, unitId: unit.id, validUntil }, [
      'caseId',
    ]);
    return {
      patch: {
        state,
        unitId: unit.id,
        nextDeadlineAt: nextDeadline(state, { dueAt: null, ticketValidUntil: validUntil }, now),
      },
      entries: [
        systemEntry('ticket-given', { kind, unit: careUnitName(unit), validUntil: validUntil.toISOString() }),
      ],
    };
  }

  /** The patient's own clinic, or the one on whose page it began, if it has a free time of that kind. */
  private async unitToBookAt(
    manager: EntityManager,
    careCase: CareCase,
    kind: BookingKind,
    now: Date,
  ): Promise<CareUnit | null> {
    const patient = await manager.findOneByOrFail(Person, { id: careCase.patientId ?? '' });
    const unitId = patient.listingUnitId ?? careCase.originUnitId;
    if (!unitId) return null;
    const isFree = await hasFreeTime(manager, unitId, kind, now);
    return isFree ? manager.findOneBy(CareUnit, { id: unitId }) : null;
  }
}
