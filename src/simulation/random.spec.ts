import fc from 'fast-check';
import { EventHeap } from './event-heap.js';
import { Picker, Random } from './random.js';

const COUNT = 50_000;
const draws = (draw: (random: Random) => number, seed = 7) => {
  const random = new Random(seed, 'test');
  return Array.from({ length: COUNT }, () => draw(random));
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

describe('chance', () => {
  it('is the same for the same seed and stream, and another for another', () => {
    const first = (seed: number, stream: string) => new Random(seed, stream).next();
    expect(first(1, 'a')).toBe(first(1, 'a'));
    expect(new Set([first(1, 'a'), first(2, 'a'), first(1, 'b'), first(2, 'b')]).size).toBe(4);
  });

  it('is uniform, exponential, normal and log-normal', () => {
    const uniform = draws((random) => random.next());
    expect(Math.min(...uniform.slice(0, 9_999))).toBeGreaterThanOrEqual(0);
    expect(mean(uniform)).toBeCloseTo(0.5, 1);
    expect(deviation(uniform)).toBeCloseTo(Math.sqrt(1 / 12), 2);
    expect(mean(draws((random) => random.exponential()))).toBeCloseTo(1, 1);
    expect(deviation(draws((random) => random.exponential()))).toBeCloseTo(1, 1);
    expect(mean(draws((random) => random.normal()))).toBeCloseTo(0, 1);
    expect(deviation(draws((random) => random.normal()))).toBeCloseTo(1, 1);
    const handling = draws((random) => random.logNormal(10, 0.7));
    expect(mean(handling) / 10).toBeCloseTo(1, 1);
    expect(deviation(handling) / 7).toBeCloseTo(1, 1);
  });

  it('picks by weight, never what has none', () => {
    const picker = new Picker([0, 3, 0, 1]);
    const picked = draws((random) => picker.pick(random));
    expect(new Set(picked)).toEqual(new Set([1, 3]));
    expect(picked.filter((index) => index === 3).length / COUNT).toBeCloseTo(0.25, 1);
  });
});

describe('events', () => {
  it('come by time, those of one instant as they were added', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
        const heap = new EventHeap<number>();
        times.forEach((time, index) => {
          heap.push(time, index);
        });
        const order = times
          .map((_, index) => index)
          .sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
        expect(times.map(() => heap.pop())).toEqual(order);
        expect(heap.size).toBe(0);
      }),
      { seed: 20261124 },
    );
  });
});
