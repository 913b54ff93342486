import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../config/uuid-param.js';
import type { CallView, GuestInvitation } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { InviteGuestDto, StartCallDto } from './call.dto.js';
import { Calls } from './call.service.js';
import { CallInvitations } from './call-invitations.service.js';

/** The desk calls. What happens in a call goes over the socket. */
@ApiTags('desk: calls')
@ApiCookieAuth()
@Controller('api/desk/cases/:caseId/calls')
export class DeskCallsController {
  constructor(
    private readonly calls: Calls,
    private readonly invitations: CallInvitations,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Calls the resident of a case that one holds; the same id again is the same call',
  })
  start(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @Body() body: StartCallDto,
  ): Promise<CallView> {
    return this.calls.start(commission, caseId, body);
  }

  @Post(':callId/invitations')
  @HttpCode(200)
  @ApiOperation({
    summary: 'A link for an interpreter or a relative, that can be opened once; it is shown once',
  })
  invite(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('callId') callId: string,
    @Body() body: InviteGuestDto,
  ): Promise<GuestInvitation> {
    return this.invitations.invite(commission, caseId, callId, body);
  }
}
