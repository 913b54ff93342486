import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  NotEquals,
} from 'class-validator';
import { IsText } from '../config/text.js';
import { IsId } from '../config/uuid.js';
import {
  ABOUT,
  type About,
  ALARM_ANSWERS,
  type AlarmAnswer,
  type AnswerAlarm,
  type AnswerValue,
  type AskInterpreter,
  type ChooseReason,
  type DeclineOffers,
  type GiveAnswer,
  LANGUAGES,
  type Language,
  type NamePatient,
  SEXES,
  type Sex,
  SPOKEN_LANGUAGES,
  type SpokenLanguage,
  type StartCase,
} from '../contracts/index.js';

const AGE = { message: 'must be a whole number of months from 0 to 1560' };

export class StartCaseDto implements StartCase {
  @IsId({ message: 'must be a UUID made by the client' })
  id: string;

  @IsText(4000)
  words: string;

  @IsIn(ABOUT, { message: 'must be me, child or adult' })
  about: About;

  @IsOptional()
  @IsId({ message: 'must be the UUID of yourself or of your child, or null' })
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

export class AnswerAlarmDto implements AnswerAlarm {
  @IsIn(ALARM_ANSWERS, { message: 'must be go-on or not-meant' })
  answer: AlarmAnswer;

  @IsOptional()
  @IsInt({ message: 'must be the number of the alarm, or left out' })
  number?: number;
}

export class ChooseReasonDto implements ChooseReason {
  @IsString({ message: 'must be the id of a triage flow' })
  @Length(1, 60, { message: 'must be the id of a triage flow' })
  flowId: string;
}

const OFFERED = { message: 'must be the ids of the contact reasons that are offered' };

export class DeclineOffersDto implements DeclineOffers {
  @IsArray(OFFERED)
  @ArrayMinSize(1, OFFERED)
  @ArrayMaxSize(50, OFFERED)
  @IsString({ each: true, ...OFFERED })
  @Length(1, 60, { each: true, ...OFFERED })
  declined: string[];
}

export class GiveAnswerDto implements GiveAnswer {
  /** Checked against the question by the triage itself; null skips an optional question. */
  @NotEquals(undefined, { message: 'must be the answer, or null to pass over an optional question' })
  value: AnswerValue;
}

export class AskInterpreterDto implements AskInterpreter {
  @IsIn([...SPOKEN_LANGUAGES, 'none'], { message: 'must be the code of a language in the list, or none' })
  language: SpokenLanguage | 'none';
}

export class NamePatientDto implements NamePatient {
  @IsId({ message: 'must be the UUID of yourself or of your child' })
  patientId: string;
}
