import type { OpeningHours } from '../../../contracts/index.js';
import { faultsByPath, type HoursDraft, isEmptyAt, toChecked, toDraft, toSaved } from './hours-draft.js';

const NOW = new Date('2026-11-24T08:20:00Z');
const reason = { sv: 'Utbildning', en: 'Training' };
const HOURS: OpeningHours = {
  week: [
    { days: [1, 2, 3, 4, 5], from: '08:00', to: '12:00' },
    { days: [1, 2, 3, 4], from: '13:00', to: '16:00' },
    { days: [5], from: '13:00', to: '15:00' },
  ],
  closedOn: { holidays: true, eves: ['christmas-eve'] },
  closedDates: ['2026-12-28'],
  specialDays: [{ date: '2026-12-23', stretches: [{ from: '08:00', to: '12:00' }] }],
  closings: [{ from: '2026-11-24T11:00:00.000Z', to: '2026-11-24T15:00:00.000Z', reason }],
};

describe('isEmptyAt', () => {
  const draft: HoursDraft = {
    ...toDraft(HOURS, NOW),
    week: [[{ from: '08:00', to: '' }]],
    days: [{ date: '', stretches: [{ from: '', to: '12:00' }] }],
    closings: [
      { fromDate: '2026-11-24', fromTime: '', toDate: '2026-11-24', toTime: '16:00', sv: 'x', en: '' },
    ],
  };
  it.each([
    ['week.0.0.from', false],
    ['week.0.0.to', true],
    ['week.5.0.to', false],
    ['days.0.date', true],
    ['days.0.0.from', true],
    ['days.0.0.to', false],
    ['closings.0.from', true],
    ['closings.0.to', false],
    ['closings.0.sv', false],
    ['closings.0.en', true],
    ['closedOn', false],
  ])('%s: %s', (path, expected) => {
    expect(isEmptyAt(draft, path)).toBe(expected);
  });
});

describe('a draft of opening hours', () => {
  it('says the same as the hours it was made of', () => {
    expect(toSaved(toDraft(HOURS, NOW))).toEqual(HOURS);
  });

  it('has the days in their order, each with its stretches, and closings by the wall clock', () => {
    const draft = toDraft(HOURS, NOW);
    expect(draft.week.map((day) => day.length)).toEqual([2, 2, 2, 2, 2, 0, 0]);
    expect(draft.days.map(({ date }) => date)).toEqual(['2026-12-23', '2026-12-28']);
    const ends = { fromDate: '2026-11-24', fromTime: '12:00', toDate: '2026-11-24', toTime: '16:00' };
    expect(draft.closings).toEqual([{ ...ends, ...reason }]);
  });

  it('leaves out what is past, and reads hours of the older shape', () => {
    const draft = toDraft(HOURS, new Date('2026-12-24T08:00:00Z'));
    expect(draft.days.map(({ date }) => date)).toEqual(['2026-12-28']);
    expect(draft.closings).toEqual([]);
    expect(toDraft({ week: [], closedDates: [] }, NOW)).toMatchObject({ holidays: false, eves: [] });
  });

  it('is checked stretch by stretch, and finds each fault at its row', () => {
    const draft: HoursDraft = {
      ...toDraft(HOURS, NOW),
      days: [
        { date: '2026-12-28', stretches: [] },
        { date: '', stretches: [{ from: '08:00', to: '' }] },
        { date: '2026-12-28', stretches: [] },
      ],
    };
    expect(toChecked(draft).week[3]).toEqual({ days: [2], from: '13:00', to: '16:00' });
    const fault = (field: string, code: string) => ({ field: `hours.${field}`, message: 'x', code });
    const byPath = faultsByPath(draft, [
      fault('week.3.from', 'overlap'),
      fault('week.3.from', 'time'),
      fault('closedDates.1', 'twice'),
      fault('specialDays.0.date', 'date'),
      fault('specialDays.0.stretches.0.to', 'time'),
      fault('closings.0.reason.en', 'text'),
      fault('closings.0.to', 'ends-before'),
    ]);
    expect([...byPath]).toEqual([
      ['week.1.1.from', 'overlap'],
      ['days.2.date', 'twice'],
      ['days.1.date', 'date'],
      ['days.1.0.to', 'time'],
      ['closings.0.en', 'text'],
      ['closings.0.to', 'ends-before'],
    ]);
  });
});
