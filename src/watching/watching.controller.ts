import { Body, Controller, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { ResidentCase } from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import { CurrentResident } from '../identity/current-caller.js';
import { GiveAnswerDto } from '../triage/triage.dto.js';
import { CheckIns } from './check-ins.service.js';

/** What those who wait answer. */
@ApiTags('resident: triage')
@ApiBearerAuth()
@Controller()
export class WatchingController {
  constructor(private readonly checkIns: CheckIns) {}

  @Serves('PUT /api/cases/:caseId/check-in/:questionId')
  @ApiOperation({ summary: 'Answers what is asked of those who wait' })
  answer(
    @CurrentResident() resident: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Param('questionId') questionId: string,
    @Body() { value }: GiveAnswerDto,
  ): Promise<ResidentCase> {
    return this.checkIns.answer(resident, caseId, questionId, value);
  }
}
