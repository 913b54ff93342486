import type { Instant } from '../../../contracts/index.js';

const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant by the Swedish wall clock, as fields have it: `2026-11-24` and `12:00`. */
export function toLocal(at: Instant | Date): { date: string; time: string } {
  const [date = '', time = ''] = FORMAT.format(new Date(at)).split(' ');
  return { date, time };
}

/**
 * The instant of such fields, else null. A time that spring skips is the same time after the leap, one that autumn has
 * twice is the first.
 */
export function fromLocal(date: string, time: string): Instant | null {
  const wanted = Date.parse(`${date}T${time}Z`);
  if (date.length !== 10 || time.length !== 5 || Number.isNaN(wanted)) return null;
  const offsetAt = (ms: number) => {
    const local = toLocal(new Date(ms));
    return Date.parse(`${local.date}T${local.time}Z`) - ms;
  };
  // The offsets on both sides of the wanted time: where they differ, the clock moves that day.
  const [before, after] = [offsetAt(wanted - 86_400_000), offsetAt(wanted + 86_400_000)];
  const fits = [wanted - Math.max(before, after), wanted - Math.min(before, after)].find(
    (ms) => ms + offsetAt(ms) === wanted,
  );
  return new Date(fits ?? wanted - before).toISOString();
}

/** A typed time of day, in one form: `8`, `8.30` and `0830` are `08:00`, `08:30`, `08:30`. */
export function normalTime(typed: string): string {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.: ]?(\d{2}))?$/.exec(typed.trim()) ?? [];
  return hour === undefined ? typed.trim() : `${hour.padStart(2, '0')}:${minute}`;
}
