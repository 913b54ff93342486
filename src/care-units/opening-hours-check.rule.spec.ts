import fc from 'fast-check';
import { instantOf, parseDay } from './local-days.js';
import { isOpen, type OpeningHours, stretchesOn } from './opening-hours.rule.js';
import { checkOpeningHours } from './opening-hours-check.rule.js';

const WEEK = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }];
const CLOSING = {
  from: '2026-11-24T12:00:00+01:00',
  to: '2026-11-24T16:00:00+01:00',
  reason: { sv: 'Strömavbrott', en: 'Power cut' },
};

function faults(input: unknown): string[] {
  const read = checkOpeningHours(input);
  return Array.isArray(read) ? read.map(({ path, message }) => `${path.join('.')}: ${message}`) : [];
}

describe('checkOpeningHours', () => {
  it('takes what is left out as nothing special, and instants as UTC', () => {
    expect(checkOpeningHours({ week: WEEK, closings: [CLOSING] })).toEqual({
      week: WEEK,
      closedOn: { holidays: false, eves: [] },
      closedDates: [],
      specialDays: [],
      closings: [{ ...CLOSING, from: '2026-11-24T11:00:00.000Z', to: '2026-11-24T15:00:00.000Z' }],
    });
  });

  it.each<[string, unknown]>([
    ['no week at all', { week: [] }],
    ['the whole day', { week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' }] }],
    [
      'up to midnight and on from it',
      {
        week: [
          { days: [1], from: '20:00', to: '00:00' },
          { days: [2], from: '00:00', to: '06:00' },
        ],
      },
    ],
    ['a night that ends where Monday begins', { week: [{ days: [7], from: '22:00', to: '08:00' }, ...WEEK] }],
    ['nights of every day', { week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '06:00' }] }],
    [
      'a special day',
      { week: WEEK, specialDays: [{ date: '2026-12-23', stretches: [{ from: '08:00', to: '12:00' }] }] },
    ],
    ['a special day that is closed', { week: WEEK, specialDays: [{ date: '2026-12-23', stretches: [] }] }],
  ])('takes %s', (_name, input) => {
    expect(faults(input)).toEqual([]);
  });

  const special = (date: string, ...stretches: [string, string][]) => ({
    date,
    stretches: stretches.map(([from, to]) => ({ from, to })),
  });
  it.each<[string, unknown, string]>([
    ['nothing', null, ': must hold week'],
    ['a list', [], ': must hold week'],
    ['no week', {}, 'week: must be there'],
    ['an unknown field', { week: [], open: true }, 'open: is not known here; leave it out'],
    ['a week that is no list', { week: 'always' }, 'week: must be a list of 0 to 50'],
    [
      'an unknown day',
      { week: [{ days: [8], from: '08:00', to: '16:00' }] },
      'week.0.days.0: must be a weekday, 1 (Monday) to 7 (Sunday)',
    ],
    [
      'a day in words',
      { week: [{ days: ['monday'], from: '08:00', to: '16:00' }] },
      'week.0.days.0: must be a weekday, 1 (Monday) to 7 (Sunday)',
    ],
    [
      'no days',
      { week: [{ days: [], from: '08:00', to: '16:00' }] },
      'week.0.days: must be a list of 1 to 7',
    ],
    [
      'a day twice',
      { week: [{ days: [1, 1], from: '08:00', to: '16:00' }] },
      'week.0.days.1: must be there once only',
    ],
    [
      'a bad time',
      { week: [{ days: [1], from: '8', to: '16:00' }] },
      'week.0.from: must be a time of day as HH:MM, 00:00 to 23:59',
    ],
    [
      '24:00',
      { week: [{ days: [1], from: '08:00', to: '24:00' }] },
      'week.0.to: must be a time of day as HH:MM, 00:00 to 23:59',
    ],
    [
      'the same time twice',
      { week: [{ days: [1], from: '08:00', to: '08:00' }] },
      'week.0.to: must not be the same time as from (08:00); the whole day is 00:00 to 00:00',
    ],
    [
      'an overlap',
      { week: [...WEEK, { days: [3], from: '15:00', to: '18:00' }] },
      'week.1.from: must not overlap 08:00–16:00 of Wednesday',
    ],
    [
      'an overlap past midnight',
      {
        week: [
          { days: [1], from: '22:00', to: '06:00' },
          { days: [2], from: '05:59', to: '08:00' },
        ],
      },
      'week.1.from: must not overlap 22:00–06:00 of Monday',
    ],
    [
      'an overlap past the week’s end',
      { week: [...WEEK, { days: [7], from: '22:00', to: '08:01' }] },
      'week.1.from: must not overlap 08:00–16:00 of Monday',
    ],
    [
      'the same the other way round',
      { week: [{ days: [7], from: '22:00', to: '08:01' }, ...WEEK] },
      'week.1.from: must not overlap 22:00–08:01 of Sunday',
    ],
    [
      'a date that does not exist',
      { week: [], closedDates: ['2026-02-29'] },
      'closedDates.0: must be a date that exists, as YYYY-MM-DD',
    ],
    [
      'a date twice',
      { week: [], closedDates: ['2026-12-24', '2026-12-24'] },
      'closedDates.1: must be there once only',
    ],
    [
      'an unknown eve',
      { week: [], closedOn: { holidays: true, eves: ['lucia'] } },
      'closedOn.eves.0: must be one of twelfth-night, maundy-thursday, easter-eve, walpurgis-night, ascension-eve, whitsun-eve, national-day-eve, midsummers-eve, all-saints-eve, christmas-eve, new-years-eve',
    ],
    [
      'holidays in words',
      { week: [], closedOn: { holidays: 'yes', eves: [] } },
      'closedOn.holidays: must be true or false',
    ],
    [
      'a special day that is closed too',
      { week: [], closedDates: ['2026-12-23'], specialDays: [special('2026-12-23')] },
      'specialDays.0.date: must not be one of the closed dates too (2026-12-23)',
    ],
    [
      'a special day twice',
      { week: [], specialDays: [special('2026-12-23'), special('2026-12-23')] },
      'specialDays.1.date: must be there once only (2026-12-23)',
    ],
    [
      'an overlap on a special day',
      { week: [], specialDays: [special('2026-12-23', ['08:00', '12:00'], ['11:00', '13:00'])] },
      'specialDays.0.stretches.1.from: must not overlap 08:00–12:00 of the same day',
    ],
    [
      'a special day into the next',
      { week: WEEK, specialDays: [special('2026-12-22', ['20:00', '09:00'])] },
      'specialDays.0.stretches.0.from: must not overlap 08:00–16:00 of Wednesday beside it',
    ],
    [
      'the night before into a special day',
      {
        week: [{ days: [2], from: '20:00', to: '09:00' }],
        specialDays: [special('2026-12-23', ['08:00', '12:00'])],
      },
      'specialDays.0.stretches.0.from: must not overlap 20:00–09:00 of Tuesday beside it',
    ],
    [
      'a closing without a zone',
      { week: [], closings: [{ ...CLOSING, from: '2026-11-24T12:00' }] },
      'closings.0.from: must be an instant with its zone, such as 2026-11-24T12:00:00+01:00',
    ],
    [
      'a closing at no time',
      { week: [], closings: [{ ...CLOSING, to: '2026-11-31T99:00:00Z' }] },
      'closings.0.to: must be an instant with its zone, such as 2026-11-24T12:00:00+01:00',
    ],
    [
      'a closing that ends before it begins',
      { week: [], closings: [{ ...CLOSING, to: '2026-11-24T11:59:59+01:00' }] },
      'closings.0.to: must be after from: the closing ends after it begins',
    ],
    [
      'a closing without a reason',
      { week: [], closings: [{ ...CLOSING, reason: { sv: ' ', en: 'x' } }] },
      'closings.0.reason.sv: must be a text of 1 to 200 characters',
    ],
    [
      'a closing with a reason in one language',
      { week: [], closings: [{ ...CLOSING, reason: { sv: 'x' } }] },
      'closings.0.reason.en: must be there',
    ],
  ])('refuses %s', (_name, input, expected) => {
    expect(faults(input)).toEqual([expected]);
  });

  it('tells all that is wrong at once', () => {
    const input = { week: [{ days: [9], from: '8', to: '16:00' }], closedDates: ['soon'] };
    expect(faults(input).map((fault) => fault.split(':')[0])).toEqual([
      'week.0.days.0',
      'week.0.from',
      'closedDates.0',
    ]);
  });
});

const times = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const minute = quarter * 15;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
});
const stretches = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
  from: times,
  to: times,
});

describe('whatever is asked', () => {
  it('a week is refused exactly when two stretches are open in the same minute', () => {
    // A week of winter, without holidays; the same week after week.
    const monday = parseDay('2026-11-16') ?? 0;
    fc.assert(
      fc.property(fc.array(stretches, { minLength: 1, maxLength: 3 }), (week) => {
        fc.pre(week.every(({ from, to }) => from !== to));
        const each = week.map((stretch): OpeningHours => ({ week: [stretch], closedDates: [] }));
        const instants = Array.from(
          { length: 7 * 96 },
          (_, quarter) => new Date(instantOf(monday, quarter * 15)),
        );
        const clash = instants.some((at) => each.filter((hours) => isOpen(hours, at)).length > 1);
        return faults({ week }).length > 0 === clash;
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it('never throws, and never lets through what cannot be resolved', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.record({ week: fc.jsonValue(), closings: fc.jsonValue() })),
        (input) => {
          const read = checkOpeningHours(input);
          return Array.isArray(read) ? read.length > 0 : stretchesOn(read, 20_000).length >= 0;
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });
});
