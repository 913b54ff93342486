import { sayableRange } from './expected-wait.js';

const NOW = new Date('2026-11-24T14:30:00Z');
const CLOSES = '2026-11-24T15:00:00.000Z';

it.each([
  ['never "0 minutes"', 0, 0, 1, 5],
  ['single minutes to five', 2.2, 4.1, 3, 5],
  ['fives to an hour', 6.5, 41, 10, 45],
  ['then quarters', 61, 118, 75, 120],
])('the expected wait is said in steps a person would say: %s', (_name, from, to, saidFrom, saidTo) => {
  const said = sayableRange({ meanMinutes: (from + to) / 2, fromMinutes: from, toMinutes: to }, NOW, null);
  expect(said).toEqual({ fromMinutes: saidFrom, toMinutes: saidTo, closesAt: null });
});

it.each([
  [12, CLOSES, null],
  [30, CLOSES, null],
  [31, CLOSES, CLOSES],
  [300, null, null],
])('the closing is said when the wait may not end before it: %i minutes', (toMinutes, closesAt, said) => {
  const wait = { meanMinutes: toMinutes / 2, fromMinutes: 1, toMinutes };
  expect(sayableRange(wait, NOW, closesAt).closesAt).toBe(said);
});
