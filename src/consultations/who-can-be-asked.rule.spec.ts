import { type AskedColleague, faultOfAsking } from './who-can-be-asked.rule.js';

const anna = { commissionId: 'anna-herrgardet', staffId: 'anna' };
const units = [
  { id: 'herrgardet', name: 'Herrgärdet', competences: ['nurse', 'physician'] as const, isOpen: true },
  { id: 'barn', name: 'Barnmottagningen', competences: ['child-nurse', 'physician'] as const, isOpen: true },
  { id: 'kungsor', name: 'Kungsör', competences: ['nurse', 'physician'] as const, isOpen: false },
];
const jonas: AskedColleague = {
  commissionId: 'jonas',
  staffId: 'jonas',
  unitId: 'barn',
  role: 'child-nurse',
  isOnDuty: true,
};
const ask = (
  unitId: string,
  competence: 'nurse' | 'child-nurse' | 'physician',
  colleague?: AskedColleague | null,
) => faultOfAsking({ unitId, competence, colleague }, anna, units);

describe('who can be consulted', () => {
  it('a competence that an open unit has', () => {
    expect(ask('barn', 'child-nurse', null)).toBeNull();
    expect(ask('herrgardet', 'physician', null)).toBeNull();
  });

  it.each([
    ['a unit that is not there', ask('nowhere', 'nurse', null), 'unitId', 'unknown', ['Herrgärdet']],
    [
      'a closed one',
      ask('kungsor', 'physician', null),
      'unitId',
      'closed',
      ['Herrgärdet', 'Barnmottagningen'],
    ],
    ['one without it', ask('barn', 'nurse', null), 'competence', 'lacks-competence', ['Herrgärdet']],
  ])('not %s; those that are open are offered', (_what, fault, field, why, names) => {
    expect(fault).toMatchObject({ field, why });
    expect(fault?.instead.map(({ name }) => name)).toEqual(names);
  });

  it('a colleague with an open desk, also when the unit has closed', () => {
    expect(ask('barn', 'child-nurse', jonas)).toBeNull();
    const late = { ...jonas, unitId: 'kungsor', role: 'nurse' as const };
    expect(ask('kungsor', 'nurse', late)).toBeNull();
  });

  it.each([
    ['unknown', undefined, 'unknown'],
    ['off duty', { ...jonas, isOnDuty: false }, 'off-duty'],
    ['of another unit', { ...jonas, unitId: 'kungsor' }, 'not-there'],
    ['of another role', { ...jonas, role: 'physician' as const }, 'not-there'],
    ['oneself, in another commission', { ...jonas, staffId: 'anna' }, 'oneself'],
  ])('not a colleague who is %s', (_what, colleague, why) => {
    expect(ask('barn', 'child-nurse', colleague)).toMatchObject({ field: 'commissionId', why });
  });
});
