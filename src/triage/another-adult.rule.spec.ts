import { mayBeTheAdult } from './another-adult.rule.js';

const YEARS = 12;

describe('who may be the other adult that a case is about', () => {
  it.each([
    ['somebody of that age', 'adult', 81, 81, true],
    ['somebody of whose age the relative was not sure', 'adult', 80, 86, true],
    ['the daughter who wrote', 'adult', 81, 35, false],
    ['a parent who wrote for a son of 17', 'adult', 17, 48, false],
    ['whoever writes for themselves', 'me', 81, 35, true],
    ['a child, whose age is known anyhow', 'child', 12, 3, true],
  ] as const)('%s', (_who, about, stated, real, may) => {
    expect(mayBeTheAdult({ about, patientAgeMonths: stated * YEARS }, real * YEARS)).toBe(may);
  });
});
