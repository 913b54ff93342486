import { Body, Controller, Injectable, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Serves } from '../config/serves.js';
import type { GuestPass } from '../contracts/index.js';
import { AddressLimit } from '../identity/rate-limits.js';
import { RedeemInvitationDto } from './call.dto.js';
import { CallInvitations } from './call-invitations.service.js';

/** Limits how many invitations are opened. */
@Injectable()
export class GuestLimit extends AddressLimit {
  constructor() {
    super(300, 300);
  }
}

/** Interpreters and relatives who open their link. */
@ApiTags('guests of calls')
@Controller()
export class CallGuestsController {
  constructor(private readonly invitations: CallInvitations) {}

  @Serves('POST /api/call-guests')
  @UseGuards(GuestLimit)
  @ApiOperation({ summary: 'Opens an invitation, once; gives a pass for the socket (`auth.pass`)' })
  redeem(@Body() { token }: RedeemInvitationDto): Promise<GuestPass> {
    return this.invitations.redeem(token);
  }
}
