import { Body, Controller, Param, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { ResidentCase } from '../contracts/index.js';
import type { ResidentCaller, VisitorCaller } from '../identity/caller.js';
import { CurrentResident, CurrentVisitor } from '../identity/current-caller.js';
import { CaseLimit } from '../identity/rate-limits.js';
import { CaseStarts } from './case-starts.service.js';
import { Interpreters } from './interpreters.service.js';
import {
  AnswerAlarmDto,
  AskInterpreterDto,
  ChooseReasonDto,
  DeclineOffersDto,
  GiveAnswerDto,
  NamePatientDto,
  StartCaseDto,
} from './triage.dto.js';
import { Triage } from './triage.service.js';

/** A resident's way through triage. */
@ApiTags('resident: triage')
@ApiBearerAuth()
@Controller()
export class TriageController {
  constructor(
    private readonly starts: CaseStarts,
    private readonly triage: Triage,
    private readonly interpreters: Interpreters,
  ) {}

  @Serves('POST /api/cases')
  @UseGuards(CaseLimit)
  @ApiOperation({ summary: 'Begins a case with the own words' })
  start(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @Body() body: StartCaseDto,
  ): Promise<ResidentCase> {
    return this.starts.start(visitor, body);
  }

  @Serves('PUT /api/cases/:caseId/alarm')
  @ApiOperation({ summary: 'Goes on after an alarm in the own words, or says that it was not meant' })
  answerAlarm(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: AnswerAlarmDto,
  ): Promise<ResidentCase> {
    return this.triage.answerAlarm(visitor, caseId, body);
  }

  @Serves('PUT /api/cases/:caseId/reason')
  @ApiOperation({ summary: 'Picks the contact reason' })
  chooseReason(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { flowId }: ChooseReasonDto,
  ): Promise<ResidentCase> {
    return this.triage.chooseReason(visitor, caseId, flowId);
  }

  @Serves('PUT /api/cases/:caseId/offers')
  @ApiOperation({ summary: 'Turns down the contact reasons that are offered by what was answered' })
  declineOffers(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { declined }: DeclineOffersDto,
  ): Promise<ResidentCase> {
    return this.triage.declineOffers(visitor, caseId, declined);
  }

  @Serves('PUT /api/cases/:caseId/answers/:questionId')
  @ApiOperation({ summary: 'Answers the question that is asked, or changes an earlier answer' })
  answer(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Param('questionId') questionId: string,
    @Body() { value }: GiveAnswerDto,
  ): Promise<ResidentCase> {
    return this.triage.answer(visitor, caseId, questionId, value);
  }

  @Serves('PUT /api/cases/:caseId/patient')
  @ApiOperation({ summary: 'Says whose case it is' })
  namePatient(
    @CurrentResident() resident: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { patientId }: NamePatientDto,
  ): Promise<ResidentCase> {
    return this.triage.namePatient(resident, caseId, patientId);
  }

  @Serves('PUT /api/cases/:caseId/interpreter')
  @ApiOperation({ summary: 'Asks for an interpreter, or for none any more' })
  askInterpreter(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { language }: AskInterpreterDto,
  ): Promise<ResidentCase> {
    return this.interpreters.ask(visitor, caseId, language === 'none' ? null : language);
  }

  @Serves('POST /api/cases/:caseId/contact-wish')
  @NoFields()
  @ApiOperation({ summary: '"I still want contact"' })
  wantContact(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<ResidentCase> {
    return this.triage.wantContact(visitor, caseId);
  }

  @Serves('POST /api/cases/:caseId/withdrawal')
  @NoFields()
  @ApiOperation({ summary: 'Takes the matter back' })
  withdraw(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<ResidentCase> {
    return this.triage.withdraw(visitor, caseId);
  }
}
