import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../config/uuid-param.js';
import type { DeskCase, QueueView } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { Queue } from '../queue/queue.service.js';
import { AdviceDto, ClaimDto, CloseDto, HandBackDto, NoteDto, QueueQuery, UrgencyDto } from './desk.dto.js';
import { DeskActions } from './desk-actions.service.js';
import { DeskCases } from './desk-cases.service.js';

/** The desk: queues, and what staff do with a case. */
@ApiTags('desk')
@ApiCookieAuth()
@Controller('api/desk')
export class DeskController {
  constructor(
    private readonly queue: Queue,
    private readonly actions: DeskActions,
    private readonly deskCases: DeskCases,
  ) {}

  @Get('queue')
  @ApiOperation({ summary: 'The queue in the order of need' })
  list(
    @CurrentCommission() commission: CommissionCaller,
    @Query() { scope }: QueueQuery,
  ): Promise<QueueView> {
    return this.deskCases.queue(commission, scope);
  }

  @Post('claims')
  @HttpCode(200)
  @ApiOperation({ summary: 'Next case: claims the one in greatest need' })
  async next(
    @CurrentCommission() commission: CommissionCaller,
    @Body() { id }: ClaimDto,
  ): Promise<{ caseId: string | null }> {
    return { caseId: await this.queue.claimNext(commission, id) };
  }

  @Get('cases/:caseId')
  @ApiOperation({ summary: 'A case; the reading is written to the access log' })
  show(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<DeskCase> {
    return this.deskCases.read(commission, caseId);
  }

  @Post('cases/:caseId/claim')
  @HttpCode(200)
  @ApiOperation({ summary: 'Claims this case' })
  async claim(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { id }: ClaimDto,
  ): Promise<DeskCase> {
    await this.queue.claim(commission, caseId, id);
    return this.deskCases.read(commission, caseId);
  }

  @Post('cases/:caseId/hand-back')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gives the case back to its queue, place kept' })
  async handBack(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: HandBackDto,
  ): Promise<DeskCase> {
    await this.queue.handBack(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Post('cases/:caseId/closing')
  @HttpCode(200)
  @ApiOperation({ summary: 'Closes the case with a result' })
  async close(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: CloseDto,
  ): Promise<DeskCase> {
    await this.actions.close(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Put('cases/:caseId/urgency')
  @ApiOperation({ summary: 'Raises or lowers the urgency; lowering needs a reason' })
  async changeUrgency(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: UrgencyDto,
  ): Promise<DeskCase> {
    await this.actions.changeUrgency(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Post('cases/:caseId/notes')
  @HttpCode(200)
  @ApiOperation({ summary: 'Writes a note for staff only' })
  async note(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: NoteDto,
  ): Promise<DeskCase> {
    await this.actions.writeNote(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Post('cases/:caseId/advice')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gives the advice of the triage again' })
  async advice(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { id }: AdviceDto,
  ): Promise<DeskCase> {
    await this.actions.giveAdvice(commission, caseId, id);
    return this.deskCases.read(commission, caseId);
  }
}
