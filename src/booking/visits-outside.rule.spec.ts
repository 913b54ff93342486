import type { OpeningHours } from '../contracts/index.js';
import { visitsOutside } from './visits-outside.rule.js';

const week = (from: string, to: string): OpeningHours => ({
  week: [{ days: [1, 2, 3, 4, 5], from, to }],
  closedDates: [],
});
const OPEN = week('08:00', '16:00');
/** Tuesday 24 November 2026, local time. */
const visit = (from: string, to: string) => ({
  startsAt: new Date(`2026-11-24T${from}:00+01:00`),
  endsAt: new Date(`2026-11-24T${to}:00+01:00`),
});
const closing = (from: string, to: string) => ({
  ...OPEN,
  closings: [
    {
      from: `2026-11-24T${from}:00+01:00`,
      to: `2026-11-24T${to}:00+01:00`,
      reason: { sv: 'Strömavbrott', en: 'Power cut' },
    },
  ],
});

describe('booked visits that new hours leave outside', () => {
  it.each<[string, OpeningHours, OpeningHours, boolean]>([
    ['the same hours', OPEN, OPEN, false],
    ['longer hours', OPEN, week('07:00', '18:00'), false],
    ['hours that end as it ends', OPEN, week('08:00', '15:30'), false],
    ['hours that end a minute before it ends', OPEN, week('08:00', '15:29'), true],
    ['hours that begin as it begins', OPEN, week('15:00', '16:00'), false],
    ['hours that begin a minute late', OPEN, week('15:01', '16:00'), true],
    ['a closing in the middle of it', OPEN, closing('15:10', '15:20'), true],
    ['a closing up to its beginning', OPEN, closing('12:00', '15:00'), false],
    ['a closing from its end', OPEN, closing('15:30', '16:00'), false],
    ['a closed date', OPEN, { ...OPEN, closedDates: ['2026-11-24'] }, true],
    ['a closing where it was outside already', week('08:00', '12:00'), closing('15:00', '16:00'), false],
    ['a closing that is taken away', closing('15:00', '16:00'), OPEN, false],
  ])('with %s', (_, now, proposed, isOutside) => {
    const visits = [visit('15:00', '15:30')];
    expect(visitsOutside(visits, now, proposed)).toEqual(isOutside ? visits : []);
  });
});
