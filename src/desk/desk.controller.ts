import { Body, Controller, Query } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { DeskCase, QueueView } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { Queue } from '../queue/queue.service.js';
import {
  AdviceDto,
  ClaimDto,
  ClaimNextDto,
  CloseDto,
  HandBackDto,
  ImageRequestDto,
  NoteDto,
  QueueQuery,
  RecordNoteDto,
  TelephoneCallDto,
  UrgencyDto,
} from './desk.dto.js';
import { DeskActions } from './desk-actions.service.js';
import { DeskCases } from './desk-cases.service.js';

/** The desk: queues, and what staff do with a case. */
@ApiTags('desk')
@ApiCookieAuth()
@Controller()
export class DeskController {
  constructor(
    private readonly queue: Queue,
    private readonly actions: DeskActions,
    private readonly deskCases: DeskCases,
  ) {}

  @Serves('GET /api/desk/queue')
  @ApiOperation({ summary: 'The queue in the order of need' })
  list(
    @CurrentCommission() commission: CommissionCaller,
    @Query() { scope }: QueueQuery,
  ): Promise<QueueView> {
    return this.deskCases.queue(commission, scope);
  }

  @Serves('POST /api/desk/claims')
  @ApiOperation({ summary: 'Next case: claims the one in greatest need' })
  async next(
    @CurrentCommission() commission: CommissionCaller,
    @Body() body: ClaimNextDto,
  ): Promise<{ caseId: string | null }> {
    return { caseId: await this.queue.claimNext(commission, body) };
  }

  @Serves('GET /api/desk/cases/:caseId')
  @ApiOperation({ summary: 'A case; the reading is written to the access log' })
  show(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<DeskCase> {
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/claim')
  @ApiOperation({ summary: 'Claims this case' })
  async claim(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { id }: ClaimDto,
  ): Promise<DeskCase> {
    await this.queue.claim(commission, caseId, id);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/hand-back')
  @ApiOperation({ summary: 'Gives the case back to its queue, place kept' })
  async handBack(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: HandBackDto,
  ): Promise<DeskCase> {
    await this.queue.handBack(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/closing')
  @ApiOperation({ summary: 'Closes the case with a result' })
  async close(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: CloseDto,
  ): Promise<DeskCase> {
    await this.actions.close(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('PUT /api/desk/cases/:caseId/urgency')
  @ApiOperation({ summary: 'Raises or lowers the urgency; lowering needs a reason' })
  async changeUrgency(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: UrgencyDto,
  ): Promise<DeskCase> {
    await this.actions.changeUrgency(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/notes')
  @ApiOperation({ summary: 'Writes a note for staff only' })
  async note(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: NoteDto,
  ): Promise<DeskCase> {
    await this.actions.writeNote(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/record-notes')
  @ApiOperation({
    summary: "Keeps the text that was copied or printed for the patient's record; for staff only",
  })
  async recordNote(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: RecordNoteDto,
  ): Promise<DeskCase> {
    await this.actions.takeRecordNote(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/advice')
  @ApiOperation({ summary: 'Gives the advice of the triage again' })
  async advice(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: AdviceDto,
  ): Promise<DeskCase> {
    await this.actions.giveAdvice(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/image-requests')
  @ApiOperation({ summary: 'Asks the resident for an image, with what helps' })
  async imageRequest(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { id }: ImageRequestDto,
  ): Promise<DeskCase> {
    await this.actions.askForImage(commission, caseId, id);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/telephone-calls')
  @ApiOperation({ summary: 'Notes how an ordinary telephone call to the resident went' })
  async telephoneCall(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: TelephoneCallDto,
  ): Promise<DeskCase> {
    await this.actions.noteTelephoneCall(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }
}
