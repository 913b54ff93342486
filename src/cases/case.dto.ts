import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { RedeemDeviceCode } from '../contracts/index.js';
import { HIGHEST_NUMBER } from './timeline.js';

const NUMBER = { message: `must be a whole number from 0 to ${HIGHEST_NUMBER}` };

export class TimelineQuery {
  /** The highest number that the client has. */
  @Type(() => Number)
  @IsInt(NUMBER)
  @Min(0, NUMBER)
  @Max(HIGHEST_NUMBER, NUMBER)
  after = 0;
}

const CODE = { message: 'must be the eight letters and digits of a code' };

export class RedeemDeviceCodeDto implements RedeemDeviceCode {
  @IsString(CODE)
  @MaxLength(40, CODE)
  code: string;

  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  asPerson?: boolean;
}
