import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import { type CaseDecision, Cases } from '../cases/case.service.js';
import { relationsTo } from '../cases/case-relations.js';
import { CaseViews, personName } from '../cases/case-views.js';
import { residentEntry, staffEntry } from '../cases/timeline-actors.js';
import { refuseVeiled } from '../cases/veiled.js';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { caseAddress, publicOrigin } from '../config/public-address.js';
import type { BookableTime, BookingKind, BookTime } from '../contracts/index.js';
import type { CommissionCaller, ResidentCaller } from '../identity/caller.js';
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

/** What a resident does about times: with a booking ticket, and with the booking until it begins; staff use the ticket for somebody on the telephone. */
@Injectable()
export class Bookings {
  constructor(
    private readonly cases: Cases,
    private readonly views: CaseViews,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * The times to choose among, soonest first: those of the ticket, or those to which the booking may be moved.
   * @throws ProblemException not-allowed without either, and for staff from whom the case is veiled
   */
  async times(
    reader: ResidentCaller | CommissionCaller,
    caseId: string,
    bookingId?: string,
  ): Promise<BookableTime[]> {
    const manager = this.cases.dataSource.manager;
    const { careCase, relations } = await this.views.find(caseId, reader, 'see-times');
    await refuseVeiled(manager, careCase, relations);
    const now = this.clock.now();
    const { unitId, kind } = await this.rightOf(manager, careCase, bookingId, now);
    return freeTimes(manager, unitId, kind, now);
  }

  /** Books a time with the case's ticket. The same booking id again books nothing more. */
  async book(
    reader: ResidentCaller | CommissionCaller,
    caseId: string,
    { id, timeId }: BookTime,
  ): Promise<void> {
    await this.cases.act(reader, caseId, 'book', id, async (careCase, manager, now) => {
      await refuseVeiled(manager, careCase, await relationsTo(manager, careCase, reader, now));
      const ticket = await manager.findOneBy(BookingTicket, { caseId });
      const chosen = await bookableTime(manager, timeId, now);
      if (!ticket || !ticketAllows(ticket, chosen.time, now)) throw ticketMissing();
      const entry = await entriesOf(manager, reader);
      const bookedBy = reader.kind === 'commission' ? 'staff' : 'resident';
      return book(manager, careCase, chosen, { id, bookedBy, entry }, now);
    });
  }

  /** Moves a booking of the case, the resident's own or one by staff, to another time of the same kind at the same unit. */
  async rebook(reader: ResidentCaller, caseId: string, timeId: string, bookingId?: string): Promise<void> {
    const action = 'move-booking';
    await this.changeBooking(reader, caseId, bookingId, action, async (booked, careCase, manager, now) => {
      if (booked.booking.cancelledAt) throw bookingNotFound();
      if (booked.booking.timeId === timeId) return {};
      const chosen = await bookableTime(manager, timeId, now);
      const same = chosen.unit.id === booked.named.unit.id && chosen.time.kind === booked.named.time.kind;
      if (!same) throw ticketMissing();
      return rebook(manager, careCase, booked, chosen, await entriesOf(manager, reader), now);
    });
  }

  /** Cancels a booking of the case; the ticket, if it was booked with one, comes back. */
  async cancel(reader: ResidentCaller, caseId: string, bookingId?: string): Promise<void> {
    const action = 'cancel-booking';
    await this.changeBooking(reader, caseId, bookingId, action, async (booked, careCase, manager, now) =>
      cancel(manager, careCase, booked, await entriesOf(manager, reader), now),
    );
  }

  /** A booking of the case as a calendar file; a cancelled one takes itself out of the calendar. */
  async calendar(reader: ResidentCaller, caseId: string, bookingId?: string): Promise<string> {
    const { careCase } = await this.views.find(caseId, reader, 'see-calendar');
    const booked = meant(await bookingsOfCase(this.cases.dataSource.manager, caseId), bookingId);
    const { language } = careCase;
    const address = caseAddress(publicOrigin(this.settings), caseId, language);
    return toCalendar(bookingView(booked), booked.booking.sequence, address, language, this.clock.now());
  }

  private async changeBooking(
    reader: ResidentCaller,
    caseId: string,
    bookingId: string | undefined,
    action: 'move-booking' | 'cancel-booking',
    decide: (
      booked: BookedTime,
      careCase: CareCase,
      manager: EntityManager,
      now: Date,
    ) => Promise<CaseDecision>,
  ): Promise<void> {
    await this.cases.act(reader, caseId, action, undefined, async (careCase, manager, now) => {
      const booked = meant(await bookingsOfCase(manager, caseId), bookingId);
      return decide(booked, careCase, manager, now);
    });
  }

  private async rightOf(
    manager: EntityManager,
    careCase: CareCase,
    bookingId: string | undefined,
    now: Date,
  ): Promise<{ unitId: string; kind: BookingKind }> {
    if (careCase.state === 'to-book' && !bookingId) {
      const ticket = await manager.findOneBy(BookingTicket, { caseId: careCase.id });
      if (ticket && ticket.validUntil > now) return ticket;
    }
    const bookings = await bookingsOfCase(manager, careCase.id);
    if (bookings.length === 0) throw ticketMissing();
    const booked = meant(bookings, bookingId);
    if (booked.booking.cancelledAt || !mayChange(booked.named.time, now)) throw ticketMissing();
    return booked.named.time;
  }
}

/**
 * The booking with that id; without one the newest that is not cancelled, else the newest.
 * @throws ProblemException not-found
 */
function meant(bookings: readonly BookedTime[], bookingId: string | undefined): BookedTime {
  const found = bookingId
    ? bookings.find(({ booking }) => booking.id === bookingId)
    : (bookings.findLast(({ booking }) => !booking.cancelledAt) ?? bookings.at(-1));
  if (!found) throw bookingNotFound();
  return found;
}

async function entriesOf(
  manager: EntityManager,
  reader: ResidentCaller | CommissionCaller,
): Promise<MakeEntry> {
  if (reader.kind === 'commission') return (kind, body, id) => staffEntry(kind, body, reader, id);
  const { givenName, familyName } = await personName(manager, reader.personId);
  const by = { name: `${givenName} ${familyName}`, personId: reader.personId };
  return (kind, body, id) => residentEntry(kind, body, by, id);
}
