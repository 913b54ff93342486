import { IsIn, IsOptional } from 'class-validator';
import { SeenUpToDto } from '../cases/seen-up-to.dto.js';
import { IsId } from '../config/uuid.js';
import {
  BOOKING_KINDS,
  type BookingKind,
  type BookTime,
  type GiveTicket,
  type RebookOwnTime,
  type RebookTime,
} from '../contracts/index.js';

const ID = { message: 'must be a UUID made by the client' };
const TIME = { message: 'must be the id of a time from the list of times' };
const BOOKING = { message: 'must be the id of a booking of the case; left out: the newest' };
const UNIT = { message: 'must be the id of a unit' };
const KIND = { message: `must be one of ${BOOKING_KINDS.join(', ')}` };

export class BookTimeDto implements BookTime {
  @IsId(ID)
  id: string;

  @IsId(TIME)
  timeId: string;
}

export class RebookTimeDto implements RebookTime {
  @IsId(TIME)
  timeId: string;
}

export class RebookOwnTimeDto extends RebookTimeDto implements RebookOwnTime {
  @IsOptional()
  @IsId(BOOKING)
  bookingId?: string;
}

/** Which of a case's bookings is meant. */
export class BookingQuery {
  @IsOptional()
  @IsId(BOOKING)
  bookingId?: string;
}

export class GiveTicketDto extends SeenUpToDto implements GiveTicket {
  @IsId(ID)
  id: string;

  @IsIn(BOOKING_KINDS, KIND)
  kind: BookingKind;

  @IsId(UNIT)
  unitId: string;
}

export class TimesQuery {
  @IsId(UNIT)
  unitId: string;

  @IsIn(BOOKING_KINDS, KIND)
  kind: BookingKind;
}
