import { type Estimate, URGENCIES, type UseResult } from '../contracts/index.js';

/** A promise of the rule, and the result. Values are means over the seeds. */
export interface Check {
  what: string;
  value: Estimate | null;
  /** What it is compared with, as text. */
  wanted: string;
  holds: boolean;
}

const MOST_OVER_BOUND_MINUTES = 1;
const LEAST_TIMES_SHORTER = 30;
const LEAST_WITHIN_TARGET = 95;
const LEAST_AT_HOME = 85;
const PROMISE_HOLDS = { least: 75, most: 85 };
/** Nobody is helped later than this after their target has passed: one night and one weekend. */
export const MOST_OVERDUE_HOURS = 72;

/** Compares the result at one use of the staff with what the rule promises. */
export function checksOf({ strategies: { phone, static: fixed, slussen, bound } }: UseResult): Check[] {
  const mean = slussen.urgencies[2].mean;
  const boundMean = bound.urgencies[2].mean?.value ?? 0;
  const phoneMean = phone.urgencies[2].mean?.value ?? 0;
  const check = (
    what: string,
    value: Estimate | null,
    wanted: string,
    holds: (value: number) => boolean,
  ) => ({
    what,
    value,
    wanted,
    holds: value !== null && holds(value.value),
  });
  return [
    check(
      'Urgency 2: mean wait, minutes',
      mean,
      `≤ bound ${minutes(boundMean)} + ${MOST_OVER_BOUND_MINUTES}`,
      (value) => value <= boundMean + MOST_OVER_BOUND_MINUTES,
    ),
    check(
      'Urgency 2: mean wait, minutes',
      mean,
      `≤ phone ${minutes(phoneMean)} / ${LEAST_TIMES_SHORTER}`,
      (value) => value * LEAST_TIMES_SHORTER <= phoneMean,
    ),
    check(
      'Urgency 2: within target, %',
      slussen.urgencies[2].withinTarget,
      `≥ ${LEAST_WITHIN_TARGET}`,
      (value) => value >= LEAST_WITHIN_TARGET,
    ),
    ...URGENCIES.filter((urgency) => slussen.urgencies[urgency].mean !== null).map((urgency) => {
      const atMost = fixed.urgencies[urgency].mean?.value ?? 0;
      return check(
        `Urgency ${urgency}: mean wait, minutes`,
        slussen.urgencies[urgency].mean,
        `≤ static ${minutes(atMost)}`,
        (value) => value <= atMost,
      );
    }),
    check(
      'Helped at their own clinic, of those that came while it was open, %',
      slussen.stayedHome,
      `≥ ${LEAST_AT_HOME}`,
      (value) => value >= LEAST_AT_HOME,
    ),
    check(
      'The longest past a target, hours',
      slussen.longestOverdue,
      `≤ ${MOST_OVERDUE_HOURS}`,
      (value) => value <= MOST_OVERDUE_HOURS,
    ),
    check(
      'The wait lay in the range that was told, %',
      slussen.promises.all.held,
      `${PROMISE_HOLDS.least}–${PROMISE_HOLDS.most}`,
      (value) => value >= PROMISE_HOLDS.least && value <= PROMISE_HOLDS.most,
    ),
  ];
}

/** Minutes as they are read: two digits after the point while short. */
export function minutes(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}
