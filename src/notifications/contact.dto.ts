import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsText } from '../config/text.js';
import {
  type ConfirmContactPoint,
  LANGUAGES,
  type Language,
  type PutContactPoint,
  type PutPushBrowser,
  type QuietHours,
  type SetContact,
} from '../contracts/index.js';

const TIME = { message: 'must be a time of day such as 21:30' };
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const KEY = /^[A-Za-z0-9_-]+={0,2}$/;

class QuietHoursDto implements QuietHours {
  @Matches(TIME_OF_DAY, TIME)
  from: string;

  @Matches(TIME_OF_DAY, TIME)
  to: string;
}

export class SetContactDto implements SetContact {
  @IsIn(LANGUAGES, { message: `must be one of ${LANGUAGES.join(', ')}` })
  language: Language;

  @IsOptional()
  @IsObject({ message: 'must be {from, to}, or null' })
  @ValidateNested({ message: 'must be {from, to}, or null' })
  @Type(() => QuietHoursDto)
  quiet: QuietHoursDto | null = null;

  @IsBoolean({ message: 'must be true or false' })
  stopped: boolean;
}

export class PutContactPointDto implements PutContactPoint {
  @IsIn(['email', 'sms'], { message: 'must be email or sms' })
  channel: 'email' | 'sms';

  @IsString({ message: 'must be an address or a number' })
  @Length(1, 320, { message: 'must be an address or a number' })
  address: string;
}

export class ConfirmContactPointDto implements ConfirmContactPoint {
  @Matches(/^\d{6}$/, { message: 'must be the six digits that were sent' })
  code: string;
}

export class PutPushBrowserDto implements PutPushBrowser {
  @Matches(/^https?:\/\/\S+$/, { message: 'must be the address that the push service gave' })
  @MaxLength(2000, { message: 'must be the address that the push service gave' })
  endpoint: string;

  @Matches(KEY, { message: 'must be the key that the browser gave' })
  @Length(80, 100, { message: 'must be the key that the browser gave' })
  p256dh: string;

  @Matches(KEY, { message: 'must be the secret that the browser gave' })
  @Length(20, 30, { message: 'must be the secret that the browser gave' })
  auth: string;

  @IsText(60)
  name: string;
}
