import { Body, Controller, Headers, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import type { AnswerOf, ResidentSession } from '../contracts/index.js';
import type { ResidentCaller, VisitorCaller } from './caller.js';
import { bearerToken } from './callers.js';
import { CurrentVisitor } from './current-caller.js';
import { RedeemCodeDto } from './identity.dto.js';
import { SessionLimit } from './rate-limits.js';
import { ResidentSessions } from './resident-session.service.js';

/** The frame's own session. */
@ApiTags('resident: session')
@Controller()
export class ResidentSessionController {
  constructor(private readonly sessions: ResidentSessions) {}

  @Serves('POST /api/resident-session', 201)
  @NoFields()
  @UseGuards(SessionLimit)
  @ApiOperation({ summary: 'Begin a session without a name' })
  begin(): Promise<ResidentSession> {
    return this.sessions.begin();
  }

  @Serves('POST /api/resident-session/renew')
  @NoFields()
  @UseGuards(SessionLimit)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'A new token for an old one, also one that expired, until `renewableUntil`' })
  renew(@Headers('authorization') authorization: string | undefined): Promise<ResidentSession> {
    return this.sessions.renew(bearerToken(authorization));
  }

  @Serves('POST /api/resident-session/redeem')
  @UseGuards(SessionLimit)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Make the session that of the person who signed in; cases so far become theirs' })
  redeem(
    @CurrentVisitor() caller: VisitorCaller | ResidentCaller,
    @Body() body: RedeemCodeDto,
  ): Promise<ResidentSession> {
    return this.sessions.redeem(caller, body);
  }

  @Serves('DELETE /api/resident-session', 204)
  @NoFields()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'End the session in all tabs' })
  async end(@CurrentVisitor() { sessionId }: VisitorCaller | ResidentCaller): Promise<void> {
    await this.sessions.end(sessionId);
  }

  @Serves('GET /api/me')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Who is signed in, with the children they may write for' })
  async me(@CurrentVisitor() caller: VisitorCaller | ResidentCaller): Promise<AnswerOf<'GET /api/me'>> {
    return { person: caller.kind === 'resident' ? await this.sessions.person(caller.personId) : null };
  }
}
