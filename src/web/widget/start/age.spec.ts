import type { SignedInResident } from '../../../contracts/index.js';
import { asksMonths, isAgeAsked, readAge } from './age.js';

describe('readAge', () => {
  it.each([
    ['me', '35', '', 420],
    ['me', ' 0 ', '', 0],
    ['me', '120', '', 1440],
    ['me', '٣٥', '', 420],
    ['me', '３５', '', 420],
    ['child', '१', '٢', 14],
    ['child', '0', '9', 9],
    ['child', '1', '0', 12],
    ['child', '2', '', 24],
    ['adult', '13', '', 156],
    ['adult', '84', '', 1008],
  ] as const)('%s, %j years and %j months', (about, years, months, expected) => {
    expect(readAge(about, { years, months })).toEqual({ ok: true, months: expected });
  });

  it.each([
    ['me', '', '', 'years'],
    ['me', '121', '', 'years'],
    ['me', '-1', '', 'years'],
    ['me', '3,5', '', 'years'],
    ['child', 'nio', '', 'years'],
    ['child', '0', '', 'months'],
    ['child', '1', '12', 'months'],
    ['adult', '12', '', 'years'],
  ] as const)('%s, %j years and %j months is wrong in %s', (about, years, months, field) => {
    expect(readAge(about, { years, months })).toEqual({ ok: false, field });
  });

  it('asks for months only of a child under two', () => {
    expect(asksMonths('child', { years: '1', months: '' })).toBe(true);
    expect(asksMonths('child', { years: '2', months: '' })).toBe(false);
    expect(asksMonths('me', { years: '1', months: '' })).toBe(false);
  });
});

it.each([
  ['somebody not signed in', 'me', null, true],
  ['another grown-up', 'adult', { ageKnown: true }, true],
  ['a number that says it', 'me', { ageKnown: true }, false],
  ['a number that does not', 'me', { ageKnown: false }, true],
  ['a session from before that was known', 'me', {}, false],
] as const)('the age is asked for, or not, of %s', (_what, about, person, expected) => {
  expect(isAgeAsked(about, person as SignedInResident | null)).toBe(expected);
});
