import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsId } from '../config/uuid.js';
import {
  BOOKING_KINDS,
  type BookingKind,
  type BookTime,
  type GiveTicket,
  type RebookTime,
} from '../contracts/index.js';

const ID = { message: 'must be a UUID made by the client' };
const TIME = { message: 'must be the id of a time from the list of times' };
const UNIT = { message: 'must be the id of a unit' };
const KIND = { message: `must be one of ${BOOKING_KINDS.join(', ')}` };

export class BookTimeDto implements BookTime {
  @ApiProperty({
    format: 'uuid',
    description: "The booking's id, made by the client; a repeat books nothing more",
  })
  @IsId(ID)
  id: string;

  @ApiProperty({ format: 'uuid' })
  @IsId(TIME)
  timeId: string;
}

export class RebookTimeDto implements RebookTime {
  @ApiProperty({ format: 'uuid', description: 'The time to move to' })
  @IsId(TIME)
  timeId: string;
}

export class GiveTicketDto implements GiveTicket {
  @ApiProperty({ format: 'uuid', description: 'Made by the client; a repeat gives nothing more' })
  @IsId(ID)
  id: string;

  @ApiProperty({ enum: BOOKING_KINDS })
  @IsIn(BOOKING_KINDS, KIND)
  kind: BookingKind;

  @ApiProperty({ format: 'uuid' })
  @IsId(UNIT)
  unitId: string;
}

export class TimesQuery {
  @ApiProperty({ format: 'uuid' })
  @IsId(UNIT)
  unitId: string;

  @ApiProperty({ enum: BOOKING_KINDS })
  @IsIn(BOOKING_KINDS, KIND)
  kind: BookingKind;
}
