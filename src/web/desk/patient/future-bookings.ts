import type { BookingView } from '../../../contracts/index.js';

/** Whether a booking still stands and has not begun. */
export function isToCome(booking: Pick<BookingView, 'cancelled' | 'startsAt'>, now: Date): boolean {
  return !booking.cancelled && Date.parse(booking.startsAt) > now.getTime();
}
