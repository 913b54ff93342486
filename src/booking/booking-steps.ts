import type { EntityManager } from 'typeorm';
import { careUnitName } from '../care-units/care-unit.service.js';
import { isOpenThroughout } from '../care-units/opening-hours.rule.js';
import type { CareCase } from '../cases/case.entity.js';
import type { CaseDecision } from '../cases/case.service.js';
import { nextDeadline } from '../cases/case-deadlines.rule.js';
import { nextState } from '../cases/case-transitions.rule.js';
import type { NewEntry } from '../cases/timeline.js';
import { systemEntry } from '../cases/timeline-actors.js';
import type { BookingFacts, TimelineBodies } from '../contracts/index.js';
import { type NamedTime, namedTimes } from './bookable-times.js';
import { BookingRow, BookingTicket } from './booking.entity.js';
import { bookingBegun, refusingDoubles, timeNotBookable, timeNotFound } from './booking.errors.js';
import { isBookable, mayChange, needsNewTicket, ticketValidUntil } from './booking.rule.js';

/** The steps of booking that residents and staff share; each runs in the transaction that has the case locked. */

/** Makes a timeline entry in the name of the person who books. */
export type MakeEntry = <K extends 'booked' | 'rebooked' | 'booking-cancelled'>(
  kind: K,
  body: TimelineBodies[K],
  id?: string,
) => NewEntry;

/** A booking with its time. */
export interface BookedTime {
  booking: BookingRow;
  named: NamedTime;
}

/**
 * A time that can be booked now.
 * @throws ProblemException not-found for an id of no time, conflict for one that has begun or is of another day
 */
export async function bookableTime(manager: EntityManager, timeId: string, now: Date): Promise<NamedTime> {
  const named = (await namedTimes(manager, [timeId])).get(timeId);
  if (!named) throw timeNotFound();
  const { time, unit } = named;
  const isOpen = isOpenThroughout(unit.openingHours, time.startsAt, time.endsAt);
  if (!isOpen || !isBookable(time, now)) throw timeNotBookable();
  return named;
}

/** The bookings of a case, the newest last, cancelled ones too. */
export async function bookingsOfCase(manager: EntityManager, caseId: string): Promise<BookedTime[]> {
  const bookings = await manager.find(BookingRow, {
    where: { caseId },
    order: { bookedAt: 'ASC', id: 'ASC' },
  });
  const named = await namedTimes(
    manager,
    bookings.map(({ timeId }) => timeId),
  );
  return bookings.flatMap((booking) => {
    const time = named.get(booking.timeId);
    return time ? [{ booking, named: time }] : [];
  });
}

/**
 * Books a time for the patient of a case.
 * @throws ProblemException time-taken when someone else was first, conflict when the id is another booking's
 */
export async function book(
  manager: EntityManager,
  careCase: CareCase,
  chosen: NamedTime,
  by: { id: string; bookedBy: BookingRow['bookedBy']; entry: MakeEntry },
  now: Date,
): Promise<CaseDecision> {
  const others = await otherVisitsEnd(manager, careCase.id, by.id);
  const patch = afterwards(careCase, 'book', chosen, now, others);
  const booking = {
    id: by.id,
    timeId: chosen.time.id,
    caseId: careCase.id,
    patientId: careCase.patientId as string, // a case with a ticket or a holder has a patient; the database says so
    bookedBy: by.bookedBy,
    bookedAt: now,
  };
  await refusingDoubles(manager.insert(BookingRow, booking));
  return { patch, entries: [by.entry('booked', factsOf(by.id, chosen), by.id)] };
}

/**
 * Moves a booking to another time; to its own time is no change.
 * @throws ProblemException time-taken when someone else was first, conflict when the visit has begun
 */
export async function rebook(
  manager: EntityManager,
  careCase: CareCase,
  { booking, named: old }: BookedTime,
  chosen: NamedTime,
  entry: MakeEntry,
  now: Date,
): Promise<CaseDecision> {
  if (booking.timeId === chosen.time.id) return {};
  const others = await otherVisitsEnd(manager, careCase.id, booking.id);
  const patch = afterwards(careCase, 'rebook', chosen, now, others);
  if (!mayChange(old.time, now)) throw bookingBegun();
  await refusingDoubles(
    manager.update(
      BookingRow,
      { id: booking.id },
      { timeId: chosen.time.id, sequence: booking.sequence + 1 },
    ),
  );
  const facts = { ...factsOf(booking.id, chosen), from: old.time.startsAt.toISOString() };
  return { patch, entries: [entry('rebooked', facts)] };
}

/**
 * Cancels a booking; its time is free again. Where the resident had booked with a ticket, the ticket comes back, anew if
 * it has little time left. Cancelling twice changes nothing more.
 * @throws ProblemException conflict when the visit has begun
 */
export async function cancel(
  manager: EntityManager,
  careCase: CareCase,
  { booking, named }: BookedTime,
  entry: MakeEntry,
  now: Date,
): Promise<CaseDecision> {
  if (booking.cancelledAt) return {};
  const state = nextState(careCase.state, 'cancel-booking');
  if (!mayChange(named.time, now)) throw bookingBegun();
  await manager.update(BookingRow, { id: booking.id }, { cancelledAt: now, sequence: booking.sequence + 1 });
  const told = entry('booking-cancelled', {
    bookingId: booking.id,
    startsAt: named.time.startsAt.toISOString(),
  });
  if (careCase.state !== 'booked') return { patch: { state }, entries: [told] };
  const visitEndsAt = await otherVisitsEnd(manager, careCase.id, booking.id);
  // Staff had booked it beside a time of the resident's own, by which the case still lives.
  if (booking.bookedBy === 'staff' && visitEndsAt)
    return {
      patch: { nextDeadlineAt: nextDeadline('booked', { dueAt: null, visitEndsAt }, now) },
      entries: [told],
    };
  const { validUntil, entries } = await ticketBack(manager, careCase.id, named, now);
  const nextDeadlineAt = nextDeadline(state, { dueAt: null, ticketValidUntil: validUntil }, now);
  return { patch: { state, nextDeadlineAt }, entries: [told, ...entries] };
}

async function ticketBack(
  manager: EntityManager,
  caseId: string,
  { time, unit }: NamedTime,
  now: Date,
): Promise<{ validUntil: Date; entries: NewEntry[] }> {
  const ticket = await manager.findOneBy(BookingTicket, { caseId });
  if (ticket && !needsNewTicket(ticket.validUntil, now))
    return { validUntil: ticket.validUntil, entries: [] };
  const validUntil = await putTicket(manager, { caseId, kind: time.kind, unitId: unit.id }, now);
  const given = { kind: time.kind, unit: careUnitName(unit), validUntil: validUntil.toISOString() };
  return { validUntil, entries: [systemEntry('ticket-given', given)] };
}

/** Stores a case's ticket, in place of the one that it may have had. @returns until when it is valid */
export async function putTicket(
  manager: EntityManager,
  ticket: Pick<BookingTicket, 'caseId' | 'kind' | 'unitId'>,
  now: Date,
): Promise<Date> {
  const validUntil = ticketValidUntil(now);
  await manager.upsert(BookingTicket, { ...ticket, validUntil }, ['caseId']);
  return validUntil;
}

/** When the last visit of the case's other bookings ends; null when none stands. */
async function otherVisitsEnd(
  manager: EntityManager,
  caseId: string,
  bookingId: string,
): Promise<Date | null> {
  const others = (await bookingsOfCase(manager, caseId)).filter(
    ({ booking }) => booking.id !== bookingId && !booking.cancelledAt,
  );
  return others.map(({ named }) => named.time.endsAt).reduce<Date | null>(later, null);
}

function later(a: Date | null, b: Date): Date {
  return a && a > b ? a : b;
}

/** The state after booking or moving; a case that lives by its visits now lives until the last of them ends. */
function afterwards(
  careCase: CareCase,
  event: 'book' | 'rebook',
  chosen: NamedTime,
  now: Date,
  otherEnd: Date | null,
): Partial<CareCase> {
  const state = nextState(careCase.state, event);
  if (state !== 'booked') return { state };
  const visitEndsAt = later(otherEnd, chosen.time.endsAt);
  return { state, nextDeadlineAt: nextDeadline(state, { dueAt: null, visitEndsAt }, now) };
}

function factsOf(bookingId: string, { time, unit, performerName }: NamedTime): BookingFacts {
  return {
    bookingId,
    timeId: time.id,
    unit: careUnitName(unit),
    address: unit.address,
    kind: time.kind,
    performerName,
    startsAt: time.startsAt.toISOString(),
    endsAt: time.endsAt.toISOString(),
  };
}

/** A booking as it is shown. */
export function bookingView({ booking, named }: BookedTime) {
  const { bookingId: id, ...facts } = factsOf(booking.id, named);
  return { id, ...facts, bookedBy: booking.bookedBy, cancelled: booking.cancelledAt !== null };
}
