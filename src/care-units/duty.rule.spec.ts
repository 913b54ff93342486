import { isOnDuty } from './duty.rule.js';

const NOW = new Date('2026-11-24T12:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);

describe('isOnDuty', () => {
  it.each<[string, Date | null, 'unit' | 'region' | null, boolean]>([
    ['has just been seen', NOW, null, true],
    ['missed two signs of life', ago(59_999), null, true],
    ['missed three', ago(60_000), null, false],
    ['was never there', null, null, false],
    ['seen by a clock that is a little ahead', ago(-5_000), null, true],
    ['manages the unit', NOW, 'unit', false],
    ['manages the region', NOW, 'region', false],
  ])('someone who %s', (_who, lastSeenAt, manages, expected) => {
    expect(isOnDuty({ lastSeenAt, manages }, NOW)).toBe(expected);
  });
});
