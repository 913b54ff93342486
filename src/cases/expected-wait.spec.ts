import { sayableRange } from './expected-wait.js';

it.each([
  ['never "0 minutes"', 0, 0, 1, 5],
  ['single minutes to five', 2.2, 4.1, 3, 5],
  ['fives to an hour', 6.5, 41, 10, 45],
  ['then quarters', 61, 118, 75, 120],
])('the expected wait is said in steps a person would say: %s', (_name, from, to, saidFrom, saidTo) => {
  const said = sayableRange({ meanMinutes: (from + to) / 2, fromMinutes: from, toMinutes: to });
  expect(said).toEqual({ fromMinutes: saidFrom, toMinutes: saidTo });
});
