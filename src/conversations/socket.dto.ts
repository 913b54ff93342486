import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { HIGHEST_NUMBER } from '../cases/timeline.js';
import { IsId } from '../config/uuid.js';
import {
  type CallSignal,
  type ConsultationMessageToSend,
  type JoinCall,
  type MessageToSend,
  SIGNAL_KINDS,
  type WrittenText,
} from '../contracts/index.js';

/** Longest message, in characters. */
export const MESSAGE_MAX = 4000;
const CASE_ID = { message: 'must be the UUID of a case' };
const CONSULTATION_ID = { message: 'must be the UUID of a consultation' };
const NUMBER = { message: `must be a whole number from 0 to ${HIGHEST_NUMBER}` };
const TEXT = { message: `must be a text of at most ${MESSAGE_MAX} characters` };

export class WatchEvent {
  @IsId(CASE_ID)
  caseId: string;

  @IsInt(NUMBER)
  @Min(0, NUMBER)
  @Max(HIGHEST_NUMBER, NUMBER)
  have: number;
}

export class LeaveEvent {
  @IsId(CASE_ID)
  caseId: string;
}

class WrittenMessage {
  @IsId({ message: 'must be a UUID made by the client' })
  id: string;

  @IsString(TEXT)
  @MaxLength(MESSAGE_MAX, TEXT)
  text: string;

  @IsArray({ message: 'must be a list of at most 5 ids of images' })
  @ArrayMaxSize(5, { message: 'must be a list of at most 5 ids of images' })
  @ArrayUnique({ message: 'must name each image once' })
  @IsId({ each: true, message: 'must be UUIDs of images' })
  attachmentIds: string[];
}

export class SendEvent extends WrittenMessage implements MessageToSend {
  @IsId(CASE_ID)
  caseId: string;
}

export class SeenEvent {
  @IsId(CASE_ID)
  caseId: string;

  @IsInt(NUMBER)
  @Min(0, NUMBER)
  @Max(HIGHEST_NUMBER, NUMBER)
  number: number;
}

export class TypingEvent {
  @IsId(CASE_ID)
  caseId: string;

  @IsBoolean({ message: 'must be true or false' })
  typing: boolean;
}

export class QueueWatchEvent {}

const CALL_ID = { message: 'must be the UUID of a call' };
const PAGE_ID = { message: 'must be the UUID that a page made of itself' };
const YES_NO = { message: 'must be true or false' };
/** Longest signal, in characters: a call description with all its codecs has about 8,000. */
const SIGNAL_MAX = 16_000;
const SIGNAL = { message: `must be a text of at most ${SIGNAL_MAX} characters` };

export class JoinCallEvent implements JoinCall {
  @IsId(CALL_ID)
  callId: string;

  @IsId(PAGE_ID)
  page: string;

  @IsBoolean(YES_NO)
  microphone: boolean;

  @IsBoolean(YES_NO)
  camera: boolean;

  @IsInt(NUMBER)
  @Min(0, NUMBER)
  @Max(HIGHEST_NUMBER, NUMBER)
  have: number;
}

export class SignalEvent {
  @IsId(CALL_ID)
  callId: string;

  @IsId({ message: 'must be the UUID of a participant' })
  to: string;

  @IsId(PAGE_ID)
  fromPage: string;

  @IsId(PAGE_ID)
  toPage: string;

  @IsIn(SIGNAL_KINDS, { message: `must be one of ${SIGNAL_KINDS.join(', ')}` })
  kind: CallSignal['kind'];

  @IsString(SIGNAL)
  @MaxLength(SIGNAL_MAX, SIGNAL)
  data: string;
}

export class LeaveCallEvent {
  @IsId(CALL_ID)
  callId: string;

  @IsBoolean(YES_NO)
  lost: boolean;
}

export class CallTextEvent implements WrittenText {
  @IsId(CALL_ID)
  callId: string;

  @IsId({ message: 'must be a UUID made by the client, under which it will be sent' })
  id: string;

  @IsString(TEXT)
  @MaxLength(MESSAGE_MAX, TEXT)
  text: string;
}

export class ConsultationWatchEvent {
  @IsId(CONSULTATION_ID)
  consultationId: string;

  @IsInt(NUMBER)
  @Min(0, NUMBER)
  @Max(HIGHEST_NUMBER, NUMBER)
  have: number;
}

export class ConsultationLeaveEvent {
  @IsId(CONSULTATION_ID)
  consultationId: string;
}

export class ConsultationSendEvent extends WrittenMessage implements ConsultationMessageToSend {
  @IsId(CONSULTATION_ID)
  consultationId: string;
}

export class ConsultationSeenEvent {
  @IsId(CONSULTATION_ID)
  consultationId: string;

  @IsInt(NUMBER)
  @Min(0, NUMBER)
  @Max(HIGHEST_NUMBER, NUMBER)
  number: number;
}
