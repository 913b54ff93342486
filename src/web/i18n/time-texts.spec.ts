import { timeTexts } from './time-texts.js';

// Tuesday 24 November 2026, 19.20 in Sweden.
const now = () => new Date('2026-11-24T18:20:00.000Z');
const sv = timeTexts('sv', now);
const en = timeTexts('en', now);

describe('timeTexts', () => {
  it.each([
    ['2026-11-24T18:50:00.000Z', 'i dag 19.50', 'today 19:50'],
    ['2026-11-25T07:00:00.000Z', 'i morgon 08.00', 'tomorrow 08:00'],
    ['2026-11-23T18:05:00.000Z', 'i går 19.05', 'yesterday 19:05'],
    ['2026-11-26T13:20:00.000Z', 'torsdag 26 november 14.20', 'Thursday 26 November 14:20'],
    ['2027-01-04T08:00:00.000Z', 'måndag 4 januari 2027 09.00', 'Monday 4 January 2027 09:00'],
  ])('says the moment %s', (at, swedish, english) => {
    expect(sv.moment(at)).toBe(swedish);
    expect(en.moment(at)).toBe(english);
  });

  it('goes by the calendar of Sweden, also just after midnight and over daylight saving', () => {
    expect(sv.dayKey('2026-11-24T23:30:00.000Z')).toBe('2026-11-25');
    expect(sv.moment('2026-11-24T23:30:00.000Z')).toBe('i morgon 00.30');
    const spring = timeTexts('sv', () => new Date('2027-03-27T22:30:00.000Z'));
    expect(spring.moment('2027-03-28T01:30:00.000Z')).toBe('i morgon 03.30');
  });

  it.each([
    ['2026-11-24T18:30:00.000Z', 'om 10 minuter', 'in 10 minutes'],
    ['2026-11-24T18:20:20.000Z', 'nu', 'now'],
    ['2026-11-24T16:20:00.000Z', 'för 2 timmar sedan', '2 hours ago'],
    ['2026-11-27T18:20:00.000Z', 'om 3 dagar', 'in 3 days'],
  ])('says how far off %s is', (at, swedish, english) => {
    expect(sv.relative(at)).toBe(swedish);
    expect(en.relative(at)).toBe(english);
  });

  it('says the day in full', () => {
    expect(sv.day('2026-11-24T18:50:00.000Z')).toBe('i dag, tisdag 24 november');
    expect(sv.day('2026-11-26T13:20:00.000Z')).toBe('torsdag 26 november');
  });

  it.each([
    [1, '1 minut'],
    [10, '10 minuter'],
    [60, '1 timme'],
    [90, '1 timme och 30 minuter'],
    [120, '2 timmar'],
  ])('says %d minutes', (minutes, words) => {
    expect(sv.duration(minutes).replaceAll('\u00a0', ' ')).toBe(words);
  });
});
