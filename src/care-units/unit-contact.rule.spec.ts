import type { OpeningHours } from '../contracts/index.js';
import { ALWAYS_OPEN } from './opening-hours.rule.js';
import { unitContact } from './unit-contact.rule.js';

const OFFICE: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
  closedDates: [],
};
const TUESDAY = { opens: '2026-11-24T07:00:00.000Z', closes: '2026-11-24T16:00:00.000Z' };
const WEDNESDAY = { opens: '2026-11-25T07:00:00.000Z', closes: '2026-11-25T16:00:00.000Z' };
const THURSDAY = { opens: '2026-11-26T07:00:00.000Z', closes: '2026-11-26T16:00:00.000Z' };

describe('unitContact', () => {
  it.each([
    ['before it opens', '2026-11-24T06:00:00.000Z', [TUESDAY, WEDNESDAY]],
    [
      'while it is open',
      '2026-11-24T09:20:00.000Z',
      [{ ...TUESDAY, opens: '2026-11-24T09:20:00.000Z' }, WEDNESDAY],
    ],
    ['at the instant at which it closes', TUESDAY.closes, [WEDNESDAY, THURSDAY]],
    ['in the evening', '2026-11-24T18:20:00.000Z', [WEDNESDAY, THURSDAY]],
  ])('tells the opening of now and the next %s', (_when, now, openings) => {
    const unit = { id: 'u', phone: '08-465 004 10', openingHours: OFFICE };
    expect(unitContact(unit, new Date(now))).toEqual({ unitId: 'u', phone: '08-465 004 10', openings });
  });

  it('tells no closing where it never closes', () => {
    const now = new Date('2026-11-24T09:20:00.000Z');
    expect(unitContact({ id: 'u', phone: null, openingHours: ALWAYS_OPEN }, now)).toEqual({
      unitId: 'u',
      phone: null,
      openings: [{ opens: now.toISOString(), closes: null }],
    });
  });

  it('tells nothing of hours that are not known', () => {
    const never: OpeningHours = { week: [], closedDates: [] };
    expect(unitContact({ id: 'u', phone: null, openingHours: never }, new Date()).openings).toEqual([]);
  });
});
