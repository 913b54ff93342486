import type { ColleagueUnit, HeldCases } from '../../../contracts/index.js';
import { allTo, commonTaker, possibleTakers, stillThere, takersAt } from './takers.js';

type Held = HeldCases['cases'];
const named = (name: string) => ({ commissionId: name, name, role: 'nurse' as const, unit: 'Torget' });
const held = (caseId: string, ...names: string[]) =>
  ({ caseId, colleagues: names.map(named) }) as unknown as Held[number]; // the rest is not read
const cases = [held('a', 'Ylva', 'Bo'), held('b', 'Bo'), held('c')];

describe('who could be given a case', () => {
  const unit = (id: string, onDuty: object[]) => ({ unit: { id }, onDuty }) as unknown as ColleagueUnit; // the rest is not read
  it('is on duty at the unit with the competence, and takes new cases', () => {
    const units = [
      unit('other', [{ ...named('Elsewhere'), available: true }]),
      unit('own', [
        { ...named('Ylva'), available: true },
        { ...named('Paused'), available: false },
        { ...named('Karin'), role: 'physician', available: true },
      ]),
    ];
    expect(takersAt(units, 'own', 'nurse').map(({ name }) => name)).toEqual(['Ylva']);
    expect(takersAt(units, 'own', null)).toEqual([]);
    expect(takersAt([], 'own', 'nurse')).toEqual([]);
  });
});

describe('all of one’s cases to one colleague', () => {
  it('offers each once, by name', () => {
    expect(possibleTakers(cases).map(({ name }) => name)).toEqual(['Bo', 'Ylva']);
    expect(possibleTakers([held('c')])).toEqual([]);
  });

  it('gives them what they could take; the rest goes back to its queue', () => {
    expect(allTo(cases, 'Bo')).toEqual({ a: 'Bo', b: 'Bo' });
    expect(allTo(cases, 'Ylva')).toEqual({ a: 'Ylva' });
    expect(allTo(cases, 'Nobody')).toEqual({});
  });

  it('is said while it is so', () => {
    expect(commonTaker(cases, {})).toBeNull();
    expect(commonTaker(cases, { a: 'Bo', b: 'Bo' })).toBe('Bo');
    expect(commonTaker(cases, { a: 'Ylva' })).toBe('Ylva');
    expect(commonTaker(cases, { a: 'Bo' })).toBeNull();
    expect(commonTaker(cases, { a: 'Ylva', b: 'Bo' })).toBeNull();
  });

  it('keeps nobody who has left meanwhile', () => {
    expect(stillThere({ a: 'Ylva', b: 'Bo', gone: 'Bo' }, cases)).toEqual({ a: 'Ylva', b: 'Bo' });
    expect(stillThere({ a: 'Ylva' }, [held('a', 'Bo')])).toEqual({});
  });
});
