import type { Urgency } from '../contracts/index.js';
import { goneSince, type Hearing, hearingAfter, hearsDesks, holdMinutes } from './hold.rule.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);

describe('who holds a case', () => {
  it.each<[string, Date | null, Date | null, Date | null]>([
    ['has just claimed it, without a desk', ago(1), null, null],
    ['was seen lately', ago(600), ago(59), null],
    ['missed three signs of life', ago(600), ago(60), ago(60)],
    ['was seen before the claim only', ago(90), ago(600), ago(90)],
  ])('%s', (_who, claimedAt, lastSeenAt, expected) => {
    expect(goneSince({ claimedAt, lastSeenAt }, NOW)).toEqual(expected);
  });

  it.each<[Urgency, number, number]>([
    [1, 10, 2],
    [2, 10, 2],
    [3, 10, 10],
    [5, 10, 10],
    [2, 1, 1],
  ])('loses a case of urgency %i, where %i minutes are allowed, after %i', (urgency, allowed, expected) => {
    expect(holdMinutes(urgency, allowed)).toBe(expected);
  });
});

describe('a silence of our own', () => {
  /** Rounds at these seconds: whether desks may be judged after the last one. */
  const after = (...seconds: number[]) => {
    const at = (second: number) => new Date(NOW.getTime() + second * 1_000);
    const hearing = seconds.reduce<Hearing | null>(
      (before, second) => hearingAfter(before, at(second)),
      null,
    );
    return hearing !== null && hearsDesks(hearing);
  };
  const steady = (from: number, to: number) =>
    Array.from({ length: (to - from) / 10 + 1 }, (_, index) => from + index * 10);

  it.each<[string, number[], boolean]>([
    ['just started', [0], false],
    ['started less than a minute ago', steady(0, 50), false],
    ['heard for a minute', steady(0, 60), true],
    ['a round that failed', [...steady(0, 60), 80], true],
    ['an outage, and the first round after it', [...steady(0, 60), 600], false],
    ['an outage, and a minute after it', [...steady(0, 60), ...steady(600, 660)], true],
    ['a clock put back', [...steady(600, 660), 0], false],
  ])('%s', (_what, rounds, expected) => {
    expect(after(...rounds)).toBe(expected);
  });
});
