import type { BilingualText, Instant } from './words.js';

/** A stretch of opening by the wall clock of Europe/Stockholm. `to` at or before `from` reaches into the next day. */
export interface DayStretch {
  /** `HH:MM` */
  readonly from: string;
  /** `HH:MM`; `00:00` is the midnight that ends the day, and `00:00`–`00:00` the whole day. */
  readonly to: string;
}

/** A stretch of the usual week. */
export interface OpeningStretch extends DayStretch {
  /** ISO weekdays, 1 Monday … 7 Sunday, on which it begins. */
  readonly days: readonly number[];
}

/**
 * Days before a holiday that are no holidays by law (lag 1989:253) and on which many units close all the same; which of
 * them is each unit's own choice.
 */
export const EVES = [
  'twelfth-night',
  'maundy-thursday',
  'easter-eve',
  'walpurgis-night',
  'ascension-eve',
  'whitsun-eve',
  'national-day-eve',
  'midsummers-eve',
  'all-saints-eve',
  'christmas-eve',
  'new-years-eve',
] as const;
export type Eve = (typeof EVES)[number];

/** The hours of one date, in place of the usual week and whether the day is a holiday. */
export interface SpecialDay {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  readonly stretches: readonly DayStretch[];
}

/** From one instant up to another nothing is open, whatever else is said. */
export interface TemporaryClosing {
  readonly from: Instant;
  readonly to: Instant;
  /** Shown to residents. */
  readonly reason: BilingualText;
}

/** Kinds of fault in opening hours, told as `code` beside each wrong field. */
export const HOURS_FAULTS = [
  'missing',
  'unknown',
  'shape',
  'choice',
  'time',
  'same-time',
  'overlap',
  'date',
  'twice',
  'also-closed',
  'instant',
  'ends-before',
  'text',
] as const;
export type HoursFaultCode = (typeof HOURS_FAULTS)[number];

/** When a unit is open. What is left out counts as none: decisions that were stored before it existed read the same. */
export interface OpeningHours {
  readonly week: readonly OpeningStretch[];
  /** Days on which no stretch of the week begins: Swedish public holidays (without plain Sundays), and these eves. */
  readonly closedOn?: { readonly holidays: boolean; readonly eves: readonly Eve[] };
  /** The unit's own closed days, local dates `YYYY-MM-DD`. */
  readonly closedDates: readonly string[];
  readonly specialDays?: readonly SpecialDay[];
  readonly closings?: readonly TemporaryClosing[];
}
