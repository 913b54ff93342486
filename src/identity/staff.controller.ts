import { Body, Controller, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import {
  ApiCookieAuth,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { NoFields } from '../config/no-fields.guard.js';
import type { CommissionCaller, StaffCaller } from './caller.js';
import { CSRF_HEADER } from './csrf.js';
import { CurrentStaff } from './current-caller.js';
import { ChooseCommissionDto, StaffSessionDto } from './identity.dto.js';
import { sessionCookieName } from './staff-session.js';
import { StaffSessions, sessionOver } from './staff-session.service.js';

/** Staff's own session. */
@ApiTags('staff: session')
@ApiCookieAuth()
@Controller('api/staff')
export class StaffController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly sessions: StaffSessions,
  ) {}

  @Get('me')
  @ApiOperation({ summary: 'Who is signed in, in which commission, and the token for changes' })
  @ApiOkResponse({ type: StaffSessionDto })
  me(@Req() request: Request): Promise<StaffSessionDto> {
    return this.view(request);
  }

  @Put('commission')
  @ApiHeader({ name: CSRF_HEADER, required: true })
  @ApiOperation({ summary: 'Choose the commission of this session; once' })
  @ApiOkResponse({ type: StaffSessionDto })
  async choose(
    @Req() request: Request,
    @CurrentStaff() { staffId }: StaffCaller | CommissionCaller,
    @Body() { commissionId }: ChooseCommissionDto,
  ): Promise<StaffSessionDto> {
    await this.sessions.choose(request, staffId, commissionId);
    return this.view(request);
  }

  @Post('sign-out')
  @NoFields()
  @HttpCode(204)
  @ApiHeader({ name: CSRF_HEADER, required: true })
  @ApiOperation({ summary: 'End the session in all tabs' })
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(request);
    response.clearCookie(sessionCookieName(this.settings), {
      httpOnly: true,
      sameSite: 'lax',
      secure: !this.settings.DEMO,
      path: '/',
    });
  }

  private view(request: Request): Promise<StaffSessionDto> {
    // The session may end between the guard and here: another tab signed out.
    if (!request.session.staff) throw sessionOver();
    return this.sessions.view(request.session.staff);
  }
}
