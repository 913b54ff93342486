import { competenceAt, isRaised, raisedDue, standingBefore } from './raised-urgency.rule.js';

describe('a case that is raised while it waits', () => {
  it.each([
    [1, 'physiotherapist', 'nurse'],
    [2, 'administrator', 'nurse'],
    [2, 'psychologist', 'nurse'],
    [3, 'physiotherapist', 'physiotherapist'],
    [1, 'physician', 'physician'],
    [1, 'child-nurse', 'child-nurse'],
    [2, 'midwife', 'midwife'],
  ] as const)('at urgency %s waits for a %s no more, but for a %s', (urgency, before, after) => {
    expect(competenceAt(urgency, before)).toBe(after);
  });

  it('never gets a later target', () => {
    const [soon, later] = [new Date('2026-11-24T10:00Z'), new Date('2026-11-24T11:00Z')];
    expect(raisedDue(soon, later)).toBe(soon);
    expect(raisedDue(later, soon)).toBe(soon);
  });

  it('stands behind those who were as urgent before', () => {
    expect(standingBefore({ waiting: [1, 2, 4, 8, 16] }, 1)).toBe(1);
    expect(standingBefore({ waiting: [1, 2, 4, 8, 16] }, 2)).toBe(3);
    expect(standingBefore(undefined, 2)).toBe(0);
  });

  it('stays with who it was raised for', () => {
    expect(isRaised(2, 4)).toBe(true);
    expect(isRaised(2, 2)).toBe(false);
    expect(isRaised(3, 4)).toBe(false);
    expect(isRaised(1, null)).toBe(false);
  });
});
