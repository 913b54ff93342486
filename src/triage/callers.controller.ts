import { Body, Controller, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BookTimeDto } from '../booking/booking.dto.js';
import { Bookings } from '../booking/booking.service.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { BookableTime, FoundCaller, ResidentCase } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { CaseLimit } from '../identity/rate-limits.js';
import { FindCallerDto } from './caller.dto.js';
import { CallerCases } from './caller-cases.service.js';
import { Callers } from './callers.service.js';

/** Somebody who rings: who it is, and a time for them. */
@ApiTags('desk: callers')
@ApiCookieAuth()
@Controller()
export class CallersController {
  constructor(
    private readonly callers: Callers,
    private readonly callerCases: CallerCases,
    private readonly bookings: Bookings,
  ) {}

  @Serves('POST /api/desk/callers')
  @UseGuards(CaseLimit)
  @ApiOperation({ summary: 'Finds somebody by identity number; what is shown is written to the access log' })
  find(
    @CurrentCommission() staff: CommissionCaller,
    @Body() { identityNumber }: FindCallerDto,
  ): Promise<FoundCaller> {
    return this.callers.find(staff, identityNumber);
  }

  @Serves('GET /api/desk/cases/:caseId/ticket-times')
  @ApiOperation({ summary: 'Times that the case has a ticket for, to be read out' })
  times(
    @CurrentCommission() staff: CommissionCaller,
    @UuidParam('caseId') caseId: string,
  ): Promise<BookableTime[]> {
    return this.bookings.times(staff, caseId);
  }

  @Serves('POST /api/desk/cases/:caseId/ticket-booking')
  @ApiOperation({ summary: 'Books a time with the ticket, for somebody on the telephone' })
  async book(
    @CurrentCommission() staff: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: BookTimeDto,
  ): Promise<ResidentCase> {
    await this.bookings.book(staff, caseId, body);
    return this.callerCases.read(staff, caseId);
  }
}
