import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { OpeningHours } from './opening-hours.rule.js';

/** For the specs of opening hours. */

export function local(text: string): Date {
  return DateTime.fromISO(text, { zone: REGION_TIME_ZONE }).toJSDate();
}

/** A clinic as most are, with all that a unit can say of single days. */
export const CLINIC: OpeningHours = {
  week: [
    { days: [1, 2, 3, 4, 5], from: '08:00', to: '12:00' },
    { days: [1, 2, 3, 4, 5], from: '13:00', to: '16:00' },
    { days: [5, 6], from: '22:00', to: '06:00' },
  ],
  closedOn: { holidays: true, eves: ['midsummers-eve', 'christmas-eve', 'new-years-eve', 'easter-eve'] },
  closedDates: ['2026-09-11', '2027-08-16'],
  specialDays: [
    { date: '2026-12-23', stretches: [{ from: '08:00', to: '12:00' }] },
    { date: '2026-05-14', stretches: [{ from: '10:00', to: '14:00' }] }, // open on Ascension Day all the same
    { date: '2027-01-04', stretches: [] },
  ],
  closings: [
    closing('2026-11-24T12:00', '2026-11-24T16:30'),
    closing('2026-11-28T00:30', '2026-11-28T02:30'),
    closing('2027-02-09T09:00', '2027-02-12T10:00'),
  ],
};

export function closing(from: string, to: string) {
  const reason = { sv: 'Utbildning', en: 'Training' };
  return { from: local(from).toISOString(), to: local(to).toISOString(), reason };
}
