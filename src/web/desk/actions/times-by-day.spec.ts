import type { BookableTime } from '../../../contracts/index.js';
import { timeTexts } from '../../i18n/time-texts.js';
import { timesByDay } from './times-by-day.js';

const { dayKey } = timeTexts('sv', () => new Date('2026-11-24T10:00:00.000Z'));
const at = (startsAt: string) => ({ id: startsAt, startsAt }) as BookableTime;

it('groups times by Swedish day, soonest first', () => {
  const days = timesByDay(
    [at('2026-11-26T08:00:00.000Z'), at('2026-11-24T23:30:00.000Z'), at('2026-11-24T12:00:00.000Z')],
    dayKey,
  );
  expect(days.map(({ day, times }) => [day, times.map((time) => time.startsAt.slice(8, 16))])).toEqual([
    ['2026-11-24', ['24T12:00']],
    ['2026-11-25', ['24T23:30']],
    ['2026-11-26', ['26T08:00']],
  ]);
});
