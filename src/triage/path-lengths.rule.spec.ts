import { medianAsked, tooManyAsked } from './path-lengths.rule.js';

describe('how many questions described patients are asked', () => {
  it.each([
    [[], 0],
    [[5], 5],
    [[9, 2, 4], 4],
    [[14, 3, 8, 7], 8],
  ])('%j: %i in the middle', (asked, median) => {
    expect(medianAsked(asked)).toBe(median);
  });

  it.each([
    ['flow', 8, null],
    ['flow', 9, 'asked 9 questions (median); at most 8'],
    ['all', 7, null],
    ['all', 8, 'asked 8 questions (median); at most 7'],
  ] as const)('of one %s %i is said: %s', (of, median, said) => {
    expect(tooManyAsked(median, of)).toEqual(said && expect.stringContaining(said));
  });
});
