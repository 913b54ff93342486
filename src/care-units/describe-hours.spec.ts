import { describeHours } from './describe-hours.js';
import { ALWAYS_OPEN, type OpeningStretch } from './opening-hours.rule.js';

describe('describeHours', () => {
  it.each<[readonly OpeningStretch[], string, string]>([
    [ALWAYS_OPEN.week, 'Dygnet runt', 'Around the clock'],
    [[{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }], 'Vardagar 08–16', 'Weekdays 08–16'],
    [[{ days: [6, 7], from: '10:30', to: '15:00' }], 'Helger 10.30–15', 'Weekends 10:30–15'],
    [
      [
        { days: [1, 2, 3, 4], from: '07:30', to: '17:00' },
        { days: [5], from: '07:30', to: '15:00' },
      ],
      'Måndag–torsdag 07.30–17, fredag 07.30–15',
      'Monday–Thursday 07:30–17, Friday 07:30–15',
    ],
    [[{ days: [1, 3], from: '18:00', to: '00:00' }], 'Måndag, onsdag 18–24', 'Monday, Wednesday 18–24'],
    [[{ days: [7, 1, 2, 3, 4, 5, 6], from: '08:00', to: '22:00' }], 'Alla dagar 08–22', 'Every day 08–22'],
    [[], 'Stängt', 'Closed'],
  ])('%j', (week, sv, en) => {
    expect(describeHours({ week, closedDates: [] })).toEqual({ sv, en });
  });
});
