import { sittings } from './sittings.rule.js';

const reading = (
  minute: number,
  staffHsaId = 'anna',
  caseId: string | null = 'case',
  commissionHsaId = 'uppdrag',
  action = 'case',
) => ({
  at: new Date(minute * 60_000),
  staffHsaId,
  commissionHsaId,
  patientId: 'samir',
  caseId,
  action,
});

describe('sittings', () => {
  it.each([
    ['one reading', [reading(0)], [0]],
    ['looks at an open case', [reading(50), reading(25), reading(1), reading(0)], [0]],
    ['back after lunch', [reading(95), reading(60), reading(20), reading(0)], [95, 60, 0]],
    ['two who read at once', [reading(2), reading(1, 'johan'), reading(0)], [1, 0]],
    ['two cases', [reading(2), reading(1, 'anna', 'other'), reading(0)], [1, 0]],
    [
      'the case, then the number to ring',
      [reading(3), reading(2, 'anna', 'case', 'uppdrag', 'telephone-number'), reading(0)],
      [2, 0],
    ],
    ['two commissions', [reading(1, 'anna', 'case', 'annat'), reading(0)], [1, 0]],
  ])('%s', (_name, readings, minutes) => {
    expect(sittings(readings).map(({ at }) => at.getTime() / 60_000)).toEqual(minutes);
  });
});
