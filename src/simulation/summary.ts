import type { Estimate, Summary } from '../contracts/index.js';

/**
 * Puts the figures of several runs together, number by number: the mean and its 95 % confidence interval by Student's t,
 * taking the seeds as independent.
 * @throws Error without any run
 */
export function summarise<T extends object>(runs: readonly T[]): Summary<T> {
  const [first] = runs;
  if (!first) throw new Error('There is no run to sum up');
  return merge(runs) as Summary<T>;
}

function merge(values: readonly unknown[]): unknown {
  const known = values.filter((value) => value !== null);
  const [first] = known;
  if (first === undefined) return null;
  if (typeof first === 'number') return estimate(known as number[]);
  if (typeof first === 'string') return first;
  if (Array.isArray(first))
    return first.map((_, index) => merge(known.map((value) => (value as unknown[])[index])));
  const keys = Object.keys(first as object);
  return Object.fromEntries(
    keys.map((key) => [key, merge(known.map((value) => (value as Record<string, unknown>)[key]))]),
  );
}

/** Mean and the half-width of its 95 % confidence interval. */
export function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n < 2) return { value: mean, margin: null };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { value: mean, margin: studentT(n - 1) * Math.sqrt(variance / n) };
}

/** The 97.5th percentile of Student's t, by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5). */
function studentT(freedom: number): number {
  const known = EXACT[freedom - 1];
  if (known !== undefined) return known;
  const z = 1.959964;
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + g1 / freedom + g2 / freedom ** 2 + g3 / freedom ** 3;
}

/** For few seeds, where the expansion is too coarse. */
const EXACT = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706];
