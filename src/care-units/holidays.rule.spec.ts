import { calendarDay, easterSunday } from './holidays.rule.js';
import { isoDate, parseDay, weekdayOf } from './local-days.js';

function told(date: string): string {
  const { holiday, eve } = calendarDay(parseDay(date) ?? Number.NaN);
  return [holiday?.sv, eve].filter(Boolean).join(', ');
}

describe('easterSunday', () => {
  it.each([
    '1818-03-22', // the earliest there is
    '1943-04-25', // the latest
    '2000-04-23',
    '2008-03-23',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2038-04-25',
  ])('%s', (date) => {
    expect(isoDate(easterSunday(Number(date.slice(0, 4))))).toBe(date);
  });

  it('is a Sunday from 22 March to 25 April in every year of four centuries', () => {
    for (let year = 1900; year < 2300; year += 1) {
      const easter = easterSunday(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(isoDate(easter) >= `${year}-03-22` && isoDate(easter) <= `${year}-04-25`).toBe(true);
    }
  });
});

describe('calendarDay', () => {
  it.each([
    ['2026-01-01', 'nyårsdagen'],
    ['2026-01-05', 'twelfth-night'],
    ['2026-01-06', 'trettondedag jul'],
    ['2026-04-02', 'maundy-thursday'],
    ['2026-04-03', 'långfredagen'],
    ['2026-04-04', 'easter-eve'],
    ['2026-04-05', 'påskdagen'],
    ['2026-04-06', 'annandag påsk'],
    ['2026-04-30', 'walpurgis-night'],
    ['2026-05-01', 'första maj'],
    ['2026-05-13', 'ascension-eve'],
    ['2026-05-14', 'Kristi himmelsfärdsdag'],
    ['2026-05-23', 'whitsun-eve'],
    ['2026-05-24', 'pingstdagen'],
    ['2026-06-05', 'national-day-eve'],
    ['2026-06-06', 'nationaldagen'],
    ['2026-06-19', 'midsummers-eve'],
    ['2026-06-20', 'midsommardagen'],
    ['2026-10-30', 'all-saints-eve'],
    ['2026-10-31', 'alla helgons dag'],
    ['2026-12-24', 'christmas-eve'],
    ['2026-12-25', 'juldagen'],
    ['2026-12-26', 'annandag jul'],
    ['2026-12-31', 'new-years-eve'],
    ['2027-06-25', 'midsummers-eve'],
    ['2027-11-06', 'alla helgons dag'],
    ['2008-05-01', 'första maj'], // also Ascension Day
    ['2044-06-05', 'pingstdagen, national-day-eve'],
    ['2026-11-24', ''],
    ['2026-11-29', ''], // a plain Sunday
  ])('%s is %s', (date, expected) => {
    expect(told(date)).toBe(expected);
  });

  it('has thirteen holidays and eleven eves a year, unless two fall on one day', () => {
    const days = Array.from({ length: 365 }, (_, ahead) =>
      calendarDay((parseDay('2026-01-01') ?? 0) + ahead),
    );
    expect(days.filter(({ holiday }) => holiday)).toHaveLength(13);
    expect(days.filter(({ eve }) => eve)).toHaveLength(11);
  });
});
