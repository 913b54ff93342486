import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CareUnit } from '../care-units/care-unit.entity.js';
import { CareUnits, careUnitName } from '../care-units/care-unit.service.js';
import { Cases } from '../cases/case.service.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { staffEntry } from '../cases/timeline-actors.js';
import { refuseUnseenDanger } from '../cases/unseen-danger.js';
import { Clock } from '../config/clock.js';
import type { BookableTime, BookingKind, BookTime, CareUnitName, GiveTicket } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { freeTimes, kindsOffered } from './bookable-times.js';
import { bookingNotFound, kindNotOffered, unitNotBookable } from './booking.errors.js';
import { mayBookAt } from './booking.rule.js';
import {
  type BookedTime,
  book,
  bookableTime,
  bookingsOfCase,
  cancel,
  type MakeEntry,
  putTicket,
  rebook,
} from './booking-steps.js';

/** What staff do about times in a case that they hold: at their own unit, and at those that let others book. */
@Injectable()
export class DeskBookings {
  constructor(
    private readonly cases: Cases,
    private readonly careUnits: CareUnits,
    private readonly clock: Clock,
  ) {}

  /** The units with times ahead at which these staff may book, their own first. */
  async units(commission: CommissionCaller): Promise<(CareUnitName & { kinds: BookingKind[] })[]> {
    const kinds = await kindsOffered(this.cases.dataSource.manager, this.clock.now());
    return (await this.careUnits.all())
      .filter((unit) => mayBookAt(unit, commission.unitId) && kinds.has(unit.id))
      .map((unit) => ({ ...careUnitName(unit), kinds: kinds.get(unit.id) ?? [] }))
      .sort((a, b) => Number(b.id === commission.unitId) - Number(a.id === commission.unitId));
  }

  /** The free times of a kind at a unit, soonest first. */
  async times(commission: CommissionCaller, unitId: string, kind: BookingKind): Promise<BookableTime[]> {
    const unit = await this.bookableUnit(commission, unitId);
    return freeTimes(this.cases.dataSource.manager, unit.id, kind, this.clock.now());
  }

  /** Books a time for the patient. The same booking id again books nothing more. */
  async book(commission: CommissionCaller, caseId: string, { id, timeId }: BookTime): Promise<void> {
    await this.cases.act(commission, caseId, 'book-for-patient', id, async (careCase, manager, now) => {
      const chosen = await bookableTime(manager, timeId, now);
      if (!mayBookAt(chosen.unit, commission.unitId)) throw unitNotBookable();
      return book(manager, careCase, chosen, { id, bookedBy: 'staff', entry: entriesOf(commission) }, now);
    });
  }

  /** Moves a booking of the case, also to another kind or unit. */
  async rebook(
    commission: CommissionCaller,
    caseId: string,
    bookingId: string,
    timeId: string,
  ): Promise<void> {
    await this.cases.act(
      commission,
      caseId,
      'move-booking-for-patient',
      undefined,
      async (careCase, manager, now) => {
        const booked = await bookingOf(manager, caseId, bookingId);
        if (booked.booking.cancelledAt) throw bookingNotFound();
        if (booked.booking.timeId === timeId) return {};
        const chosen = await bookableTime(manager, timeId, now);
        if (!mayBookAt(chosen.unit, commission.unitId)) throw unitNotBookable();
        return rebook(manager, careCase, booked, chosen, entriesOf(commission), now);
      },
    );
  }

  /** Cancels a booking of the case. */
  async cancel(commission: CommissionCaller, caseId: string, bookingId: string): Promise<void> {
    await this.cases.act(
      commission,
      caseId,
      'cancel-booking-for-patient',
      undefined,
      async (careCase, manager, now) => {
        const booked = await bookingOf(manager, caseId, bookingId);
        return cancel(manager, careCase, booked, entriesOf(commission), now);
      },
    );
  }

  /** Gives the resident the right to book oneself; the case leaves the staff member and lives until the ticket ends. */
  async giveTicket(commission: CommissionCaller, caseId: string, body: GiveTicket): Promise<void> {
    const { id, kind, unitId } = body;
    const unit = await this.bookableUnit(commission, unitId);
    await this.cases.act(commission, caseId, 'give-ticket', id, async (careCase, manager, now) => {
      await refuseUnseenDanger(manager, careCase, body);
      const offered = (await kindsOffered(manager, now)).get(unitId) ?? [];
      if (!offered.includes(kind)) throw kindNotOffered(kind, offered);
      const validUntil = await putTicket(manager, { caseId, kind, unitId }, now);
      const given = { kind, unit: careUnitName(unit), validUntil: validUntil.toISOString() };
      const state = nextState(careCase.state, 'give-ticket');
      return {
        patch: { state, holderCommissionId: null, nextDeadlineAt: validUntil },
        entries: [staffEntry('ticket-given', given, commission, id)],
      };
    });
  }

  private async bookableUnit(commission: CommissionCaller, unitId: string): Promise<CareUnit> {
    const unit = await this.careUnits.byId(unitId);
    if (!unit || !mayBookAt(unit, commission.unitId)) throw unitNotBookable();
    return unit;
  }
}

async function bookingOf(manager: EntityManager, caseId: string, bookingId: string): Promise<BookedTime> {
  const booked = (await bookingsOfCase(manager, caseId)).find(({ booking }) => booking.id === bookingId);
  if (!booked) throw bookingNotFound();
  return booked;
}

function entriesOf(commission: CommissionCaller): MakeEntry {
  return (kind, body, id) => staffEntry(kind, body, commission, id);
}
