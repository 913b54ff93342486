import type { BookableTime } from '../../../contracts/index.js';
import { timeTexts } from '../../i18n/time-texts.js';
import { groupTimes } from './group-times.js';

const { dayKey } = timeTexts('sv', () => new Date('2026-11-24T08:00:00.000Z'));
const at = (startsAt: string): BookableTime => ({
  id: startsAt,
  unit: { id: 'u', slug: 'u', name: 'U', kind: 'clinic' },
  kind: 'physiotherapist-visit',
  performerName: 'Maria',
  startsAt,
  endsAt: startsAt,
});

describe('groupTimes', () => {
  it('gives the next three, and all by the Swedish day', () => {
    const times = [
      '2026-11-24T09:00:00.000Z',
      '2026-11-24T22:30:00.000Z',
      '2026-11-24T23:30:00.000Z',
      '2026-11-25T09:00:00.000Z',
    ].map(at);
    const { next, days } = groupTimes(times, dayKey);
    expect(next).toHaveLength(3);
    expect(days.map((one) => [one.day, one.times.length])).toEqual([
      ['2026-11-24', 2],
      ['2026-11-25', 2],
    ]);
  });
  it('is empty when there are none', () => {
    expect(groupTimes([], dayKey)).toEqual({ next: [], days: [] });
  });
});
