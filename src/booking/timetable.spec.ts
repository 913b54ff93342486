import fc from 'fast-check';
import { DateTime } from 'luxon';
import { ALWAYS_OPEN, isOpen, type OpeningHours } from '../care-units/opening-hours.rule.js';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import { BOOKING_KINDS } from '../contracts/index.js';
import { offeredTimes, type TimetableTemplate } from './timetable.js';

const CLINIC: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
  closedDates: ['2026-12-24'],
};

function local(text: string): Date {
  return DateTime.fromISO(text, { zone: REGION_TIME_ZONE }).toJSDate();
}

function wall(at: Date): string {
  return DateTime.fromJSDate(at, { zone: REGION_TIME_ZONE }).toFormat("yyyy-MM-dd'T'HH:mm");
}

function template(overrides: Partial<TimetableTemplate> = {}): TimetableTemplate {
  return {
    performerCommissionId: 'maria',
    unitId: 'herrgardet',
    kind: 'physiotherapist-visit',
    hours: CLINIC,
    days: [1, 2, 3, 4, 5],
    from: '13:00',
    to: '15:15',
    minutes: 45,
    ...overrides,
  };
}

describe('offeredTimes', () => {
  it('fills the stretch of a day with times of that length, and no piece of one', () => {
    const times = offeredTimes([template({ to: '15:30' })], local('2026-11-24T07:00'));
    expect(times.slice(0, 4).map(({ startsAt, endsAt }) => [wall(startsAt), wall(endsAt)])).toEqual([
      ['2026-11-24T13:00', '2026-11-24T13:45'],
      ['2026-11-24T13:45', '2026-11-24T14:30'],
      ['2026-11-24T14:30', '2026-11-24T15:15'],
      ['2026-11-25T13:00', '2026-11-25T13:45'],
    ]);
  });

  it('offers nothing that has begun', () => {
    const [first] = offeredTimes([template()], local('2026-11-24T13:00'));
    expect(first && wall(first.startsAt)).toBe('2026-11-24T13:45');
  });

  it('reaches four weeks ahead', () => {
    const last = offeredTimes([template()], local('2026-11-24T07:00')).at(-1);
    expect(last && wall(last.startsAt)).toBe('2026-12-22T14:30');
  });

  it('keeps to the hours of the unit and its closed dates', () => {
    const times = offeredTimes([template({ from: '07:30', to: '16:30' })], local('2026-12-22T18:00')).map(
      (time) => wall(time.startsAt),
    );
    expect(times[0]).toBe('2026-12-23T08:15');
    expect(times.filter((time) => time.startsWith('2026-12-24'))).toEqual([]);
    expect(times.some((time) => time.endsWith('15:45'))).toBe(false);
  });

  it('begins at the same wall-clock time before and after the clock moves', () => {
    const starts = offeredTimes([template({ days: [1], to: '13:45' })], local('2026-03-20T12:00'));
    expect(starts.map((time) => wall(time.startsAt).slice(11))).toEqual(['13:00', '13:00', '13:00', '13:00']);
    expect(starts.map((time) => time.startsAt.getUTCHours())).toEqual([12, 11, 11, 11]);
  });

  it('lets the earlier of two overlapping times stand', () => {
    const times = offeredTimes(
      [template({ to: '13:45' }), template({ kind: 'nurse-visit', from: '13:30', to: '14:30', minutes: 30 })],
      local('2026-11-24T07:00'),
    );
    expect(times.slice(0, 2).map((time) => [wall(time.startsAt), time.kind])).toEqual([
      ['2026-11-24T13:00', 'physiotherapist-visit'],
      ['2026-11-24T14:00', 'nurse-visit'],
    ]);
  });
});

const minutesOfDay = fc.integer({ min: 0, max: 23 * 60 + 59 });
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const hours: fc.Arbitrary<OpeningHours> = fc.oneof(
  fc.constant(ALWAYS_OPEN),
  fc.record({
    week: fc.array(fc.record({ days, from: minutesOfDay.map(clock), to: minutesOfDay.map(clock) }), {
      minLength: 1,
      maxLength: 2,
    }),
    closedDates: fc.constant<string[]>([]),
  }),
);
const templates = fc.array(
  fc
    .record({
      performerCommissionId: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom(...BOOKING_KINDS),
      unitId: fc.constant('unit'),
      hours,
      days,
      ends: fc.uniqueArray(minutesOfDay, { minLength: 2, maxLength: 2 }),
      minutes: fc.integer({ min: 30, max: 120 }),
    })
    .map(({ ends, ...rest }) => {
      const [from = 0, to = 0] = [...ends].sort((a, b) => a - b);
      return { ...rest, from: clock(from), to: clock(to) };
    }),
  { minLength: 1, maxLength: 3 },
);
/** Moments from which the four weeks ahead hold a leap of the clock, and others. */
const moments = fc.oneof(
  fc.integer({ min: local('2026-03-02T00:00').getTime(), max: local('2026-03-30T00:00').getTime() }),
  fc.integer({ min: local('2026-10-01T00:00').getTime(), max: local('2026-10-26T00:00').getTime() }),
  fc.integer({ min: local('2026-01-01T00:00').getTime(), max: local('2027-12-31T00:00').getTime() }),
);

describe('whatever the templates, also across daylight saving', () => {
  it('every time lies ahead, within opening hours, is as long as said, and overlaps none of its performer', () => {
    fc.assert(
      fc.property(templates, moments, (given, ms) => {
        const lastEnd = new Map<string, number>();
        return offeredTimes(given, new Date(ms)).every((time) => {
          const [start, end] = [time.startsAt.getTime(), time.endsAt.getTime()];
          const free = start > ms && start >= (lastEnd.get(time.performerCommissionId) ?? 0);
          lastEnd.set(time.performerCommissionId, end);
          const open = given.some(
            (each) =>
              each.performerCommissionId === time.performerCommissionId &&
              each.kind === time.kind &&
              each.minutes * 60_000 === end - start &&
              isOpen(each.hours, time.startsAt) &&
              isOpen(each.hours, new Date(end - 1)),
          );
          return free && open;
        });
      }),
      { numRuns: 40 },
    );
  });
});
