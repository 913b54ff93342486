import { Body, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { ColleagueUnit, ConsultationLists, ConsultationRecord } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { Colleagues } from './colleagues.service.js';
import { EndConsultationDto } from './consultation.dto.js';
import { ConsultationViews } from './consultation-views.js';
import { Consultations } from './consultations.service.js';

/** Lists and records of consultations. Routes that change a case and then show it are in the queue's room. */
@ApiTags('desk: consultations')
@ApiCookieAuth()
@Controller()
export class ConsultationController {
  constructor(
    private readonly consultations: Consultations,
    private readonly views: ConsultationViews,
    private readonly colleagues: Colleagues,
  ) {}

  @Serves('GET /api/desk/colleagues')
  @ApiOperation({ summary: 'Units with their competences, whether they are open, and who is on duty' })
  listColleagues(@CurrentCommission() commission: CommissionCaller): Promise<ColleagueUnit[]> {
    return this.colleagues.list(commission);
  }

  @Serves('GET /api/desk/consultations')
  @ApiOperation({ summary: 'What my unit is asked, what I have asked, and what ended today' })
  lists(@CurrentCommission() commission: CommissionCaller): Promise<ConsultationLists> {
    return this.views.lists(commission);
  }

  @Serves('GET /api/desk/consultations/:consultationId')
  @ApiOperation({
    summary:
      'A consultation with its thread, also after it has ended; the reading is written to the access log',
  })
  record(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('consultationId') consultationId: string,
  ): Promise<ConsultationRecord> {
    return this.views.record(commission, consultationId);
  }

  @Serves('POST /api/desk/consultations/:consultationId/ending')
  @ApiOperation({ summary: 'Ends a consultation; the consulted unit no longer sees the case' })
  async end(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('consultationId') consultationId: string,
    @Body() { id }: EndConsultationDto,
  ): Promise<ConsultationRecord> {
    await this.consultations.end(commission, consultationId, id);
    return this.views.record(commission, consultationId);
  }
}
