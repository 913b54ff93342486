import fc from 'fast-check';
import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import { ALWAYS_OPEN, isOpen, nextOpening, type OpeningHours, openingsOn } from './opening-hours.js';

const WEEKDAYS: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
  closedDates: ['2026-12-24'],
};
/** Past midnight, across both leaps of the clock. */
const NIGHTS: OpeningHours = {
  week: [{ days: [5, 6, 7], from: '22:00', to: '06:00' }],
  closedDates: [],
};

function local(text: string): Date {
  return DateTime.fromISO(text, { zone: REGION_TIME_ZONE }).toJSDate();
}

describe('isOpen', () => {
  it.each<[string, OpeningHours, string, boolean]>([
    ['opens on the minute', WEEKDAYS, '2026-11-24T08:00', true],
    ['not before', WEEKDAYS, '2026-11-24T07:59:59.999', false],
    ['closes on the minute', WEEKDAYS, '2026-11-24T16:00', false],
    ['open to the last moment', WEEKDAYS, '2026-11-24T15:59:59.999', true],
    ['closed on Saturdays', WEEKDAYS, '2026-11-28T10:00', false],
    ['closed on a closed date', WEEKDAYS, '2026-12-24T10:00', false],
    ['08:00 is 08:00 on the first summer Monday', WEEKDAYS, '2026-03-30T08:00', true],
    ['and not an hour before', WEEKDAYS, '2026-03-30T07:30', false],
    ['08:00 is 08:00 on the first winter Monday', WEEKDAYS, '2026-10-26T08:00', true],
    ['and 16:00 still closes it', WEEKDAYS, '2026-10-26T16:00', false],
    ['past midnight belongs to the evening before', NIGHTS, '2026-11-28T03:00', true],
    ['and ends in the morning', NIGHTS, '2026-11-28T06:00', false],
    ['Monday morning is the end of the night of Sunday', NIGHTS, '2026-11-30T05:59', true],
    ['no night begins on Monday', NIGHTS, '2026-11-30T23:00', false],
    ['the night in which the clock leaps forward', NIGHTS, '2026-03-29T03:30', true],
    ['and its end', NIGHTS, '2026-03-29T06:00', false],
    ['the night in which the clock falls back', NIGHTS, '2026-10-25T02:30', true],
    ['and its end too', NIGHTS, '2026-10-25T06:00', false],
  ])('%s', (_name, hours, at, open) => {
    expect(isOpen(hours, local(at))).toBe(open);
  });

  it('lasts seven hours in the night of spring and nine in that of autumn', () => {
    const length = (at: string) =>
      openingsOn(NIGHTS, local(at)).map(
        ({ opens, closes }) => (closes.getTime() - opens.getTime()) / 3_600_000,
      );
    expect(length('2026-03-28T12:00')).toEqual([7]);
    expect(length('2026-10-24T12:00')).toEqual([9]);
    expect(length('2026-11-28T12:00')).toEqual([8]);
  });

  it('is not open for a day because spring skipped the hour of a short stretch', () => {
    const short: OpeningHours = { week: [{ days: [7], from: '02:30', to: '03:00' }], closedDates: [] };
    expect(openingsOn(short, local('2026-03-29T12:00'))).toEqual([]);
    expect(isOpen(short, local('2026-03-29T12:00'))).toBe(false);
    expect(isOpen(short, local('2026-04-05T02:45'))).toBe(true);
  });

  it('with two stretches is closed over lunch', () => {
    const split: OpeningHours = {
      week: [
        { days: [1], from: '08:00', to: '12:00' },
        { days: [1], from: '13:00', to: '17:00' },
      ],
      closedDates: [],
    };
    expect(isOpen(split, local('2026-11-23T12:30'))).toBe(false);
    expect(nextOpening(split, local('2026-11-23T12:30'))).toEqual(local('2026-11-23T13:00'));
  });
});

describe('nextOpening', () => {
  it.each<[string, string, string]>([
    ['in the evening: tomorrow', '2026-11-24T19:20', '2026-11-25T08:00'],
    ['in the early morning: today', '2026-11-24T05:00', '2026-11-24T08:00'],
    ['on Friday evening: Monday', '2026-11-27T16:00', '2026-11-30T08:00'],
    ['over the weekend of spring', '2026-03-28T12:00', '2026-03-30T08:00'],
    ['over the weekend of autumn', '2026-10-24T12:00', '2026-10-26T08:00'],
    ['past a closed date', '2026-12-23T16:30', '2026-12-25T08:00'],
  ])('%s', (_name, at, expected) => {
    expect(nextOpening(WEEKDAYS, local(at))).toEqual(local(expected));
  });

  it('is null for a unit that never opens', () => {
    expect(nextOpening({ week: [], closedDates: [] }, local('2026-11-24T12:00'))).toBeNull();
  });
});

const TWO_YEARS = {
  min: local('2026-01-01T00:00').getTime(),
  max: local('2027-12-31T23:59').getTime(),
};
const instants = fc.integer(TWO_YEARS).map((ms) => new Date(ms));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const stretches = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  from: times,
  to: times,
});
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc.array(stretches, { minLength: 1, maxLength: 3 }),
  closedDates: fc.constant<string[]>([]),
});

describe('over two whole years', () => {
  it('the hotline is open at every instant', () => {
    fc.assert(fc.property(instants, (at) => isOpen(ALWAYS_OPEN, at)));
  });

  it('the hotline is open in every quarter of an hour of the days on which the clock moves', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31']) {
      for (let quarter = -8; quarter < 108; quarter += 1) {
        const at = new Date(local(`${day}T00:00`).getTime() + quarter * 900_000);
        expect(isOpen(ALWAYS_OPEN, at)).toBe(true);
      }
    }
  });

  it('a clinic is open exactly on weekdays with a wall clock from 08 to 16', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const wall = DateTime.fromJSDate(at, { zone: REGION_TIME_ZONE });
        const expected =
          wall.weekday <= 5 && wall.hour >= 8 && wall.hour < 16 && wall.toISODate() !== '2026-12-24';
        return isOpen(WEEKDAYS, at) === expected;
      }),
      { numRuns: 500 },
    );
  });

  it('the next opening is open, not in the past, and nothing is open before it', () => {
    fc.assert(
      fc.property(anyHours, instants, fc.double({ min: 0, max: 1, noNaN: true }), (hours, at, share) => {
        const next = nextOpening(hours, at);
        if (next === null) return false;
        const between = new Date(at.getTime() + Math.floor((next.getTime() - at.getTime()) * share));
        return next >= at && isOpen(hours, next) && (between >= next || !isOpen(hours, between));
      }),
      { numRuns: 500 },
    );
  });

  it('every opening begins and ends where isOpen says so', () => {
    fc.assert(
      fc.property(stretches, instants, (stretch, at) => {
        const hours = { week: [stretch], closedDates: [] };
        return openingsOn(hours, at).every(
          ({ opens, closes }) => isOpen(hours, opens) && isOpen(hours, new Date(closes.getTime() - 1)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
