import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { HIGHEST_NUMBER } from '../cases/timeline.js';
import { IsId } from '../config/uuid.js';
import type { MessageToSend } from '../contracts/index.js';

/** Longest message, in characters. */
export const MESSAGE_MAX = 4000;
const CASE_ID = { message: 'must be the UUID of a case' };
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

export class SendEvent implements MessageToSend {
  @IsId(CASE_ID)
  caseId: string;

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
