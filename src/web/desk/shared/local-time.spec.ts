import { fromLocal, normalTime, toLocal } from './local-time.js';

describe('a time by the Swedish wall clock', () => {
  it.each([
    ['2026-11-24T12:00', '2026-11-24T11:00:00.000Z'],
    ['2026-06-24T12:00', '2026-06-24T10:00:00.000Z'],
    ['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-12-31T23:59', '2026-12-31T22:59:00.000Z'],
  ])('%s is %s and back', (local, instant) => {
    const [date = '', time = ''] = local.split('T');
    expect(fromLocal(date, time)).toBe(instant);
    expect(toLocal(instant)).toEqual({ date, time });
  });

  it('that spring skips is the same time after the leap', () => {
    expect(fromLocal('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  it.each([
    ['', ''],
    ['2026-11-24', ''],
    ['', '12:00'],
    ['2026-11-24', '25:00'],
    ['2026-11-24', '8'],
    ['soon', 'later'],
  ])('is none in %j %j', (date, time) => {
    expect(fromLocal(date, time)).toBeNull();
  });
});

describe('normalTime', () => {
  it.each([
    ['8', '08:00'],
    ['08', '08:00'],
    ['8.30', '08:30'],
    ['8:05', '08:05'],
    ['830', '08:30'],
    ['0830', '08:30'],
    [' 16:00 ', '16:00'],
    ['24:00', '24:00'],
    ['8:5', '8:5'],
    ['åtta', 'åtta'],
    ['', ''],
  ])('%j is %j', (typed, time) => {
    expect(normalTime(typed)).toBe(time);
  });
});
