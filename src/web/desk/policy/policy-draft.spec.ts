import type { PolicyDocument, PolicyView } from '../../../contracts/index.js';
import {
  faultAt,
  faultsByPath,
  faultsOutside,
  freeId,
  isSame,
  slugOf,
  splitMinutes,
  typedNumber,
  withOverflow,
  withUnitRule,
} from './policy-draft.js';

const rule = { afterMinutes: 30, gainMinutes: 20 };
const POLICY = {
  targetMinutes: { 1: 5, 2: 15, 3: 120, 4: 1440, 5: 4320 },
  overflow: { 1: rule, 2: rule, 3: rule, 4: rule, 5: rule },
  agreements: [{ id: 'agreement-1', from: 'all-clinics', to: 'hotline', when: 'closed', urgencies: [1] }],
  cooperations: [{ id: 'agreement-2', units: ['a', 'b'], when: 'busy', urgencies: [3] }],
  units: { a: { takesOverflow: false } },
} as unknown as PolicyDocument;
const UNITS = [
  { slug: 'a', name: 'A', kind: 'clinic', competences: ['nurse'] },
  { slug: '1177', name: '1177', kind: 'hotline', competences: ['nurse'] },
] as PolicyView['units'];

it.each([
  [0, '0 minutes'],
  [0.5, '0.5 minutes'],
  [15, '15 minutes'],
  [60, '1 hoursOfTime'],
  [90, '90 minutes'],
  [1440, '1 days'],
  [2160, '36 hoursOfTime'],
  [4320, '3 days'],
])('%s minutes are read as %s', (minutes, said) => {
  const { amount, unit } = splitMinutes(minutes);
  expect(`${amount} ${unit}`).toBe(said);
});

it.each([
  ['15', 15],
  [' 0,5 ', 0.5],
  ['0.5', 0.5],
  ['', Number.NaN],
  ['-1', Number.NaN],
  ['1e9', Number.NaN],
  ['tio', Number.NaN],
])('"%s" is typed for %s', (typed, number) => {
  expect(typedNumber(typed)).toBe(number);
});

it('finds the hotline by its kind, and others by their names', () => {
  expect([slugOf('hotline', UNITS), slugOf('a', UNITS), slugOf('gone', UNITS)]).toEqual([
    '1177',
    'a',
    'gone',
  ]);
});

it('gives a new agreement a name that none has', () => {
  expect([freeId('agreement', POLICY), freeId('cooperation', POLICY)]).toEqual([
    'agreement-3',
    'cooperation-1',
  ]);
});

describe('a unit’s own rules', () => {
  it('hold what differs, and are gone when nothing does', () => {
    const more = withUnitRule(POLICY, 'a', { targetMinutes: { 3: 60 } });
    expect(more.units).toEqual({ a: { takesOverflow: false, targetMinutes: { 3: 60 } } });
    const less = withUnitRule(more, 'a', { targetMinutes: {}, takesOverflow: true });
    expect(less.units).toEqual({});
    expect(withUnitRule(POLICY, 'b', { takesOverflow: false }).units).toMatchObject({
      b: { takesOverflow: false },
    });
  });

  it('have both limits of overflow or none', () => {
    const own = withOverflow(undefined, POLICY.overflow, 3, { afterMinutes: 10 });
    expect(own).toEqual({ 3: { afterMinutes: 10, gainMinutes: 20 } });
    expect(withOverflow(own, POLICY.overflow, 3, { gainMinutes: 5 })).toEqual({
      3: { afterMinutes: 10, gainMinutes: 5 },
    });
    expect(withOverflow(own, POLICY.overflow, 3, { afterMinutes: undefined })).toEqual({});
  });
});

describe('faults', () => {
  const faults = faultsByPath([
    { field: 'document.agreements.1.to', message: '', code: 'circle', about: ['a', 'b', 'a'] },
    { field: 'document.agreements.1.from.0', message: '', code: 'unknown-unit', about: ['x'] },
    { field: 'document.targetMinutes.3', message: '' },
  ]);

  it('are found at their path and at what holds it', () => {
    expect(faultAt(faults, 'agreements.1.to')?.about).toEqual(['a', 'b', 'a']);
    expect(faultAt(faults, 'agreements.1.from')?.code).toBe('unknown-unit');
    expect(faultAt(faults, 'targetMinutes.3')?.code).toBe('shape');
    expect(faultAt(faults, 'agreements.0')).toBeUndefined();
  });

  it('go with the part that is changed', () => {
    expect([...faultsOutside(faults, ['agreements']).keys()]).toEqual(['targetMinutes.3']);
  });
});

it('documents are the same whatever the order of their fields', () => {
  const { units, ...rest } = POLICY;
  expect(isSame(POLICY, { units, ...rest })).toBe(true);
  expect(isSame(POLICY, { ...POLICY, units: { a: { takesOverflow: false, overflow: undefined } } })).toBe(
    true,
  );
  expect(isSame(POLICY, { ...POLICY, units: {} })).toBe(false);
});
