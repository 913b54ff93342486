import { Allow, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import {
  type AnswerValue,
  type ChooseReason,
  type GiveAnswer,
  LANGUAGES,
  type Language,
  type NamePatient,
  SEXES,
  type Sex,
  type StartCase,
} from '../contracts/index.js';

const WORDS = { message: 'must be a text of 1 to 4000 characters' };
const AGE = { message: 'must be a whole number of months from 0 to 1560' };

export class StartCaseDto implements StartCase {
  @IsUUID('all', { message: 'must be a UUID made by the client' })
  id: string;

  @IsString(WORDS)
  @Length(1, 4000, WORDS)
  words: string;

  @IsIn(['me', 'child'], { message: 'must be me or child' })
  about: 'me' | 'child';

  @IsOptional()
  @IsUUID('all', { message: 'must be the UUID of yourself or of your child, or null' })
  patientId: string | null = null;

  @IsOptional()
  @IsInt(AGE)
  @Min(0, AGE)
  @Max(1560, AGE)
  patientAgeMonths: number | null = null;

  @IsOptional()
  @IsIn(SEXES, { message: 'must be female or male, or null' })
  patientSex: Sex | null = null;

  @IsIn(LANGUAGES, { message: 'must be sv or en' })
  language: Language;

  @IsOptional()
  @Matches(/^[a-z0-9-]{1,60}$/, { message: 'must be the short name of a unit, or null' })
  unit: string | null = null;
}

export class ChooseReasonDto implements ChooseReason {
  @IsString({ message: 'must be the id of a triage flow' })
  @Length(1, 60, { message: 'must be the id of a triage flow' })
  flowId: string;
}

export class GiveAnswerDto implements GiveAnswer {
  /** Checked against the question by the triage itself; null passes over an optional question. */
  @Allow()
  value: AnswerValue;
}

export class NamePatientDto implements NamePatient {
  @IsUUID('all', { message: 'must be the UUID of yourself or of your child' })
  patientId: string;
}
