import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { BookingKind } from '../contracts/index.js';

/** How long a booking ticket is valid. */
const TICKET_DAYS = 14;
/** A ticket that a cancelled booking gives back is valid for at least this long. */
const TICKET_DAYS_LEFT = 3;
const DAY_MS = 24 * 3_600_000;

/** A time as the rules look at it. */
export interface TimeFacts {
  unitId: string;
  kind: BookingKind;
  startsAt: Date;
}

/** The right to book one kind of time at one unit oneself. */
export interface TicketFacts {
  unitId: string;
  kind: BookingKind;
  validUntil: Date;
}

/** Until when a ticket given now is valid. */
export function ticketValidUntil(now: Date): Date {
  return new Date(now.getTime() + TICKET_DAYS * DAY_MS);
}

/** Whether a ticket that comes back by a cancelled booking has too little left, so that it is given anew. */
export function needsNewTicket(validUntil: Date, now: Date): boolean {
  return validUntil.getTime() < now.getTime() + TICKET_DAYS_LEFT * DAY_MS;
}

/** Until when times of a kind may be booked: a same-day visit only on its day. Null where there is no such limit. */
export function bookableUntil(kind: BookingKind, now: Date): Date | null {
  if (kind !== 'physician-same-day') return null;
  return DateTime.fromJSDate(now, { zone: REGION_TIME_ZONE }).endOf('day').toJSDate();
}

/** Whether a time can be booked now: it lies ahead, and a same-day time is today. */
export function isBookable({ kind, startsAt }: TimeFacts, now: Date): boolean {
  const until = bookableUntil(kind, now);
  return startsAt > now && (until === null || startsAt <= until);
}

/** Whether a ticket gives the right to book that time oneself. */
export function ticketAllows(ticket: TicketFacts, time: TimeFacts, now: Date): boolean {
  return ticket.validUntil > now && ticket.kind === time.kind && ticket.unitId === time.unitId;
}

/** Whether a booking can still be moved or cancelled: until it begins. */
export function mayChange(booked: { startsAt: Date }, now: Date): boolean {
  return booked.startsAt > now;
}

/** Whether staff of a unit may book at another: at their own, and at those that let others. */
export function mayBookAt(unit: { id: string; othersMayBook: boolean }, ownUnitId: string): boolean {
  return unit.id === ownUnitId || unit.othersMayBook;
}
