import { closing, local } from './hours-samples.js';
import { openDays } from './open-days.rule.js';
import { ALWAYS_OPEN, type OpeningHours } from './opening-hours.rule.js';

const OFFICE: OpeningHours = {
  week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' }],
  closedOn: { holidays: true, eves: ['christmas-eve', 'new-years-eve'] },
  closedDates: [],
  specialDays: [{ date: '2026-12-23', stretches: [{ from: '08:00', to: '12:00' }] }],
  closings: [closing('2026-12-22T13:00', '2026-12-22T18:00')],
};

describe('openDays', () => {
  it('tells each day from today: its openings, what day it is, and why something is closed', () => {
    const days = openDays(OFFICE, local('2026-12-22T23:30'), 12);
    const clock = (at: string) =>
      new Date(at).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 5);
    const told = days.map(({ date, openings, holiday, eve, closings }) =>
      [
        date,
        ...openings.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`),
        ...[holiday?.sv, eve, ...closings.map(({ sv }) => sv)].filter(Boolean),
      ].join(' '),
    );
    expect(told).toEqual([
      '2026-12-22 08:00–13:00 Utbildning',
      '2026-12-23 08:00–12:00',
      '2026-12-24 christmas-eve',
      '2026-12-25 juldagen',
      '2026-12-26 annandag jul',
      '2026-12-27',
      '2026-12-28 08:00–16:00',
      '2026-12-29 08:00–16:00',
      '2026-12-30 08:00–16:00',
      '2026-12-31 new-years-eve',
      '2027-01-01 nyårsdagen',
      '2027-01-02',
    ]);
  });

  it('has days of 23 and 25 hours where the clock moves', () => {
    const hours = (at: string) =>
      openDays(ALWAYS_OPEN, local(at), 1).flatMap(({ openings }) =>
        openings.map(({ opens, closes }) => (Date.parse(closes) - Date.parse(opens)) / 3_600_000),
      );
    expect(hours('2026-03-29T12:00')).toEqual([23]);
    expect(hours('2026-10-25T12:00')).toEqual([25]);
  });
});
