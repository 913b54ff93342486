import { IsIn, IsInt, IsString, Matches, Max, Min } from 'class-validator';
import { IsText } from '../config/text.js';
import { IsId } from '../config/uuid.js';
import {
  CALL_MEDIA,
  type CallMedia,
  GUEST_KINDS,
  type GuestKind,
  type InviteGuest,
  type RedeemInvitation,
  type StartCall,
} from '../contracts/index.js';
import { TOKEN } from '../identity/tokens.js';

const UUID = { message: 'must be a UUID made by the client' };
const MEDIA = { message: `must be ${CALL_MEDIA.join(' or ')}` };
const MINUTES = { message: 'must be a whole number of minutes from 1 to 120' };
const LINK = { message: 'must be the token of an invitation, 43 characters' };

export class StartCallDto implements StartCall {
  @IsId(UUID)
  id: string;

  @IsIn(CALL_MEDIA, MEDIA)
  media: CallMedia;
}

export class AnswerCallDto {
  @IsIn(CALL_MEDIA, MEDIA)
  media: CallMedia;
}

export class InviteGuestDto implements InviteGuest {
  @IsId(UUID)
  id: string;

  @IsText(80)
  name: string;

  @IsIn(GUEST_KINDS, { message: `must be ${GUEST_KINDS.join(' or ')}` })
  guest: GuestKind;

  @IsInt(MINUTES)
  @Min(1, MINUTES)
  @Max(120, MINUTES)
  minutes: number;
}

export class RedeemInvitationDto implements RedeemInvitation {
  @IsString(LINK)
  @Matches(TOKEN, LINK)
  token: string;
}
