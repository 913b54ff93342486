import { Body, Controller, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import { UuidParam } from '../config/uuid-param.js';
import type { ResidentCase } from '../contracts/index.js';
import type { ResidentCaller, VisitorCaller } from '../identity/caller.js';
import { CurrentResident, CurrentVisitor } from '../identity/current-caller.js';
import { CaseLimit } from '../identity/rate-limits.js';
import { ChooseReasonDto, GiveAnswerDto, NamePatientDto, StartCaseDto } from './triage.dto.js';
import { Triage } from './triage.service.js';

/** A resident's way through triage. */
@ApiTags('resident: triage')
@ApiBearerAuth()
@Controller('api/cases')
export class TriageController {
  constructor(private readonly triage: Triage) {}

  @Post()
  @UseGuards(CaseLimit)
  @HttpCode(200)
  @ApiOperation({ summary: 'Begins a case with the own words' })
  start(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @Body() body: StartCaseDto,
  ): Promise<ResidentCase> {
    return this.triage.start(visitor, body);
  }

  @Put(':caseId/reason')
  @ApiOperation({ summary: 'Picks the contact reason' })
  chooseReason(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { flowId }: ChooseReasonDto,
  ): Promise<ResidentCase> {
    return this.triage.chooseReason(visitor, caseId, flowId);
  }

  @Put(':caseId/answers/:questionId')
  @ApiOperation({ summary: 'Answers the question that is asked, or changes an earlier answer' })
  answer(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Param('questionId') questionId: string,
    @Body() { value }: GiveAnswerDto,
  ): Promise<ResidentCase> {
    return this.triage.answer(visitor, caseId, questionId, value);
  }

  @Put(':caseId/patient')
  @ApiOperation({ summary: 'Says whose case it is' })
  namePatient(
    @CurrentResident() resident: ResidentCaller,
    @UuidParam('caseId') caseId: string,
    @Body() { patientId }: NamePatientDto,
  ): Promise<ResidentCase> {
    return this.triage.namePatient(resident, caseId, patientId);
  }

  @Post(':caseId/contact-wish')
  @NoFields()
  @HttpCode(200)
  @ApiOperation({ summary: '"I still want contact"' })
  wantContact(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<ResidentCase> {
    return this.triage.wantContact(visitor, caseId);
  }

  @Post(':caseId/withdrawal')
  @NoFields()
  @HttpCode(200)
  @ApiOperation({ summary: 'Takes the matter back' })
  withdraw(
    @CurrentVisitor() visitor: VisitorCaller | ResidentCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<ResidentCase> {
    return this.triage.withdraw(visitor, caseId);
  }
}
