import type { ColleagueUnit, Commission } from '../../../contracts/index.js';
import { askables, openWith } from './askables.js';

const name = (id: string) => ({ id, slug: id, name: id, kind: 'clinic' as const });
const own: Commission = { id: 'anna', role: 'nurse', unit: name('herrgardet') } as Commission;
const herrgardet: ColleagueUnit = {
  unit: name('herrgardet'),
  address: '',
  isOpen: true,
  opensAt: null,
  competences: ['nurse', 'physician'],
  onDuty: [{ commissionId: 'karin', name: 'Karin', role: 'physician', unit: 'herrgardet', available: true }],
};
const barn: ColleagueUnit = {
  ...herrgardet,
  unit: name('barn'),
  competences: ['child-nurse', 'nurse'],
  onDuty: [],
};

describe('whom one can ask', () => {
  it('is a competence, one’s own last at one’s own unit, or who is on duty', () => {
    expect(askables(herrgardet, own).map(({ value }) => value)).toEqual(['physician', 'nurse', 'karin']);
    expect(askables(barn, own).map(({ value }) => value)).toEqual(['child-nurse', 'nurse']);
    expect(askables(herrgardet, own).at(-1)).toMatchObject({
      competence: 'physician',
      commissionId: 'karin',
    });
  });

  it('offers what is open', () => {
    expect(openWith([herrgardet, barn], 'nurse')).toEqual(['herrgardet', 'barn']);
    expect(openWith([herrgardet, { ...barn, isOpen: false }], 'child-nurse')).toEqual([]);
  });
});
