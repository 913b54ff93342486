import fc from 'fast-check';
import type { Agreement, PolicyDocument } from '../../../contracts/index.js';
import { isSame } from './policy-draft.js';
import { carriedOver, differences } from './policy-merge.js';

const limit = (minutes: number) => ({ afterMinutes: minutes, gainMinutes: minutes });
const agreement = (id: string, to: string) =>
  ({ id, from: 'all-clinics', to, when: 'closed', urgencies: [1] }) as Agreement;
const BASE: PolicyDocument = {
  targetMinutes: { 1: 5, 2: 15, 3: 120, 4: 1440, 5: 4320 },
  overflow: { 1: limit(1), 2: limit(2), 3: limit(3), 4: limit(4), 5: limit(5) },
  agreements: [agreement('agreement-1', 'hotline'), agreement('agreement-2', 'b')],
  cooperations: [],
  standIns: { nurse: ['physician'] },
  moves: { most: 2, gainMinutes: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 } },
  quietHours: { from: '22:00', to: '06:00', urgencies: [4] },
  casesAtOnce: 3,
  absentMinutes: 30,
  withoutHome: 'hotline',
  catchAll: { unit: 'hotline', competence: 'nurse' },
  units: { a: { takesOverflow: false } },
};

describe('a draft that another version has overtaken', () => {
  it('tells who has changed what', () => {
    const theirs = { ...BASE, casesAtOnce: 4, withoutHome: 'a', units: {} };
    const mine = {
      ...BASE,
      casesAtOnce: 5,
      withoutHome: 'a',
      targetMinutes: { ...BASE.targetMinutes, 3: 60 },
    };
    expect(differences(BASE, theirs, mine).map(({ path, by }) => [path, by])).toEqual([
      ['target.3', 'me'],
      ['cases-at-once.', 'both'],
      ['unit.a', 'other'],
    ]);
  });

  it('is carried onto it, part by part; of what both changed the draft’s stays, or the newest’s', () => {
    const theirs = { ...BASE, casesAtOnce: 4, units: { b: { takesOverflow: false } } };
    const mine = {
      ...BASE,
      casesAtOnce: 5,
      agreements: [agreement('agreement-1', 'c')],
      standIns: {},
      quietHours: null,
    };
    const expected = {
      ...BASE,
      agreements: [agreement('agreement-1', 'c')],
      standIns: {},
      quietHours: null,
      units: { b: { takesOverflow: false } },
    };
    expect(carriedOver(BASE, theirs, mine)).toEqual({ ...expected, casesAtOnce: 5 });
    expect(carriedOver(BASE, theirs, mine, new Set(['cases-at-once.']))).toEqual({
      ...expected,
      casesAtOnce: 4,
    });
  });

  it('keeps two new agreements apart that got the same name', () => {
    const theirs = { ...BASE, agreements: [...BASE.agreements, agreement('agreement-3', 'x')] };
    const mine = { ...BASE, agreements: [...BASE.agreements, agreement('agreement-3', 'y')] };
    const both = carriedOver(BASE, theirs, mine).agreements;
    expect(both.map(({ id, to }) => [id, to]).slice(2)).toEqual([
      ['agreement-3', 'x'],
      ['agreement-4', 'y'],
    ]);
  });

  const some = <T>(values: readonly T[]) => fc.constantFrom(...values);
  const policy = fc
    .record({
      casesAtOnce: some([2, 3, 4]),
      three: some([60, 120]),
      agreements: some<readonly Agreement[]>([
        BASE.agreements,
        [],
        [agreement('agreement-1', 'c')],
        [...BASE.agreements, agreement('agreement-3', 'x')],
      ]),
      units: some<PolicyDocument['units']>([BASE.units, {}, { b: { takesOverflow: false } }]),
      quietHours: some([BASE.quietHours, null]),
    })
    .map(
      ({ three, ...rest }): PolicyDocument => ({
        ...BASE,
        ...rest,
        targetMinutes: { ...BASE.targetMinutes, 3: three },
      }),
    );

  it('loses nothing: where one has changed nothing it becomes the other, and what both say alike is not asked', () => {
    fc.assert(
      fc.property(policy, policy, policy, (base, theirs, mine) => {
        expect(isSame(carriedOver(base, base, mine), mine)).toBe(true);
        expect(isSame(carriedOver(base, theirs, base), theirs)).toBe(true);
        expect(differences(base, mine, mine)).toEqual([]);
        const all = differences(base, theirs, mine);
        const carried = carriedOver(base, theirs, mine);
        // A new agreement whose name was taken has another one.
        const left = differences(base, carried, mine).filter(({ path }) => !path.startsWith('agreement.'));
        expect(left.filter(({ by }) => by !== 'other')).toEqual([]);
        const kept = new Set(all.filter(({ by }) => by === 'both').map(({ path }) => path));
        const given = carriedOver(base, theirs, mine, kept);
        expect(differences(base, theirs, given).filter(({ by }) => by !== 'me')).toEqual([]);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
