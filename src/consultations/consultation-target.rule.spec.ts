import fc from 'fast-check';
import { answerDueAt } from './consultation-target.rule.js';

const NOON = new Date('2026-11-24T11:00:00Z');
const WHEN = fc.date({ min: new Date('2026-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const MINUTES = fc.integer({ min: 1, max: 20_000 });

describe('when an answer to a consultation is wanted', () => {
  it.each([
    [5, 2.5],
    [15, 7.5],
    [120, 60],
  ] as const)('a target of %s minutes: within %s', (target, minutes) => {
    expect(answerDueAt(target, NOON).getTime() - NOON.getTime()).toBe(minutes * 60_000);
  });

  it('is always before the target itself, and never later where the target is shorter', () => {
    fc.assert(
      fc.property(MINUTES, MINUTES, WHEN, (a, b, from) => {
        expect(answerDueAt(a, from).getTime()).toBeLessThan(from.getTime() + a * 60_000);
        if (a <= b) expect(answerDueAt(a, from) <= answerDueAt(b, from)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});
