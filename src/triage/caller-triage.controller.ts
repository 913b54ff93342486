import { Body, Controller, Param, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { ResidentCase } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { CaseLimit } from '../identity/rate-limits.js';
import { OpenForCallerDto, WithdrawForCallerDto } from './caller.dto.js';
import { CallerCases } from './caller-cases.service.js';
import { AnswerAlarmDto, ChooseReasonDto, DeclineOffersDto, GiveAnswerDto } from './triage.dto.js';
import { Triage } from './triage.service.js';

/** The way through triage of somebody who rings, walked by staff on their behalf. */
@ApiTags('desk: callers')
@ApiCookieAuth()
@Controller()
export class CallerTriageController {
  constructor(
    private readonly callers: CallerCases,
    private readonly triage: Triage,
  ) {}

  @Serves('POST /api/desk/caller-cases')
  @UseGuards(CaseLimit)
  @ApiOperation({ summary: 'Opens a case for somebody on the telephone' })
  async open(
    @CurrentCommission() staff: CommissionCaller,
    @Body() body: OpenForCallerDto,
  ): Promise<ResidentCase> {
    await this.callers.open(staff, body);
    return this.callers.read(staff, body.id);
  }

  @Serves('GET /api/desk/cases/:caseId/questions')
  @ApiOperation({ summary: 'Where the case stands in its questions, to be read out' })
  show(
    @CurrentCommission() staff: CommissionCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<ResidentCase> {
    return this.callers.read(staff, caseId);
  }

  @Serves('PUT /api/desk/cases/:caseId/alarm')
  @ApiOperation({ summary: 'Goes on after an alarm in what was said, or says that it was not meant' })
  async answerAlarm(
    @CurrentCommission() staff: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: AnswerAlarmDto,
  ): Promise<ResidentCase> {
    await this.triage.answerAlarm(staff, caseId, body);
    return this.callers.read(staff, caseId);
  }

  @Serves('PUT /api/desk/cases/:caseId/reason')
  @ApiOperation({ summary: 'Picks the contact reason for somebody on the telephone' })
  async chooseReason(
    @CurrentCommission() staff: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { flowId }: ChooseReasonDto,
  ): Promise<ResidentCase> {
    await this.triage.chooseReason(staff, caseId, flowId);
    return this.callers.read(staff, caseId);
  }

  @Serves('PUT /api/desk/cases/:caseId/offers')
  @ApiOperation({ summary: 'Turns down the contact reasons that are offered by what was answered' })
  async declineOffers(
    @CurrentCommission() staff: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { declined }: DeclineOffersDto,
  ): Promise<ResidentCase> {
    await this.triage.declineOffers(staff, caseId, declined);
    return this.callers.read(staff, caseId);
  }

  @Serves('PUT /api/desk/cases/:caseId/answers/:questionId')
  @ApiOperation({ summary: 'Answers the question that is asked, as it was said on the telephone' })
  async answer(
    @CurrentCommission() staff: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Param('questionId') questionId: string,
    @Body() { value }: GiveAnswerDto,
  ): Promise<ResidentCase> {
    await this.triage.answer(staff, caseId, questionId, value);
    return this.callers.read(staff, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/contact-wish')
  @NoFields()
  @ApiOperation({ summary: '"They still want contact"' })
  async wantContact(
    @CurrentCommission() staff: CommissionCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<ResidentCase> {
    await this.triage.wantContact(staff, caseId);
    return this.callers.read(staff, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/withdrawal')
  @ApiOperation({ summary: 'Takes the matter back for somebody on the telephone' })
  async withdraw(
    @CurrentCommission() staff: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { upTo }: WithdrawForCallerDto,
  ): Promise<ResidentCase> {
    await this.triage.withdraw(staff, caseId, upTo);
    return this.callers.read(staff, caseId);
  }
}
