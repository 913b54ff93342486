import type { Instant, Language } from '../../contracts/index.js';

const ZONE = 'Europe/Stockholm';
const MINUTE = 60_000;

/** How times are said, always as Swedish wall-clock time whatever the reader's device says. */
export interface TimeTexts {
  /** "14.20" (sv), "14:20" (en). */
  clock(at: Instant): string;
  /** "i dag 14.20", "i morgon 08.00", "i går 19.05", else "torsdag 26 november 14.20" (with the year if another). */
  moment(at: Instant): string;
  /** "torsdag 26 november", "i dag, torsdag 26 november". */
  day(at: Instant): string;
  /** "om 10 minuter", "för 2 timmar sedan", "nu" within a minute. */
  relative(at: Instant): string;
  /** "10 minuter", "1 timme och 30 minuter", "2 timmar": how long, to the minute. */
  duration(minutes: number): string;
  /** Calendar day in Sweden, `2026-11-24`; for grouping. */
  dayKey(at: Instant): string;
}

/** `now` is asked for at each call. */
export function timeTexts(language: Language, now: () => Date): TimeTexts {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
  const hours = format({ hour: '2-digit', minute: '2-digit' });
  const fullDay = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const fullDayAndYear = format({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const key = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const nearness = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const amount = (value: number, unit: 'minute' | 'hour') =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'long',
    }).format(value);
  const nearDays =
    language === 'sv'
      ? new Map([
          [-1, 'i går'],
          [0, 'i dag'],
          [1, 'i morgon'],
        ])
      : new Map([
          [-1, 'yesterday'],
          [0, 'today'],
          [1, 'tomorrow'],
        ]);

  const dayKey = (at: Instant | Date) => key.format(new Date(at));
  const daysFromToday = (at: Instant) =>
    Math.round(
      (Date.parse(`${dayKey(at)}T12:00Z`) - Date.parse(`${dayKey(now())}T12:00Z`)) / (24 * 60 * MINUTE),
    );
  const dated = (at: Instant) => {
    const words = dayKey(at).slice(0, 4) === dayKey(now()).slice(0, 4) ? fullDay : fullDayAndYear;
    // Versions of Unicode's data disagree about a comma after the English weekday.
    return words.format(new Date(at)).replace(',', '');
  };
  const clock = (at: Instant) => {
    const text = hours.format(new Date(at));
    return language === 'sv' ? text.replace(':', '.') : text;
  };

  return {
    clock,
    moment: (at) => `${nearDays.get(daysFromToday(at)) ?? dated(at)} ${clock(at)}`,
    day: (at) => {
      const near = nearDays.get(daysFromToday(at));
      return near ? `${near}, ${dated(at)}` : dated(at);
    },
    relative: (at) => {
      const minutes = Math.round((Date.parse(at) - now().getTime()) / MINUTE);
      if (minutes === 0) return language === 'sv' ? 'nu' : 'now';
      if (Math.abs(minutes) < 90) return nearness.format(minutes, 'minute');
      const wholeHours = Math.round(minutes / 60);
      if (Math.abs(wholeHours) < 36) return nearness.format(wholeHours, 'hour');
      return nearness.format(Math.round(minutes / (24 * 60)), 'day');
    },
    duration: (minutes) => {
      const whole = Math.max(0, Math.round(minutes));
      const rest = whole % 60;
      if (whole < 60) return amount(whole, 'minute');
      const full = amount(Math.floor(whole / 60), 'hour');
      return rest === 0 ? full : `${full} ${language === 'sv' ? 'och' : 'and'} ${amount(rest, 'minute')}`;
    },
    dayKey,
  };
}
