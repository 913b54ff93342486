import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { NoFields } from '../config/no-fields.guard.js';
import { Serves } from '../config/serves.js';
import type { StaffSession } from '../contracts/index.js';
import type { CommissionCaller, StaffCaller } from './caller.js';
import { CurrentStaff } from './current-caller.js';
import { ChooseCommissionDto } from './identity.dto.js';
import { LeavingStaff } from './leaving-staff.js';
import { sessionCookieName } from './staff-session.js';
import { StaffSessions, sessionOver } from './staff-session.service.js';

@ApiTags('staff: session')
@ApiCookieAuth()
@Controller()
export class StaffController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly sessions: StaffSessions,
    private readonly leaving: LeavingStaff,
  ) {}

  @Serves('GET /api/staff/me')
  @ApiOperation({ summary: 'Who is signed in, in which commission, and the token for changes' })
  me(@Req() request: Request): Promise<StaffSession> {
    return this.view(request);
  }

  @Serves('PUT /api/staff/commission')
  @ApiOperation({ summary: 'Choose the commission of this session; once' })
  async choose(
    @Req() request: Request,
    @CurrentStaff() { staffId }: StaffCaller | CommissionCaller,
    @Body() { commissionId }: ChooseCommissionDto,
  ): Promise<StaffSession> {
    await this.sessions.choose(request, staffId, commissionId);
    return this.view(request);
  }

  @Serves('POST /api/staff/sign-out', 204)
  @NoFields()
  @ApiOperation({ summary: 'End the session in all tabs; what one holds goes back to its queue' })
  async signOut(
    @Req() request: Request,
    @CurrentStaff() caller: StaffCaller | CommissionCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.end(request);
    if (caller.kind === 'commission') await this.leaving.leave(caller);
    response.clearCookie(sessionCookieName(this.settings), {
      httpOnly: true,
      sameSite: 'lax',
      secure: !this.settings.DEMO,
      path: '/',
    });
  }

  private view(request: Request): Promise<StaffSession> {
    // The session may end between the guard and here: another tab signed out.
    if (!request.session.staff) throw sessionOver();
    return this.sessions.view(request.session.staff);
  }
}
