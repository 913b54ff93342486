import { IsIn, IsOptional } from 'class-validator';
import { SeenUpToDto } from '../cases/seen-up-to.dto.js';
import { IsText } from '../config/text.js';
import { IsId } from '../config/uuid.js';
import {
  type AskConsultation,
  COMPETENCES,
  type Competence,
  type EndConsultation,
  type InviteParticipant,
  type ReferPatient,
  type TakeOverCase,
} from '../contracts/index.js';

const UUID = { message: 'must be a UUID made by the client' };
const UNIT = { message: 'must be the id of a unit' };
const COMMISSION = { message: 'must be the id of a commission' };
/** Longest question and longest message, in characters. */
export const QUESTION_MAX = 4000;

export class AskConsultationDto implements AskConsultation {
  @IsId(UUID)
  id: string;

  @IsText(QUESTION_MAX)
  question: string;

  @IsId(UNIT)
  unitId: string;

  @IsIn(COMPETENCES, { message: `must be one of ${COMPETENCES.join(', ')}` })
  competence: Competence;

  @IsOptional()
  @IsId(COMMISSION)
  commissionId: string | null = null;
}

export class EndConsultationDto implements EndConsultation {
  @IsId(UUID)
  id: string;
}

export class TakeOverDto implements TakeOverCase {
  @IsId(UUID)
  id: string;

  @IsOptional()
  @IsId({ message: 'must be the id of the commission that held the case, or null' })
  from: string | null = null;
}

export class InviteDto implements InviteParticipant {
  @IsId(UUID)
  id: string;

  @IsId(COMMISSION)
  commissionId: string;
}

export class ReferDto extends SeenUpToDto implements ReferPatient {
  @IsId(UUID)
  id: string;

  @IsId(UNIT)
  unitId: string;

  @IsText(4000)
  text: string;
}
