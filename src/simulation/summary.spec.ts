import { estimate, summarise } from './summary.js';

describe('figures of several runs', () => {
  it('are their mean with a 95 % interval by Student’s t', () => {
    const { value, margin } = estimate([1, 2, 3, 4, 5]);
    expect(value).toBe(3);
    expect(margin).toBeCloseTo(1.9632, 3);
    const twenty = estimate(Array.from({ length: 20 }, (_, index) => index));
    expect(twenty.margin).toBeCloseTo((2.093 * 5.9161) / Math.sqrt(20), 2);
  });

  it('have no interval for one run, and none at all where no run has one', () => {
    expect(summarise([{ a: 1, b: null, name: 'x', list: [{ c: 2 }] }])).toEqual({
      a: { value: 1, margin: null },
      b: null,
      name: 'x',
      list: [{ c: { value: 2, margin: null } }],
    });
  });
});
