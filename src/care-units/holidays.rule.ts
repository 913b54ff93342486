import type { BilingualText, Eve } from '../contracts/index.js';
import { dayOfDate, weekdayOf, yearOf } from './local-days.js';

/** What the calendar knows about a day besides its weekday. */
export interface CalendarDay {
  /** The public holiday's name; a plain Sunday has none. */
  holiday?: BilingualText;
  eve?: Eve;
}

const PLAIN: CalendarDay = {};
const years = new Map<number, ReadonlyMap<number, CalendarDay>>();

/** Swedish public holidays by lag (1989:253) om allmänna helgdagar, and the eves before them, computed for any year. */
export function calendarDay(day: number): CalendarDay {
  const year = yearOf(day);
  const known = years.get(year) ?? calendarOf(year);
  years.set(year, known);
  return known.get(day) ?? PLAIN;
}

/**
 * Easter Sunday of a year in the Gregorian calendar, as a day: the Anonymous Gregorian computus (Meeus, Jones and
 * Butcher; J. Meeus, Astronomical Algorithms, ch. 8).
 */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOfDate(year, Math.floor(n / 31), (n % 31) + 1);
}

function calendarOf(year: number): ReadonlyMap<number, CalendarDay> {
  const easter = easterSunday(year);
  const midsummer = saturdayFrom(dayOfDate(year, 6, 20));
  const allSaints = saturdayFrom(dayOfDate(year, 10, 31));
  const days = new Map<number, CalendarDay>();
  const mark = (day: number, what: CalendarDay) => days.set(day, { ...what, ...days.get(day) });
  const holidays: [number, string, string][] = [
    [dayOfDate(year, 1, 1), 'nyårsdagen', 'New Year’s Day'],
    [dayOfDate(year, 1, 6), 'trettondedag jul', 'Epiphany'],
    [easter - 2, 'långfredagen', 'Good Friday'],
    [easter, 'påskdagen', 'Easter Sunday'],
    [easter + 1, 'annandag påsk', 'Easter Monday'],
    [dayOfDate(year, 5, 1), 'första maj', 'May Day'],
    [easter + 39, 'Kristi himmelsfärdsdag', 'Ascension Day'],
    [easter + 49, 'pingstdagen', 'Whit Sunday'],
    [dayOfDate(year, 6, 6), 'nationaldagen', 'the National Day'],
    [midsummer, 'midsommardagen', 'Midsummer Day'],
    [allSaints, 'alla helgons dag', 'All Saints’ Day'],
    [dayOfDate(year, 12, 25), 'juldagen', 'Christmas Day'],
    [dayOfDate(year, 12, 26), 'annandag jul', 'Boxing Day'],
  ];
  const eves: [number, Eve][] = [
    [dayOfDate(year, 1, 5), 'twelfth-night'],
    [easter - 3, 'maundy-thursday'],
    [easter - 1, 'easter-eve'],
    [dayOfDate(year, 4, 30), 'walpurgis-night'],
    [easter + 38, 'ascension-eve'],
    [easter + 48, 'whitsun-eve'],
    [dayOfDate(year, 6, 5), 'national-day-eve'],
    [midsummer - 1, 'midsummers-eve'],
    [allSaints - 1, 'all-saints-eve'],
    [dayOfDate(year, 12, 24), 'christmas-eve'],
    [dayOfDate(year, 12, 31), 'new-years-eve'],
  ];
  for (const [day, sv, en] of holidays) mark(day, { holiday: { sv, en } });
  for (const [day, eve] of eves) mark(day, { eve });
  return days;
}

function saturdayFrom(day: number): number {
  return day + ((6 - weekdayOf(day) + 7) % 7);
}
