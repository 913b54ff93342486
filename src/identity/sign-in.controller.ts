import { Controller, Header, Inject, Logger, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { Serves } from '../config/serves.js';
import { setSignInCookie, takeSignInCookie } from './cookies.js';
import { sendPage } from './page.js';
import { HAND_OVER_JS, PAGE_CSS } from './page-assets.js';
import type { Audience } from './provider-settings.js';
import { SignInLimit } from './rate-limits.js';
import { SignInFailure, SignIns } from './sign-in.service.js';
import { SignInPageFilter } from './sign-in-page.filter.js';
import { handOverPage } from './sign-in-pages.js';
import { StaffSessions } from './staff-session.service.js';
import { TOKEN } from './tokens.js';

/** The windows of signing in. Whatever happens, people see a page that says what to do. */
@ApiExcludeController()
@UseFilters(SignInPageFilter)
@Controller()
export class SignInController {
  private readonly logger = new Logger(SignInController.name);

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly signIns: SignIns,
    private readonly staffSessions: StaffSessions,
  ) {}

  @Serves('GET /sign-in/resident')
  @UseGuards(SignInLimit)
  async resident(@Query('challenge') challenge: unknown, @Res() response: Response): Promise<void> {
    if (typeof challenge !== 'string' || !TOKEN.test(challenge))
      throw new SignInFailure('bad-link', 'resident');
    await this.leave('resident', challenge, response);
  }

  @Serves('GET /sign-in/staff')
  @UseGuards(SignInLimit)
  async staff(@Res() response: Response): Promise<void> {
    await this.leave('staff', null, response);
  }

  @Serves('GET /sign-in/callback')
  @UseGuards(SignInLimit)
  async callback(
    @Req() request: Request,
    @Query('state') state: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const signIn = await this.signIns.find(state);
    const browserSecret = takeSignInCookie(response, this.settings, signIn.id, request.headers.cookie);
    const result = await this.signIns.complete(signIn, queryOf(request), browserSecret);
    if (result.audience === 'resident') {
      sendPage(response, 200, handOverPage(result.code, result.challenge));
      return;
    }
    await this.staffSessions.begin(request, result.staffId, result.commissionId);
    this.logger.log({ staffId: result.staffId }, 'staff signed in');
    response.set('Cache-Control', 'no-store').redirect(303, '/desk/');
  }

  @Serves('GET /sign-in/page.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  stylesheet(): string {
    return PAGE_CSS;
  }

  @Serves('GET /sign-in/hand-over.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  handOverScript(): string {
    return HAND_OVER_JS;
  }

  private async leave(audience: Audience, frameChallenge: string | null, response: Response): Promise<void> {
    const { id, browserSecret, location } = await this.signIns.begin(audience, frameChallenge);
    setSignInCookie(response, this.settings, id, browserSecret);
    response
      .set({
        'Cache-Control': 'no-store',
        'Cross-Origin-Opener-Policy': 'unsafe-none',
        'Referrer-Policy': 'no-referrer',
      })
      .redirect(303, location.href);
  }
}

function queryOf(request: Request): string {
  const begin = request.originalUrl.indexOf('?');
  return begin < 0 ? '' : request.originalUrl.slice(begin);
}
