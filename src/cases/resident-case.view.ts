import type { CareUnit } from '../care-units/care-unit.entity.js';
import { unitContact } from '../care-units/unit-contact.rule.js';
import {
  type AttachmentRef,
  type BookingTicketView,
  type BookingView,
  type CareUnitName,
  type CheckInView,
  OUTCOME_RULES,
  type PersonName,
  type ResidentCase,
  type ResidentTriage,
  type StaffName,
  type TimelineEntry,
  type TriageView,
} from '../contracts/index.js';
import { alarmsOf, shownAlarm } from './alarms.rule.js';
import type { CareCase } from './case.entity.js';
import type { WaitRange } from './expected-wait.js';
import { isCutOff } from './in-call.rule.js';
import { standingAdvice } from './standing-advice.rule.js';
import { lastBody } from './timeline.js';

/** Everything that the resident's view is made from; loaded by `CaseViews`. */
export interface ResidentViewParts {
  careCase: CareCase;
  mayWrite: boolean;
  mayWithdraw: boolean;
  mayAskInterpreter: boolean;
  entries: readonly TimelineEntry[];
  patient: PersonName | null;
  unit: CareUnitName | null;
  /** All of the region. */
  units: readonly CareUnit[];
  holder: StaffName | null;
  participants: StaffName[];
  expectedWait: WaitRange | null;
  emergencyDepartment: ResidentCase['emergencyDepartment'];
  reopenMs: number;
  now: Date;
}

/** What the resident sees of a case, derived only from the case and its timeline. */
export function residentCaseView(parts: ResidentViewParts): ResidentCase {
  const { careCase, entries, unit, now } = parts;
  const rated = lastBody(entries, 'rated');
  const waits = careCase.state === 'waiting' || careCase.state === 'held';
  const reopenUntil =
    careCase.closedAt && careCase.patientId ? new Date(careCase.closedAt.getTime() + parts.reopenMs) : null;
  const place =
    waits && unit && careCase.placement
      ? { unit, why: careCase.placement.reason.text, opensAt: stillAhead(careCase.placement.opensAt, now) }
      : null;
  const ticket = careCase.state === 'to-book' ? ticketOf(entries) : null;
  const bookings = standing(entries);
  const named = [place, ticket, ...bookings].flatMap((each) => each?.unit.id ?? []);
  return {
    id: careCase.id,
    state: careCase.state,
    rightEnded: false,
    startedAt: careCase.startedAt.toISOString(),
    about: careCase.about,
    patient: parts.patient,
    patientAgeMonths: careCase.patientAgeMonths,
    language: careCase.language,
    interpreter: careCase.interpreter,
    canAskInterpreter: parts.mayAskInterpreter,
    words: careCase.words,
    images: imagesOf(entries),
    alarm: shownAlarm(alarmsOf(entries)),
    checkIn: checkInOf(careCase, entries),
    // Where a telephone call was cut off amid the questions, they are still to be gone on with.
    reasons:
      careCase.state === 'describing' || careCase.state === 'triage' || isCutOff(careCase)
        ? careCase.suggestions
        : null,
    advice: standingAdvice(careCase.result, entries),
    triage: careCase.triage ? residentTriage(careCase.triage.view) : null,
    place,
    expectedWait: careCase.state === 'waiting' ? parts.expectedWait : null,
    // What is left for later is taken up from then on; nothing is promised by then.
    answerBy:
      careCase.state === 'waiting' && !careCase.setAsideUntil
        ? (careCase.dueAt?.toISOString() ?? null)
        : null,
    answerAwaited:
      careCase.state === 'waiting' &&
      careCase.setAsideUntil !== null &&
      lastBody(entries, 'set-aside')?.why === 'answer',
    holder: parts.holder,
    participants: parts.participants,
    referral: lastBody(entries, 'referred'),
    canWrite: parts.mayWrite,
    canWithdraw: parts.mayWithdraw,
    reopenUntil: reopenUntil && mayReopen(careCase) && reopenUntil > now ? reopenUntil.toISOString() : null,
    ticket,
    booking: bookingOf(entries),
    bookings,
    unitContacts: parts.units.filter(({ id }) => named.includes(id)).map((each) => unitContact(each, now)),
    closedAt: careCase.closedAt?.toISOString() ?? null,
    closedAs: careCase.closedAs,
    rating: rated,
    emergencyDepartment: parts.emergencyDepartment,
    lastNumber: careCase.lastNumber,
    seenByStaff: careCase.seenByStaff,
    seenByResident: careCase.seenByResident,
  };
}

function residentTriage({ result, ...view }: TriageView): ResidentTriage {
  if (!result) return { ...view, result };
  const { redFlags: _redFlags, rule: _rule, ...advice } = result;
  return { ...view, result: advice };
}

/** What is asked of somebody who waits, and what the last answers came to. */
function checkInOf({ checkIn, state }: CareCase, entries: readonly TimelineEntry[]): CheckInView | null {
  if (!checkIn || (state !== 'waiting' && state !== 'held')) return null;
  const { number, question } = checkIn;
  return { number, question, advice: lastBody(entries, 'check-in-answered')?.advice ?? null };
}

/** Whether the resident is shown the way to an emergency department: by triage, or by a check-in. */
export function isSentToDepartment(
  { outcome, result }: Pick<CareCase, 'outcome' | 'result'>,
  entries: readonly TimelineEntry[],
): boolean {
  const advice = standingAdvice(result, entries)?.standing;
  const byCheckIn = advice?.by.kind === 'check-in' ? advice.outcome : null;
  return [outcome, byCheckIn].some((each) => each && OUTCOME_RULES[each].view === 'emergency-department');
}

/** Only a matter that reached a queue can be reopened; the rest begin again. */
export function mayReopen(careCase: Pick<CareCase, 'state' | 'unitId'>): boolean {
  return careCase.state === 'closed' && careCase.unitId !== null;
}

function stillAhead(instant: string | null, now: Date): string | null {
  return instant && new Date(instant) > now ? instant : null;
}

/** The images that belong to the resident's own words. */
export function imagesOf(entries: readonly TimelineEntry[]): AttachmentRef[] {
  return entries.flatMap((entry) => (entry.kind === 'images-added' ? entry.body.attachments : []));
}

/** The ticket last given. */
export function ticketOf(entries: readonly TimelineEntry[]): BookingTicketView | null {
  return lastBody(entries, 'ticket-given');
}

/** The current booking: the newest that is not cancelled, else the newest. */
function bookingOf(entries: readonly TimelineEntry[]): BookingView | null {
  const bookings = bookingsOf(entries);
  return bookings.findLast(({ cancelled }) => !cancelled) ?? bookings.at(-1) ?? null;
}

/** The bookings that are not cancelled, the soonest first. */
export function standing(entries: readonly TimelineEntry[]): BookingView[] {
  return bookingsOf(entries)
    .filter(({ cancelled }) => !cancelled)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** Every booking of the case in the order of booking, as it is after changes and cancellations. */
export function bookingsOf(entries: readonly TimelineEntry[]): BookingView[] {
  const bookings = new Map<string, BookingView>();
  for (const entry of entries) {
    if (entry.kind === 'booked' || entry.kind === 'rebooked') {
      const { bookingId: id, timeId, unit, address, kind, performerName, startsAt, endsAt } = entry.body;
      const bookedBy = bookings.get(id)?.bookedBy ?? (entry.actor.kind === 'staff' ? 'staff' : 'resident');
      bookings.set(id, {
        id,
        timeId,
        unit,
        address,
        kind,
        performerName,
        startsAt,
        endsAt,
        bookedBy,
        cancelled: false,
      });
    } else if (entry.kind === 'booking-cancelled') {
      const booking = bookings.get(entry.body.bookingId);
      if (booking) bookings.set(booking.id, { ...booking, cancelled: true });
    }
  }
  return [...bookings.values()];
}
