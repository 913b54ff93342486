import { CLINIC, closing, local } from './hours-samples.js';
import {
  ALWAYS_OPEN,
  closingAt,
  isOpen,
  isOpenThroughout,
  nextOpening,
  type OpeningHours,
  openingsOn,
  openSince,
  openUntil,
} from './opening-hours.rule.js';

const WEEKDAYS: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
  closedDates: ['2026-12-24'],
};
/** Past midnight, across both leaps of the clock. */
const NIGHTS: OpeningHours = {
  week: [{ days: [5, 6, 7], from: '22:00', to: '06:00' }],
  closedDates: [],
};

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

describe('days that are not as others', () => {
  it.each<[string, string, boolean]>([
    ['closed on Good Friday', '2026-04-03T10:00', false],
    ['closed on Midsummer’s Eve', '2026-06-19T10:00', false],
    ['closed on Christmas Eve', '2026-12-24T10:00', false],
    ['open on an eve that is not chosen', '2026-04-30T10:00', true],
    ['open on a plain weekday', '2026-12-22T10:00', true],
    ['open on a special day', '2026-12-23T11:59', true],
    ['and only its hours', '2026-12-23T13:30', false],
    ['a special day goes before a holiday', '2026-05-14T13:30', true],
    ['a special day without hours', '2027-01-04T10:00', false],
    ['the unit’s own closed day', '2026-09-11T10:00', false],
    ['no night begins on Good Friday', '2026-04-03T23:00', false],
    ['the night before a closed day still ends in it', '2026-10-31T03:00', true],
    ['no night begins on All Saints’ Day', '2026-10-31T23:00', false],
    ['the morning before a temporary closing', '2026-11-24T11:59', true],
    ['closed for the afternoon', '2026-11-24T13:30', false],
    ['as usual the day after', '2026-11-25T13:30', true],
    ['a night cut in two: before', '2026-11-28T00:29', true],
    ['between', '2026-11-28T01:00', false],
    ['and after', '2026-11-28T02:30', true],
  ])('%s', (_name, at, open) => {
    expect(isOpen(CLINIC, local(at))).toBe(open);
  });

  it.each<[string, string, string]>([
    ['from closed for the afternoon: tomorrow', '2026-11-24T13:00', '2026-11-25T08:00'],
    ['within the cut night: its second half', '2026-11-28T01:00', '2026-11-28T02:30'],
    ['after days of closing, in the middle of a morning', '2027-02-10T09:00', '2027-02-12T10:00'],
    ['past Easter', '2026-04-03T08:00', '2026-04-07T08:00'],
    ['past Christmas', '2026-12-23T12:00', '2026-12-28T08:00'],
  ])('opens again %s', (_name, at, expected) => {
    expect(nextOpening(CLINIC, local(at))).toEqual(local(expected));
  });

  it.each<[string, OpeningHours, string, string | null]>([
    ['at lunch', CLINIC, '2026-11-25T08:00', '2026-11-25T12:00'],
    ['at a temporary closing', CLINIC, '2027-02-09T08:30', '2027-02-09T09:00'],
    ['in the morning', CLINIC, '2026-11-21T01:00', '2026-11-21T06:00'],
    ['not while closed', CLINIC, '2026-11-25T12:00', null],
    ['never', ALWAYS_OPEN, '2026-11-25T12:00', null],
    [
      'where the next stretch does not follow at once',
      {
        week: [
          { days: [1], from: '18:00', to: '00:00' },
          { days: [2], from: '00:00', to: '09:00' },
          { days: [2], from: '09:00', to: '17:00' },
        ],
        closedDates: [],
      },
      '2026-11-23T19:00',
      '2026-11-24T17:00',
    ],
    [
      'where the day that is always open is closed',
      { ...ALWAYS_OPEN, closedDates: ['2026-12-24'] },
      '2026-11-25T12:00',
      '2026-12-24T00:00',
    ],
  ])('closes %s', (_name, hours, at, expected) => {
    expect(openUntil(hours, local(at))).toEqual(expected && local(expected));
  });

  it.each<[string, OpeningHours, string, string | null]>([
    ['in the morning', CLINIC, '2026-11-25T11:00', '2026-11-25T08:00'],
    ['after lunch', CLINIC, '2026-11-25T13:00', '2026-11-25T13:00'],
    ['the evening before', CLINIC, '2026-11-21T01:00', '2026-11-20T22:00'],
    ['after a temporary closing', CLINIC, '2027-02-12T11:00', '2027-02-12T10:00'],
    ['not while closed', CLINIC, '2026-11-25T12:00', null],
    ['since ever', ALWAYS_OPEN, '2026-11-25T12:00', null],
    [
      'since the closed day of one that is always open',
      { ...ALWAYS_OPEN, closedDates: ['2026-11-22'] },
      '2026-11-25T12:00',
      '2026-11-23T00:00',
    ],
  ])('has been open since %s', (_name, hours, at, expected) => {
    expect(openSince(hours, local(at))).toEqual(expected && local(expected));
  });

  it.each<[string, OpeningHours, string, string, boolean]>([
    ['a morning', CLINIC, '2026-11-25T08:00', '2026-11-25T12:00', true],
    ['over lunch', CLINIC, '2026-11-25T11:30', '2026-11-25T13:30', false],
    ['into a temporary closing', CLINIC, '2026-11-24T11:45', '2026-11-24T12:15', false],
    ['within a temporary closing', CLINIC, '2026-11-24T14:00', '2026-11-24T14:30', false],
    ['a week of one that never closes', ALWAYS_OPEN, '2026-11-24T14:00', '2026-12-01T14:30', true],
  ])('is open throughout %s: %s', (_name, hours, from, to, expected) => {
    expect(isOpenThroughout(hours, local(from), local(to))).toBe(expected);
  });

  it('tells of the temporary closing, the longest of several', () => {
    const [short, long] = [
      closing('2026-11-24T12:00', '2026-11-24T13:00'),
      closing('2026-11-24T11:00', '2026-11-25T13:00'),
    ];
    const hours = { ...CLINIC, closings: [short, long] };
    expect(closingAt(hours, local('2026-11-24T12:00'))).toBe(long);
    expect(closingAt(hours, local('2026-11-25T13:00'))).toBeNull();
  });

  it('reads hours that were stored before any of this was there', () => {
    const older = JSON.parse(
      '{"week":[{"days":[5],"from":"08:00","to":"16:00"}],"closedDates":["2026-12-18"]}',
    );
    expect(isOpen(older, local('2026-12-25T10:00'))).toBe(true);
    expect(isOpen(older, local('2026-12-18T10:00'))).toBe(false);
    expect(openUntil(older, local('2026-12-25T10:00'))).toEqual(local('2026-12-25T16:00'));
  });
});
