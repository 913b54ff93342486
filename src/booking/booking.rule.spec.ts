import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { BookingKind } from '../contracts/index.js';
import {
  isBookable,
  mayBookAt,
  mayChange,
  needsNewTicket,
  type TicketFacts,
  type TimeFacts,
  ticketAllows,
  ticketValidUntil,
} from './booking.rule.js';

function local(text: string): Date {
  return DateTime.fromISO(text, { zone: REGION_TIME_ZONE }).toJSDate();
}

const NOW = local('2026-11-24T09:20');

describe('isBookable', () => {
  it.each<[string, BookingKind, string, string, boolean]>([
    ['a time ahead', 'nurse-visit', '2026-12-01T09:00', '2026-11-24T09:20', true],
    ['one that begins this moment', 'nurse-visit', '2026-11-24T09:20', '2026-11-24T09:20', false],
    ['one that has begun', 'nurse-visit', '2026-11-24T09:00', '2026-11-24T09:20', false],
    ['a same-day time today', 'physician-same-day', '2026-11-24T14:00', '2026-11-24T09:20', true],
    ['a same-day time tomorrow', 'physician-same-day', '2026-11-25T10:00', '2026-11-24T23:59', false],
    ['the same time, just past midnight', 'physician-same-day', '2026-11-25T10:00', '2026-11-25T00:01', true],
    ['on the long day of autumn', 'physician-same-day', '2026-10-25T23:30', '2026-10-25T00:30', true],
  ])('%s', (_name, kind, startsAt, now, expected) => {
    expect(isBookable({ unitId: 'u', kind, startsAt: local(startsAt) }, local(now))).toBe(expected);
  });
});

describe('ticketAllows', () => {
  const ticket: TicketFacts = {
    unitId: 'herrgardet',
    kind: 'nurse-visit',
    validUntil: local('2026-12-08T09:20'),
  };
  const time: TimeFacts = { unitId: 'herrgardet', kind: 'nurse-visit', startsAt: local('2026-11-25T09:00') };

  it.each<[string, Partial<TicketFacts>, Partial<TimeFacts>, boolean]>([
    ['its kind at its unit', {}, {}, true],
    ['another kind', {}, { kind: 'physician-visit' }, false],
    ['another unit', {}, { unitId: 'kungsor' }, false],
    ['a ticket that has run out', { validUntil: NOW }, {}, false],
    ['a time after the ticket runs out, booked before', {}, { startsAt: local('2026-12-20T09:00') }, true],
  ])('%s', (_name, otherTicket, otherTime, expected) => {
    expect(ticketAllows({ ...ticket, ...otherTicket }, { ...time, ...otherTime }, NOW)).toBe(expected);
  });
});

describe('tickets', () => {
  it('are good for two weeks', () => {
    expect(ticketValidUntil(NOW)).toEqual(local('2026-12-08T09:20'));
  });

  it('are given anew when little is left', () => {
    expect(needsNewTicket(local('2026-11-25T09:20'), NOW)).toBe(true);
    expect(needsNewTicket(local('2026-12-01T09:20'), NOW)).toBe(false);
  });
});

describe('mayChange', () => {
  it('until the booking begins', () => {
    expect(mayChange({ startsAt: local('2026-11-24T09:21') }, NOW)).toBe(true);
    expect(mayChange({ startsAt: NOW }, NOW)).toBe(false);
  });
});

describe('mayBookAt', () => {
  it('at the own unit and at those that let others', () => {
    expect(mayBookAt({ id: 'own', othersMayBook: false }, 'own')).toBe(true);
    expect(mayBookAt({ id: 'other', othersMayBook: true }, 'own')).toBe(true);
    expect(mayBookAt({ id: 'other', othersMayBook: false }, 'own')).toBe(false);
  });
});
