import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { ProblemException } from '../config/problem.exception.js';
import type { CallerKind } from './access-table.js';
import { type Caller, type CommissionCaller, callerKind, isLetIn, type StaffCaller } from './caller.js';
import { readCookie } from './cookies.js';
import { CSRF_HEADER, isFromOwnPage, isOwnHandshake } from './csrf.js';
import { GuestPasses } from './guest-passes.js';
import { ownOrigin } from './providers.js';
import { ResidentSessions } from './resident-session.service.js';
import { type StaffSessionData, sessionCookieName } from './staff-session.js';
import { StaffSessions, sessionOver } from './staff-session.service.js';

const STAFF_KINDS: readonly CallerKind[] = ['staff', 'commission', 'manager', 'editor'];
const BEARER = /^Bearer +(\S+)$/i;

/** What a socket's handshake says about the caller who opens it. */
export interface SocketHandshake {
  auth: Record<string, unknown>;
  headers: { cookie?: string; origin?: string; 'sec-fetch-site'?: string };
  /** The session that the middleware found for the handshake's cookie. */
  session: { staff?: StaffSessionData } | undefined;
}

/** Identifies callers: frames by their bearer token, staff by their cookie. */
@Injectable()
export class Callers {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly residentSessions: ResidentSessions,
    private readonly staffSessions: StaffSessions,
    private readonly guestPasses: GuestPasses,
  ) {}

  /**
   * The caller of a route that allows these kinds.
   * @throws ProblemException `not-signed-in`, `session-expired`, `not-allowed`, `wrong-csrf-token`
   */
  async ofRequest(request: Request, allowed: readonly CallerKind[]): Promise<Caller> {
    if (allowed.includes('anyone')) return { kind: 'anyone' };
    const frames = allowed.includes('visitor') || allowed.includes('resident');
    const staff = STAFF_KINDS.some((kind) => allowed.includes(kind));
    const caller =
      frames && (!staff || request.headers.authorization !== undefined)
        ? await this.residentSessions.authenticate(bearerToken(request.headers.authorization))
        : await this.staffOfRequest(request);
    request.caller = caller; // named in the log when they are refused
    if (isLetIn(callerKind(caller), allowed)) return caller;
    throw refusal(caller);
  }

  /**
   * The caller that opens a socket: `auth.token` for frames, `auth.pass` for guests of a call, the cookie for
   * staff.
   * @throws ProblemException like `ofRequest`; `not-allowed` for staff from an origin other than our own
   */
  async ofSocket({ auth, headers, session }: SocketHandshake): Promise<Caller> {
    if (auth.token !== undefined) {
      if (typeof auth.token !== 'string') throw notSignedIn();
      return this.residentSessions.authenticate(auth.token);
    }
    if (auth.pass !== undefined) {
      const guest = typeof auth.pass === 'string' ? await this.guestPasses.find(auth.pass) : null;
      if (!guest) throw notSignedIn();
      return guest;
    }
    const source = { origin: headers.origin, fetchSite: headers['sec-fetch-site'] };
    if (!isOwnHandshake(source, ownOrigin(this.settings))) {
      throw new ProblemException('not-allowed', 'Staff connect from the desk only.');
    }
    return this.staffOf(session?.staff, headers.cookie);
  }

  /** The caller behind an open socket as they are now: null when their session is over. */
  async now(caller: Caller): Promise<Caller | null> {
    switch (caller.kind) {
      case 'anyone':
        return null;
      case 'visitor':
      case 'resident':
        return (await this.residentSessions.isLive(caller)) ? caller : null;
      case 'guest':
        return (await this.guestPasses.isLive(caller)) ? caller : null;
      case 'staff':
      case 'commission':
        return this.staffSessions.callerNow(caller);
    }
  }

  private async staffOfRequest(request: Request): Promise<StaffCaller | CommissionCaller> {
    const caller = await this.staffOf(request.session?.staff, request.headers.cookie);
    const { method } = request;
    const source = {
      method,
      csrfToken: request.get(CSRF_HEADER),
      fetchSite: request.get('sec-fetch-site'),
      origin: request.get('origin'),
    };
    if (isFromOwnPage(source, request.session.staff?.csrfToken ?? '', ownOrigin(this.settings)))
      return caller;
    throw new ProblemException(
      'wrong-csrf-token',
      `Send the token of GET /api/staff/me in the header ${CSRF_HEADER}.`,
    );
  }

  private async staffOf(
    data: StaffSessionData | undefined,
    cookies: string | undefined,
  ): Promise<StaffCaller | CommissionCaller> {
    const caller = data ? await this.staffSessions.callerOf(data) : null;
    if (caller) return caller;
    if (!data && readCookie(cookies, sessionCookieName(this.settings)) === undefined) throw notSignedIn();
    throw sessionOver();
  }
}

/**
 * The token of an `Authorization: Bearer` header. @throws ProblemException `not-signed-in` when it is missing
 */
export function bearerToken(authorization: string | undefined): string {
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (!token) throw notSignedIn();
  return token;
}

function notSignedIn(): ProblemException {
  return new ProblemException(
    'not-signed-in',
    'Sign in, or begin a session, then send the same request again.',
  );
}

function refusal(caller: Caller): ProblemException {
  if (caller.kind === 'visitor')
    return new ProblemException('not-signed-in', 'Sign in to go on; what is written is kept.');
  if (caller.kind === 'staff') return new ProblemException('not-allowed', 'Choose a commission first.');
  return new ProblemException('not-allowed', 'This is not open to you.');
}
