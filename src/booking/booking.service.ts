import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import { type CaseDecision, Cases } from '../cases/case.service.js';
import { CaseViews, personName } from '../cases/case-views.js';
import { residentEntry } from '../cases/timeline-actors.js';
import { Clock } from '../config/clock.js';
import type { BookableTime, BookingKind, BookTime } from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import { freeTimes } from './bookable-times.js';
import { BookingTicket } from './booking.entity.js';
import { bookingNotFound, ticketMissing } from './booking.errors.js';
import { mayChange, ticketAllows } from './booking.rule.js';
import {
  type BookedTime,
  book,
  bookableTime,
  bookingsOfCase,
  bookingView,
  cancel,
  type MakeEntry,
  rebook,
} from './booking-steps.js';
import { toCalendar } from './calendar.js';

/** What a resident does about times: with a booking ticket, and with the booking until it begins. */
@Injectable()
export class Bookings {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly clock: Clock,
  ) {}

  /**
   * The times to choose among, soonest first: those of the ticket, or those to which the booking may be moved.
   * @throws ProblemException not-allowed without either
   */
  async times(reader: ResidentCaller, caseId: string): Promise<BookableTime[]> {
    const manager = this.cases.dataSource.manager;
    const { careCase } = await this.views.find(caseId, reader, 'see-times');
    const now = this.clock.now();
    const { unitId, kind } = await this.rightOf(manager, careCase, now);
    return freeTimes(manager, unitId, kind, now);
  }

  /** Books a time with the case's ticket. The same booking id again books nothing more. */
  async book(reader: ResidentCaller, caseId: string, { id, timeId }: BookTime): Promise<void> {
    await this.cases.act(reader, caseId, 'book', id, async (careCase, manager, now) => {
      const ticket = await manager.findOneBy(BookingTicket, { caseId });
      const chosen = await bookableTime(manager, timeId, now);
      if (!ticket || !ticketAllows(ticket, chosen.time, now)) throw ticketMissing();
      const entry = await entriesOf(manager, reader);
      return book(manager, careCase, chosen, { id, bookedBy: 'resident', entry }, now);
    });
  }

  /** Moves the case's booking to another time of the same kind at the same unit. */
  async rebook(reader: ResidentCaller, caseId: string, timeId: string): Promise<void> {
    await this.changeBooking(reader, caseId, 'move-booking', async (booked, careCase, manager, now) => {
      if (booked.booking.cancelledAt) throw bookingNotFound();
      if (booked.booking.timeId === timeId) return {};
      const chosen = await bookableTime(manager, timeId, now);
      const same = chosen.unit.id === booked.named.unit.id && chosen.time.kind === booked.named.time.kind;
      if (!same) throw ticketMissing();
      return rebook(manager, careCase, booked, chosen, await entriesOf(manager, reader), now);
    });
  }

  /** Cancels the case's booking; the ticket, if it had one, comes back. */
  async cancel(reader: ResidentCaller, caseId: string): Promise<void> {
    await this.changeBooking(reader, caseId, 'cancel-booking', async (booked, careCase, manager, now) =>
      cancel(manager, careCase, booked, await entriesOf(manager, reader), now),
    );
  }

  /** The case's booking as a calendar file; a cancelled one takes itself out of the calendar. */
  async calendar(reader: ResidentCaller, caseId: string): Promise<string> {
    const { careCase } = await this.views.find(caseId, reader, 'see-calendar');
    const booked = newest(await bookingsOfCase(this.cases.dataSource.manager, caseId));
    if (!booked) throw bookingNotFound();
    return toCalendar(bookingView(booked), booked.booking.sequence, careCase.language, this.clock.now());
  }

  private async changeBooking(
    reader: ResidentCaller,
    caseId: string,
    action: 'move-booking' | 'cancel-booking',
    decide: (
      booked: BookedTime,
      careCase: CareCase,
      manager: EntityManager,
      now: Date,
    ) => Promise<CaseDecision>,
  ): Promise<void> {
    await this.cases.act(reader, caseId, action, undefined, async (careCase, manager, now) => {
      const booked = newest(await bookingsOfCase(manager, caseId));
      if (!booked) throw bookingNotFound();
      return decide(booked, careCase, manager, now);
    });
  }

  private async rightOf(
    manager: EntityManager,
    careCase: CareCase,
    now: Date,
  ): Promise<{ unitId: string; kind: BookingKind }> {
    if (careCase.state === 'to-book') {
      const ticket = await manager.findOneBy(BookingTicket, { caseId: careCase.id });
      if (ticket && ticket.validUntil > now) return ticket;
    }
    const booked = newest(await bookingsOfCase(manager, careCase.id));
    if (!booked || booked.booking.cancelledAt || !mayChange(booked.named.time, now)) throw ticketMissing();
    return booked.named.time;
  }
}

/** The booking that counts: the newest that is not cancelled, else the newest. */
function newest(bookings: readonly BookedTime[]): BookedTime | null {
  return bookings.findLast(({ booking }) => !booking.cancelledAt) ?? bookings.at(-1) ?? null;
}

async function entriesOf(manager: EntityManager, reader: ResidentCaller): Promise<MakeEntry> {
  const { givenName, familyName } = await personName(manager, reader.personId);
  const by = { name: `${givenName} ${familyName}`, personId: reader.personId };
  return (kind, body, id) => residentEntry(kind, body, by, id);
}
