import type { BilingualText } from '../contracts/index.js';
import type { OpeningHours } from './opening-hours.rule.js';

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7];
const DAY_NAMES: BilingualText[] = [
  { sv: 'måndag', en: 'Monday' },
  { sv: 'tisdag', en: 'Tuesday' },
  { sv: 'onsdag', en: 'Wednesday' },
  { sv: 'torsdag', en: 'Thursday' },
  { sv: 'fredag', en: 'Friday' },
  { sv: 'lördag', en: 'Saturday' },
  { sv: 'söndag', en: 'Sunday' },
];
const DAY_SETS: { days: number[]; text: BilingualText }[] = [
  { days: ALL_DAYS, text: { sv: 'alla dagar', en: 'every day' } },
  { days: [1, 2, 3, 4, 5], text: { sv: 'vardagar', en: 'weekdays' } },
  { days: [6, 7], text: { sv: 'helger', en: 'weekends' } },
];

/** The usual week in words, e.g. "Vardagar 08–16". Closed dates are not told: say them where a day is chosen. */
export function describeHours(hours: OpeningHours): BilingualText {
  const week = hours.week.filter((stretch) => stretch.days.length > 0);
  if (week.length === 0) return { sv: 'Stängt', en: 'Closed' };
  if (isAlwaysOpen(week)) return { sv: 'Dygnet runt', en: 'Around the clock' };
  const parts = week.map((stretch) => {
    const days = describeDays(stretch.days);
    return {
      sv: `${days.sv} ${shortTime(stretch.from, '.')}–${shortTime(stretch.to, '.', '24')}`,
      en: `${days.en} ${shortTime(stretch.from, ':')}–${shortTime(stretch.to, ':', '24')}`,
    };
  });
  return {
    sv: capitalised(parts.map((part) => part.sv).join(', ')),
    en: capitalised(parts.map((part) => part.en).join(', ')),
  };
}

function isAlwaysOpen(week: OpeningHours['week']): boolean {
  return ALL_DAYS.every((day) =>
    week.some((stretch) => stretch.days.includes(day) && stretch.from === '00:00' && stretch.to === '00:00'),
  );
}

function describeDays(days: readonly number[]): BilingualText {
  const sorted = ALL_DAYS.filter((day) => days.includes(day));
  const set = DAY_SETS.find((each) => each.days.join() === sorted.join());
  if (set) return set.text;
  const runs = sorted.reduce<number[][]>((found, day) => {
    const last = found.at(-1);
    if (last && last.at(-1) === day - 1) last.push(day);
    else found.push([day]);
    return found;
  }, []);
  return {
    sv: runs.map((run) => dayRun(run, 'sv')).join(', '),
    en: runs.map((run) => dayRun(run, 'en')).join(', '),
  };
}

function dayRun(run: readonly number[], language: keyof BilingualText): string {
  const names = run.map((day) => DAY_NAMES[day - 1]?.[language] ?? '');
  return names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(', ');
}

/** `08:00` is `08`, `08:30` is `08.30` in Swedish; the midnight that ends a day is `24`. */
function shortTime(time: string, separator: string, midnight = '00'): string {
  if (time === '00:00') return midnight;
  const [hour, minute] = time.split(':');
  return minute === '00' ? (hour ?? '') : `${hour}${separator}${minute}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
