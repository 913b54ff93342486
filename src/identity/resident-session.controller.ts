import { Body, Controller, Delete, Get, Headers, HttpCode, Post, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import type { ResidentCaller, VisitorCaller } from './caller.js';
import { bearerToken } from './callers.js';
import { CurrentVisitor } from './current-caller.js';
import { MeDto, RedeemCodeDto, ResidentSessionDto } from './identity.dto.js';
import { SessionLimit } from './rate-limits.js';
import { ResidentSessions } from './resident-session.service.js';

/** The frame's own session. */
@ApiTags('resident: session')
@Controller('api')
export class ResidentSessionController {
  constructor(private readonly sessions: ResidentSessions) {}

  @Post('resident-session')
  @NoFields()
  @UseGuards(SessionLimit)
  @ApiOperation({ summary: 'Begin a session without a name' })
  @ApiCreatedResponse({ type: ResidentSessionDto })
  begin(): Promise<ResidentSessionDto> {
    return this.sessions.begin();
  }

  @Post('resident-session/renew')
  @NoFields()
  @HttpCode(200)
  @UseGuards(SessionLimit)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'A new token for an old one, also one that expired, until `renewableUntil`' })
  @ApiOkResponse({ type: ResidentSessionDto })
  renew(@Headers('authorization') authorization: string | undefined): Promise<ResidentSessionDto> {
    return this.sessions.renew(bearerToken(authorization));
  }

  @Post('resident-session/redeem')
  @HttpCode(200)
  @UseGuards(SessionLimit)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Make the session that of the person who signed in; cases so far become theirs' })
  @ApiOkResponse({ type: ResidentSessionDto })
  redeem(
    @CurrentVisitor() caller: VisitorCaller | ResidentCaller,
    @Body() body: RedeemCodeDto,
  ): Promise<ResidentSessionDto> {
    return this.sessions.redeem(caller, body);
  }

  @Delete('resident-session')
  @NoFields()
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'End the session in all tabs' })
  @ApiNoContentResponse()
  async end(@CurrentVisitor() { sessionId }: VisitorCaller | ResidentCaller): Promise<void> {
    await this.sessions.end(sessionId);
  }

  @Get('me')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Who is signed in, with the children they may write for' })
  @ApiOkResponse({ type: MeDto })
  async me(@CurrentVisitor() caller: VisitorCaller | ResidentCaller): Promise<MeDto> {
    return { person: caller.kind === 'resident' ? await this.sessions.person(caller.personId) : null };
  }
}
