import { ageInMonths, ageInYears } from '../residents/age.js';
import { parseIdentityNumber } from '../residents/identity-number.js';
import { identityOf } from './demo-people.js';
import { readDemoRegion } from './demo-region-file.js';

const region = readDemoRegion();
const TUESDAY = new Date('2026-11-24T18:20:00Z');

function resident(id: string) {
  const found = region.residents.find((each) => each.id === id);
  if (!found) throw new Error(`There is no ${id} in the demo region`);
  return found;
}

describe('identityOf', () => {
  it.each([
    ['lisa-35', 35],
    ['lisa-55', 55],
    ['samir-62', 62],
    ['alma', 4],
    ['maja', 7],
    ['hugo', 13],
    ['ebba', 17],
  ])('%s is %i on the Tuesday of the examples', (id, years) => {
    expect(ageInYears(identityOf(resident(id), TUESDAY).birthDate, TUESDAY)).toBe(years);
  });

  it.each(['2026-06-30', '2027-02-28', '2028-06-16', '2029-12-31'])(
    'Lisa is 35, Samir 62 and Viktor nine months also when the demo is first filled on %s',
    (day) => {
      const now = new Date(`${day}T12:00:00Z`);
      expect(ageInYears(identityOf(resident('lisa-35'), now).birthDate, now)).toBe(35);
      expect(ageInYears(identityOf(resident('samir-62'), now).birthDate, now)).toBe(62);
      expect(ageInMonths(identityOf(resident('viktor'), now).birthDate, now)).toBe(9);
    },
  );

  it('Viktor is still nine months old three weeks after filling', () => {
    const { birthDate } = identityOf(resident('viktor'), TUESDAY);
    expect(ageInMonths(birthDate, new Date('2026-12-15T12:00:00Z'))).toBe(9);
  });

  it('takes the nearest where no published number gives the age any more', () => {
    const now = new Date('2040-01-01T12:00:00Z');
    expect(identityOf(resident('lisa-35'), now).identityNumber).toBe('199506162388');
  });

  it('gives every resident an identity that reads back as the same birth date and sex', () => {
    for (const each of region.residents) {
      const { identityKind, identityNumber, birthDate } = identityOf(each, TUESDAY);
      expect(parseIdentityNumber(identityNumber, TUESDAY)).toEqual({
        kind: identityKind,
        number: identityNumber,
        birthDate,
        sex: each.sex,
      });
    }
  });
});
