import fc from 'fast-check';
import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import { ageInMonths, ageInYears } from './age.js';

function local(text: string): Date {
  return DateTime.fromISO(text, { zone: REGION_TIME_ZONE }).toJSDate();
}

describe('ageInMonths', () => {
  it.each<[string, string, string, number]>([
    ['nine months to the day', '2026-02-24', '2026-11-24T00:00', 9],
    ['the evening before', '2026-02-24', '2026-11-23T23:59:59', 8],
    ['by the date in Stockholm, not in UTC', '2026-02-24', '2026-11-24T00:30', 9],
    ['in summer too', '2026-02-24', '2026-06-24T00:30', 4],
    ['the day of birth', '2026-11-24', '2026-11-24T12:00', 0],
    ['before birth', '2026-11-25', '2026-11-24T12:00', 0],
    ['the 31st, in a month of thirty days', '2026-01-31', '2026-04-30T12:00', 3],
    ['the 31st, in February', '2026-01-31', '2026-02-28T12:00', 1],
    ['the 31st, the day before the end of February', '2026-01-31', '2026-02-27T12:00', 0],
    ['a leap day, in a common year', '2024-02-29', '2025-02-28T12:00', 12],
    ['a leap day, the day before', '2024-02-29', '2025-02-27T12:00', 11],
    ['a leap day, in a leap year: not on the 28th', '2024-02-29', '2028-02-28T12:00', 47],
    ['a leap day, in a leap year: on the 29th', '2024-02-29', '2028-02-29T12:00', 48],
    ['over a century', '1924-11-24', '2026-11-24T12:00', 102 * 12],
  ])('%s', (_name, born, now, months) => {
    expect(ageInMonths(born, local(now))).toBe(months);
  });

  it('never goes down, and grows by at most one month a day', () => {
    const days = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(days, days, (born, later) => {
        const birth = DateTime.fromISO('1920-01-01', { zone: REGION_TIME_ZONE }).plus({ days: born });
        const today = birth.plus({ days: later, hours: 12 });
        const age = ageInMonths(birth.toISODate() ?? '', today.toJSDate());
        const tomorrow = ageInMonths(birth.toISODate() ?? '', today.plus({ days: 1 }).toJSDate());
        return tomorrow === age || tomorrow === age + 1;
      }),
    );
  });
});

describe('ageInYears', () => {
  it('turns on the birthday', () => {
    expect(ageInYears('1991-11-24', local('2026-11-23T23:00'))).toBe(34);
    expect(ageInYears('1991-11-24', local('2026-11-24T00:00'))).toBe(35);
  });
});
