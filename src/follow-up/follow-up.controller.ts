import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Serves } from '../config/serves.js';
import { IsText } from '../config/text.js';
import { IsId } from '../config/uuid.js';
import { UuidParam } from '../config/uuid-param.js';
import type { RateCase, ReopenCase, ResidentCase } from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import { CurrentResident } from '../identity/current-caller.js';
import { FollowUp } from './follow-up.service.js';

const SCORE = { message: 'must be a whole number from 1 to 5' };
const WORDS = { message: 'must be a text of at most 2000 characters, or null' };

class RatingDto implements RateCase {
  @IsInt(SCORE)
  @Min(1, SCORE)
  @Max(5, SCORE)
  score: number;

  @IsOptional()
  @IsString(WORDS)
  @MaxLength(2000, WORDS)
  words: string | null = null;
}

class ReopenDto implements ReopenCase {
  @IsId({ message: 'must be a UUID made by the client' })
  id: string;

  @IsText(4000)
  text: string;
}

/** What residents do with a closed case. */
@ApiTags('resident: after')
@ApiBearerAuth()
@Controller()
export class FollowUpController {
  constructor(private readonly followUp: FollowUp) {}

  @Serves('PUT /api/cases/:caseId/rating')
  @ApiOperation({ summary: 'Rates the help, 1–5' })
  rate(
    @CurrentResident() resident: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: RatingDto,
  ): Promise<ResidentCase> {
    return this.followUp.rate(resident, caseId, body);
  }

  @Serves('POST /api/cases/:caseId/reopening')
  @ApiOperation({ summary: 'Writes again about the same matter' })
  reopen(
    @CurrentResident() resident: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: ReopenDto,
  ): Promise<ResidentCase> {
    return this.followUp.reopen(resident, caseId, body);
  }
}
