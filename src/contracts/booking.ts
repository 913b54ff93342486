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
  cancelled: boolean;
}

export interface BookingTicketView {
  kind: BookingKind;
  unit: CareUnitName;
  validUntil: Instant;
}
