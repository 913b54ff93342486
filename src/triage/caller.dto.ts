import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { phoneNumber } from '../config/phone-number.js';
import { IsText } from '../config/text.js';
import { IsId } from '../config/uuid.js';
import type { FindCaller, OpenForCaller, WithdrawForCaller } from '../contracts/index.js';

const NUMBER = {
  message: 'must be a personal identity number, a coordination number or a national reserve number',
};
const NAME = { message: 'must be a name of 1 to 100 characters, or null' };
const PHONE = { message: 'must be a telephone number, such as 021-12 34 56, or null' };
const UP_TO = { message: 'must be the number of the last entry of the case as it was shown' };
const KNOWN = { message: 'must be the ids of the open cases that were shown, at most 100' };

export class FindCallerDto implements FindCaller {
  @IsString(NUMBER)
  @Length(10, 20, NUMBER)
  identityNumber: string;
}

export class OpenForCallerDto extends FindCallerDto implements OpenForCaller {
  @IsId({ message: 'must be a UUID made by the client' })
  id: string;

  @IsOptional()
  @IsId({ message: 'must be the UUID of a child of theirs, or null' })
  childId: string | null = null;

  @IsOptional()
  @IsString(NAME)
  @Length(1, 100, NAME)
  @Matches(/\p{L}/u, NAME)
  givenName: string | null = null;

  @IsOptional()
  @IsString(NAME)
  @Length(1, 100, NAME)
  @Matches(/\p{L}/u, NAME)
  familyName: string | null = null;

  @IsOptional()
  @IsString({ message: 'must be a date, YYYY-MM-DD, or null' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'must be a date, YYYY-MM-DD, or null' })
  birthDate: string | null = null;

  @IsText(4000)
  words: string;

  /** As it is kept from here on; what is none stays as it was written, and is refused. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && value.length <= 40 ? (phoneNumber(value) ?? value) : value,
  )
  @IsString(PHONE)
  @Matches(/^\+[1-9]\d{6,14}$/, PHONE)
  callbackNumber: string | null = null;

  @IsArray(KNOWN)
  @ArrayMaxSize(100, KNOWN)
  @IsId({ each: true, ...KNOWN })
  known: string[];
}

export class WithdrawForCallerDto implements WithdrawForCaller {
  @IsInt(UP_TO)
  @Min(0, UP_TO)
  @Max(2 ** 31 - 1, UP_TO)
  upTo: number;
}
