import { Body, Controller } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import { UuidParam } from '../config/uuid-param.js';
import type { CallView, GuestInvitation, OpenInvitation } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';
import { CurrentCommission } from '../identity/current-caller.js';
import { InviteGuestDto, StartCallDto } from './call.dto.js';
import { Calls } from './call.service.js';
import { CallInvitations } from './call-invitations.service.js';

/** Calls from the desk. The events of a call go over the socket. */
@ApiTags('desk: calls')
@ApiCookieAuth()
@Controller()
export class DeskCallsController {
  constructor(
    private readonly calls: Calls,
    private readonly invitations: CallInvitations,
  ) {}

  @Serves('POST /api/desk/cases/:caseId/calls')
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

  @Serves('POST /api/desk/cases/:caseId/calls/:callId/invitations')
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

  @Serves('GET /api/desk/cases/:caseId/calls/:callId/invitations')
  @ApiOperation({ summary: 'Who is invited to a call of one’s own, without the links' })
  invited(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('callId') callId: string,
  ): Promise<OpenInvitation[]> {
    return this.invitations.list(commission, caseId, callId);
  }

  @Serves('DELETE /api/desk/cases/:caseId/calls/:callId/invitations/:invitationId', 204)
  @NoFields()
  @ApiOperation({ summary: 'Withdraws an invitation; a guest who is in the call by it is put out' })
  withdraw(
    @CurrentCommission() commission: CommissionCaller,
    @UuidParam('caseId') caseId: string,
    @UuidParam('callId') callId: string,
    @UuidParam('invitationId') invitationId: string,
  ): Promise<void> {
    return this.invitations.withdraw(commission, caseId, callId, invitationId);
  }
}
