import type { BookingKind, CareUnitName, Instant } from './words.js';

export interface BookableTime {
  id: string;
  unit: CareUnitName;
  kind: BookingKind;
  performerName: string;
  startsAt: Instant;
  endsAt: Instant;
}

export interface BookingView {
  id: string;
  timeId: string;
  unit: CareUnitName;
  address: string;
  kind: BookingKind;
  performerName: string;
  startsAt: Instant;
  endsAt: Instant;
  bookedBy: 'resident' | 'staff';
  cancelled: boolean;
}

export interface BookingTicketView {
  kind: BookingKind;
  unit: CareUnitName;
  validUntil: Instant;
}

/** POST /api/desk/units/:unitId/hours/visits: booked visits that hours would leave outside, the soonest first. */
export interface VisitsOutside {
  total: number;
  /** The first hundred. Whose they are is not told to managers. */
  visits: { kind: BookingKind; performerName: string; startsAt: Instant; endsAt: Instant }[];
}
