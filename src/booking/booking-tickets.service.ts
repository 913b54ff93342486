import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CareUnits, careUnitName } from '../care-units/care-unit.service.js';
import type { CareCase } from '../cases/case.entity.js';
import type { CaseDecision } from '../cases/case.service.js';
import { nextDeadline } from '../cases/case-deadlines.rule.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { systemEntry } from '../cases/timeline-actors.js';
import type { BookingKind } from '../contracts/index.js';
import { hasFreeTime } from './bookable-times.js';
import { putTicket } from './booking-steps.js';

/** What triage asks of this room: the right for a patient to book a time themselves. */
@Injectable()
export class BookingTickets {
  constructor(private readonly units: CareUnits) {}

  /**
   * The decision that gives a case a ticket for one kind of time at a unit.
   * @returns null when that unit has no such time free
   */
  async give(
    manager: EntityManager,
    careCase: CareCase,
    { unitId, kind }: { unitId: string; kind: BookingKind },
    now: Date,
  ): Promise<CaseDecision | null> {
    const unit = await this.units.byId(unitId);
    if (!unit || !(await hasFreeTime(manager, unitId, kind, now))) return null;
    const state = nextState(careCase.state, 'give-ticket');
    const validUntil = await putTicket(manager, { caseId: careCase.id, kind, unitId }, now);
    return {
      patch: {
        state,
        unitId,
        nextDeadlineAt: nextDeadline(state, { dueAt: null, ticketValidUntil: validUntil }, now),
      },
      entries: [
        systemEntry('ticket-given', { kind, unit: careUnitName(unit), validUntil: validUntil.toISOString() }),
      ],
    };
  }
}
