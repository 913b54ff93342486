import { judge, scoreOf, shareOf } from './vignette-score.js';

describe('judging a described patient', () => {
  it.each([
    ['today', [], 'today', 'agrees'],
    ['today', [], 'days', 'under'],
    ['today', [], 'now', 'over'],
    ['today', ['now'], 'now', 'agrees'],
    ['emergency-department', ['today'], 'now', 'agrees'],
    ['self-care', [], 'can-wait', 'over'],
    ['days', [], 'can-wait', 'agrees'],
    ['emergency-call', ['emergency-department'], 'now', 'under'],
  ] as const)('right is %s (or %s), it led to %s: %s', (right, accept, got, verdict) => {
    expect(judge({ right, accept, got })).toBe(verdict);
  });

  it('counts agreement, under- and over-triage apart', () => {
    const one = { id: 'v-1', chapter: 'skin', reason: 'wart', accept: [] };
    const score = scoreOf([
      { ...one, right: 'days', got: 'days' },
      { ...one, right: 'days', got: 'self-care' },
      { ...one, right: 'self-care', got: 'days' },
      { ...one, right: 'self-care', got: 'self-care' },
    ]);
    expect([score.agrees.count, score.under.count, score.over.count]).toEqual([2, 1, 1]);
  });
});

describe('an interval of Wilson', () => {
  it.each([
    [0, 10, 0, 0.278],
    [9, 10, 0.596, 0.982],
    [51, 100, 0.413, 0.606],
  ])('%i of %i lies between %f and %f', (count, of, low, high) => {
    const share = shareOf(count, of);
    expect(share.low).toBeCloseTo(low, 2);
    expect(share.high).toBeCloseTo(high, 2);
  });

  it('says nothing of nobody', () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, low: 0, high: 1 });
  });
});
