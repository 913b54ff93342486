import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { CallView } from '../contracts/index.js';
import type { ResidentCaller } from '../identity/caller.js';
import { CurrentResident } from '../identity/current-caller.js';
import { AnswerCallDto } from './call.dto.js';
import { Calls } from './call.service.js';

/** Calls to a resident. The events of a call go over the socket. */
@ApiTags('resident: calls')
@ApiBearerAuth()
@Controller()
export class ResidentCallsController {
  constructor(private readonly calls: Calls) {}

  @Serves('POST /api/cases/:caseId/calls/:callId/preparing', 204)
  @NoFields()
  @ApiOperation({ summary: 'I try camera and microphone before I answer: it waits a little longer' })
  prepare(
    @CurrentResident() reader: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('callId') callId: string,
  ): Promise<void> {
    return this.calls.prepare(reader, caseId, callId);
  }

  @Serves('POST /api/cases/:caseId/calls/:callId/answer')
  @ApiOperation({ summary: 'Answers, with camera or with voice only' })
  answer(
    @CurrentResident() reader: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('callId') callId: string,
    @Body() { media }: AnswerCallDto,
  ): Promise<CallView> {
    return this.calls.answer(reader, caseId, callId, media);
  }

  @Serves('POST /api/cases/:caseId/calls/:callId/refusal', 204)
  @NoFields()
  @ApiOperation({ summary: 'Declines the call; the chat goes on' })
  decline(
    @CurrentResident() reader: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('callId') callId: string,
  ): Promise<void> {
    return this.calls.decline(reader, caseId, callId);
  }
}
