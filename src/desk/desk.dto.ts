import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { SeenUpToDto } from '../cases/seen-up-to.dto.js';
import { IsInstant } from '../config/instant.js';
import { IsText } from '../config/text.js';
import { IsId } from '../config/uuid.js';
import {
  type AskForImage,
  type ChangeUrgency,
  type ClaimCase,
  type ClaimNext,
  type CloseCase,
  COMPETENCES,
  type Competence,
  type GiveAdvice,
  type HandBack,
  type HandOver,
  type NoteTelephoneCall,
  type QueueScope,
  RECORD_NOTE_MAX,
  RECORD_NOTE_WAYS,
  RESULT_CODES,
  type RecordNoteWay,
  type ResultCode,
  SET_ASIDE_WHYS,
  type SetAside,
  type SetAsideWhy,
  type TakeOverFromGone,
  type TakeRecordNote,
  TELEPHONE_OUTCOMES,
  type TelephoneOutcome,
  type TransferCase,
  type UndoClaim,
  type Urgency,
  type WriteNote,
} from '../contracts/index.js';

const UUID = { message: 'must be a UUID made by the client' };
const REASON = { message: 'must be a text of at most 1000 characters, or null' };

export class QueueQuery {
  @IsIn(['mine', 'queue', 'unit'], { message: 'must be mine, queue or unit' })
  scope: QueueScope = 'queue';
}

export class ClaimDto implements ClaimCase {
  @IsId(UUID)
  id: string;
}

export class ClaimNextDto implements ClaimNext {
  @IsId(UUID)
  id: string;

  @IsOptional()
  @IsBoolean({ message: 'must be true to go beyond the number of cases at a time, else false' })
  beyond: boolean = false;
}

export class UndoClaimDto implements UndoClaim {
  @IsId(UUID)
  id: string;

  @IsId({ message: 'must be the id of the claim' })
  claimId: string;
}

export class TakeOverFromGoneDto implements TakeOverFromGone {
  @IsId(UUID)
  id: string;

  @IsId({ message: 'must be the id of the commission that held it' })
  from: string;
}

export class HandOverDto implements HandOver {
  @IsId(UUID)
  id: string;

  @IsId({ message: 'must be the id of a commission' })
  to: string;
}

export class HandBackDto implements HandBack {
  @IsId(UUID)
  id: string;

  @IsOptional()
  @IsString(REASON)
  @MaxLength(1000, REASON)
  reason: string | null = null;
}

export class SetAsideDto extends SeenUpToDto implements SetAside {
  @IsId(UUID)
  id: string;

  @IsOptional()
  @IsInstant()
  until: string | null = null;

  @IsIn(SET_ASIDE_WHYS, { message: `must be one of ${SET_ASIDE_WHYS.join(', ')}` })
  why: SetAsideWhy;

  @IsOptional()
  @IsString(REASON)
  @MaxLength(1000, REASON)
  note: string | null = null;
}

export class CloseDto extends SeenUpToDto implements CloseCase {
  @IsId(UUID)
  id: string;

  @IsIn(RESULT_CODES, { message: `must be one of ${RESULT_CODES.join(', ')}` })
  result: ResultCode;

  @IsOptional()
  @IsString(REASON)
  @MaxLength(1000, REASON)
  note: string | null = null;
}

export class UrgencyDto extends SeenUpToDto implements ChangeUrgency {
  @IsId(UUID)
  id: string;

  @IsInt({ message: 'must be a whole number from 1 (most urgent) to 5' })
  @Min(1, { message: 'must be a whole number from 1 (most urgent) to 5' })
  @Max(5, { message: 'must be a whole number from 1 (most urgent) to 5' })
  urgency: Urgency;

  @IsOptional()
  @IsString(REASON)
  @MaxLength(1000, REASON)
  reason: string | null = null;
}

export class TransferDto implements TransferCase {
  @IsId(UUID)
  id: string;

  @IsId({ message: 'must be the id of a unit' })
  unitId: string;

  @IsIn(COMPETENCES, { message: `must be one of ${COMPETENCES.join(', ')}` })
  competence: Competence;

  @IsText(1000)
  reason: string;
}

export class NoteDto implements WriteNote {
  @IsId(UUID)
  id: string;

  @IsText(4000)
  text: string;
}

export class RecordNoteDto implements TakeRecordNote {
  @IsId(UUID)
  id: string;

  @IsText(RECORD_NOTE_MAX)
  text: string;

  @IsIn(RECORD_NOTE_WAYS, { message: `must be one of ${RECORD_NOTE_WAYS.join(', ')}` })
  way: RecordNoteWay;
}

export class ImageRequestDto implements AskForImage {
  @IsId(UUID)
  id: string;
}

export class TelephoneCallDto implements NoteTelephoneCall {
  @IsId(UUID)
  id: string;

  @IsIn(TELEPHONE_OUTCOMES, { message: `must be one of ${TELEPHONE_OUTCOMES.join(', ')}` })
  outcome: TelephoneOutcome;
}

export class AdviceDto extends SeenUpToDto implements GiveAdvice {
  @IsId(UUID)
  id: string;
}
