import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import type { QuietHours } from '../contracts/index.js';

/**
 * The first moment from `at` on that is outside the quiet hours, which may pass midnight. Hours that begin when they
 * end are none. Days on which clocks are put forward or back have a quiet time that is an hour shorter or longer.
 */
export function afterQuiet(at: Date, quiet: QuietHours | null): Date {
  if (!quiet || quiet.from === quiet.to) return at;
  const local = DateTime.fromJSDate(at, { zone: REGION_TIME_ZONE });
  const clock = local.toFormat('HH:mm');
  const passesMidnight = quiet.from > quiet.to;
  const isQuiet = passesMidnight
    ? clock >= quiet.from || clock < quiet.to
    : clock >= quiet.from && clock < quiet.to;
  if (!isQuiet) return at;
  const day = passesMidnight && clock >= quiet.from ? local.plus({ days: 1 }) : local;
  const end = DateTime.fromISO(`${day.toISODate()}T${quiet.to}`, { zone: REGION_TIME_ZONE });
  // In the hour that comes twice, the end may be the earlier one of two.
  return end.toJSDate() > at ? end.toJSDate() : end.plus({ hours: 1 }).toJSDate();
}
