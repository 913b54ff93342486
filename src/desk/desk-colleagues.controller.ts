import { Body, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import { AskConsultationDto, InviteDto, ReferDto, TakeOverDto } from '../consultations/consultation.dto.js';
import { Consultations } from '../consultations/consultations.service.js';
import { Participants } from '../consultations/participants.service.js';
import { Referrals } from '../consultations/referrals.service.js';
import { TakeOvers } from '../consultations/take-over.service.js';
import type { DeskCase } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { DeskCases } from './desk-cases.service.js';

/** What staff do with a case together with colleagues, or to pass it on to others. */
@ApiTags('desk: colleagues')
@ApiCookieAuth()
@Controller()
export class DeskColleaguesController {
  constructor(
    private readonly consultations: Consultations,
    private readonly takeOvers: TakeOvers,
    private readonly participants: Participants,
    private readonly referrals: Referrals,
    private readonly deskCases: DeskCases,
  ) {}

  @Serves('POST /api/desk/cases/:caseId/consultations')
  @ApiOperation({ summary: 'Asks a competence at a unit, or a colleague on duty, while one keeps the case' })
  async ask(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: AskConsultationDto,
  ): Promise<DeskCase> {
    await this.consultations.ask(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/consultations/:consultationId/take-over')
  @ApiOperation({ summary: 'Makes the case that one was consulted about one’s own' })
  async takeOver(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('consultationId') consultationId: string,
    @Body() body: TakeOverDto,
  ): Promise<DeskCase> {
    const caseId = await this.takeOvers.takeOver(commission, consultationId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/participants')
  @ApiOperation({ summary: 'Brings a colleague into the chat, where the resident sees them' })
  async invite(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: InviteDto,
  ): Promise<DeskCase> {
    await this.participants.invite(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }

  @Serves('DELETE /api/desk/cases/:caseId/participants/:commissionId', 204)
  @NoFields()
  @ApiOperation({ summary: 'Leaves the chat, or lets a participant go' })
  leave(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('commissionId') commissionId: string,
  ): Promise<void> {
    return this.participants.leave(commission, caseId, commissionId);
  }

  @Serves('POST /api/desk/cases/:caseId/referral')
  @ApiOperation({ summary: 'Sends the patient to an emergency department with a text to show there' })
  async refer(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: ReferDto,
  ): Promise<DeskCase> {
    await this.referrals.refer(commission, caseId, body);
    return this.deskCases.read(commission, caseId);
  }
}
