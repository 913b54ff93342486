import fc from 'fast-check';
import { afterOpenMinutes, openMinutesBetween } from './open-minutes.js';
import { ALWAYS_OPEN, isOpen, type OpeningHours } from './opening-hours.rule.js';

const OFFICE: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
  closedDates: [],
};
const at = (local: string) => new Date(`${local}+01:00`);

describe('minutes of opening time', () => {
  it.each([
    ['within an opening', '2026-11-24T09:00:00', 30, '2026-11-24T09:30:00'],
    ['over the night', '2026-11-24T16:30:00', 60, '2026-11-25T08:30:00'],
    ['over the weekend', '2026-11-27T16:30:00', 30 + 9 * 60 + 1, '2026-12-01T08:01:00'],
    ['from the next opening', '2026-11-28T12:00:00', 15, '2026-11-30T08:15:00'],
    ['none, while closed', '2026-11-28T12:00:00', 0, '2026-11-30T08:00:00'],
  ])('are counted %s', (_, from, minutes, to) => {
    expect(afterOpenMinutes(OFFICE, at(from), minutes)).toEqual(at(to));
  });

  it('go on around the clock where a unit never closes', () => {
    expect(afterOpenMinutes(ALWAYS_OPEN, at('2026-11-27T23:50:00'), 20)).toEqual(at('2026-11-28T00:10:00'));
    expect(openMinutesBetween(ALWAYS_OPEN, at('2026-11-27T23:50:00'), at('2026-11-28T00:10:00'))).toBe(20);
  });

  it('come to an end where a unit does not open again', () => {
    expect(afterOpenMinutes({ week: [], closedDates: [] }, at('2026-11-24T09:00:00'), 5)).toBeNull();
  });

  it('are the same both ways', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        fc.integer({ min: 0, max: 5000 }),
        (start, minutes) => {
          const from = new Date(at('2026-10-05T00:00:00').getTime() + start * 60_000);
          const to = afterOpenMinutes(OFFICE, from, minutes);
          if (!to) throw new Error('An office opens again');
          expect(openMinutesBetween(OFFICE, from, to)).toBe(minutes);
          if (minutes > 0) expect(isOpen(OFFICE, new Date(to.getTime() - 1))).toBe(true);
        },
      ),
      { seed: 20261124 },
    );
  });
});
