import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  NotEquals,
  ValidateNested,
} from 'class-validator';
import { IsText } from '../config/text.js';
import { IsId } from '../config/uuid.js';
import type { AnswerValue, Sex, SignFlow, TryFlow, WithdrawReview } from '../contracts/index.js';
import { SEXES } from '../contracts/index.js';

const HASH = { message: 'must be the hash of a content of the flow' };
const AGE = { message: 'must be a whole number of months from 0 to 1560' };
const QUESTION = { message: 'must be the id of a question' };
const ID = { message: 'must be a UUID made by the client' };
const MOST_ANSWERS = 100;
const ANSWERS = { message: `must be a list of at most ${MOST_ANSWERS} answers: { questionId, value }` };

function IsHash(): PropertyDecorator {
  return Matches(/^[0-9a-f]{64}$/, HASH);
}

export class FlowQuery {
  /** Left out: the content of the present files. */
  @IsOptional()
  @IsHash()
  hash?: string;
}

export class TriedAnswerDto {
  @IsString(QUESTION)
  @Length(1, 100, QUESTION)
  questionId: string;

  /** Checked against the question. */
  @NotEquals(undefined, { message: 'must be the answer, or null to pass over an optional question' })
  value: AnswerValue;
}

export class TryFlowDto implements TryFlow {
  @IsHash()
  hash: string;

  @IsInt(AGE)
  @Min(0, AGE)
  @Max(1560, AGE)
  ageMonths: number;

  @IsOptional()
  @IsIn(SEXES, { message: 'must be female or male, or null' })
  sex: Sex | null = null;

  @IsArray(ANSWERS)
  @ArrayMaxSize(MOST_ANSWERS, ANSWERS)
  @IsObject({ each: true, ...ANSWERS })
  @ValidateNested({ each: true, ...ANSWERS })
  @Type(() => TriedAnswerDto)
  answers: TriedAnswerDto[];
}

export class SignFlowDto implements SignFlow {
  @IsId(ID)
  id: string;

  @IsHash()
  hash: string;

  @IsOptional()
  @IsText(1000)
  comment: string | null = null;
}

export class WithdrawReviewDto implements WithdrawReview {
  @IsId(ID)
  id: string;

  @IsText(1000)
  comment: string;
}
