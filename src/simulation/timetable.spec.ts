import { parseDay } from '../care-units/local-days.js';
import type { Scenario, ScenarioUnit } from './scenario.js';
import { horizonOf, hoursOfDay, timetable } from './timetable.js';

const CLINIC: ScenarioUnit = {
  id: 'clinic',
  name: 'clinic',
  kind: 'clinic',
  hours: {
    week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
    closedOn: { holidays: true, eves: ['midsummers-eve'] },
    closedDates: [],
  },
  listed: 1,
  staff: [
    { competence: 'nurse', people: 2, shifts: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '12:00' }] },
  ],
};

const played = (starts: string, days: number, unit = CLINIC) => {
  const horizon = horizonOf({ starts, warmUpDays: 0, days } as Scenario);
  return timetable([unit], horizon).map(
    ({ at, kind }) => `${new Date(at).toISOString().slice(5, 16)} ${kind}`,
  );
};

describe('the timetable', () => {
  it('opens, signs on, signs off and closes, over daylight saving', () => {
    expect(played('2026-10-23', 1)).toEqual([
      '10-23T06:00 opens',
      '10-23T06:00 on',
      '10-23T10:00 off',
      '10-23T15:00 closes',
      '10-26T07:00 opens',
      '10-26T07:00 on',
      '10-26T11:00 off',
      '10-26T16:00 closes',
      '10-27T07:00 opens',
      '10-27T07:00 on',
      '10-27T11:00 off',
      '10-27T16:00 closes',
    ]);
  });

  it('keeps closed on Midsummer’s Eve', () => {
    const opens = played('2026-06-18', 2).filter((each) => each.endsWith('opens'));
    expect(opens).toEqual(['06-18T06:00 opens', '06-22T06:00 opens', '06-23T06:00 opens']);
  });

  it('opens once where it never closes', () => {
    const always = { ...CLINIC, hours: 'always' as const, staff: [] };
    expect(played('2026-09-07', 3, always)).toEqual(['09-06T22:00 opens', '09-13T22:00 closes']);
  });

  it('has 23 and 25 hours when clocks change', () => {
    const hours = (date: string) => hoursOfDay(parseDay(date) ?? 0).map(({ hour }) => hour);
    expect(hours('2026-03-29').slice(0, 4)).toEqual([0, 1, 3, 4]);
    expect(hours('2026-03-29')).toHaveLength(23);
    expect(hours('2026-10-25').slice(0, 5)).toEqual([0, 1, 2, 2, 3]);
    expect(hours('2026-10-25')).toHaveLength(25);
  });
});
