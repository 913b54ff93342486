import { COMPETENCES, MANAGES } from '../contracts/index.js';
import type { IdentityNumber } from '../residents/identity-number.js';
import { describedPerson, mayOpenForCallers } from './caller.rule.js';

const NOW = new Date('2026-11-24T09:00:00Z');
const staff = { kind: 'commission', commissionId: 'eva', unitId: 'hotline' } as const;

describe('who opens cases for those who ring', () => {
  it('is everybody in care, and neither administration nor who manages', () => {
    const may = COMPETENCES.filter((role) => mayOpenForCallers({ ...staff, role, manages: null }));
    expect(may).toEqual(COMPETENCES.filter((role) => role !== 'administrator'));
    for (const manages of MANAGES)
      expect(mayOpenForCallers({ ...staff, role: 'nurse', manages })).toBe(false);
  });
});

describe('somebody whom the register does not have', () => {
  const number: IdentityNumber = {
    kind: 'reserve-number',
    number: '00000000AB20',
    birthDate: null,
    sex: 'female',
  };
  const said = { givenName: ' Ida ', familyName: 'Ny', birthDate: '1990-02-28' };

  it('is kept as described; a date of birth that the number says goes before what was said', () => {
    const person = {
      identityKind: 'reserve-number',
      identityNumber: '00000000AB20',
      givenName: 'Ida',
      familyName: 'Ny',
      birthDate: '1990-02-28',
      sex: 'female',
    };
    expect(describedPerson(said, number, NOW)).toEqual({ ok: true, person });
    expect(describedPerson(said, { ...number, birthDate: '1991-03-01' }, NOW)).toEqual({
      ok: true,
      person: { ...person, birthDate: '1991-03-01' },
    });
  });

  it.each([
    ['a name that is blank', { givenName: '  ' }, 'givenName'],
    ['no family name', { familyName: null }, 'familyName'],
    ['no date', { birthDate: null }, 'birthDate'],
    ['a date that there is not', { birthDate: '1990-02-30' }, 'birthDate'],
    ['tomorrow', { birthDate: '2026-11-25' }, 'birthDate'],
    ['nobody is that old', { birthDate: '1890-01-01' }, 'birthDate'],
  ])('is not kept with %s', (_what, wrong, field) => {
    const described = describedPerson({ ...said, ...wrong }, number, NOW);
    expect(described.ok ? [] : described.faults.map((each) => each.field)).toEqual([field]);
  });
});
