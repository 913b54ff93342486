import fc from 'fast-check';
import { expectedWait } from './expected-wait.js';

const minutes = (...values: number[]) => values.map((value) => value * 60_000);

describe('the expected wait', () => {
  it.each([
    ['nothing known', [], null],
    ['too few to be honest', minutes(1, 2, 3, 4), null],
    ['all alike', minutes(3, 3, 3, 3, 3), { fromMinutes: 3, toMinutes: 3 }],
    ['a long tail is in it', minutes(2, 2, 2, 2, 2, 2, 2, 2, 2, 40), { fromMinutes: 2, toMinutes: 2 }],
    ['two in ten are slow', minutes(2, 2, 2, 2, 2, 2, 2, 2, 38, 40), { fromMinutes: 2, toMinutes: 40 }],
    ['in fives past five minutes', minutes(7, 8, 12, 13, 21), { fromMinutes: 10, toMinutes: 25 }],
    ['in quarters past the hour', minutes(61, 62, 63, 64, 100), { fromMinutes: 75, toMinutes: 105 }],
    ['never "0 minutes"', [0, 10, 20, 30, 40], { fromMinutes: 1, toMinutes: 1 }],
  ])('%s', (_name, waits, expected) => {
    expect(expectedWait(waits)).toEqual(expected);
  });

  it('holds at least eight in ten of the waits it was made from', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 86_400_000 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(waits, (values) => {
        const range = expectedWait(values);
        const within = values.filter((value) => value <= (range?.toMinutes ?? 0) * 60_000);
        expect(within.length / values.length).toBeGreaterThanOrEqual(0.8);
      }),
      { seed: 1 },
    );
  });
});
