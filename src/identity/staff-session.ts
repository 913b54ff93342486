import { Logger } from '@nestjs/common';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import type { Settings } from '../config/environment.js';
import { STAFF_IDLE_MS } from './session-times.js';

/** What a staff session keeps. Only `commissionId` ever changes, once, from null. */
export interface StaffSessionData {
  /** An id to speak of the session by; the cookie's own value is a secret. */
  sessionId: string;
  staffId: string;
  commissionId: string | null;
  csrfToken: string;
  /** Instant */
  signedInAt: string;
}

declare module 'express-session' {
  interface SessionData {
    staff?: StaffSessionData;
  }
}

/**
 * The middleware of staff's cookie sessions, kept in `web_session`; for HTTP, and for the handshake of sockets. A
 * session ends after an hour without requests; it is made at sign-in only, so residents never get a cookie of it.
 */
export function createSessionMiddleware(pool: Pool, settings: Settings): RequestHandler {
  const logger = new Logger('StaffSession');
  const Store = connectPgSimple(session);
  return session({
    store: new Store({
      pool,
      tableName: 'web_session',
      createTableIfMissing: false,
      errorLog: (...words: unknown[]) => logger.warn(words.map(String).join(' ')),
    }),
    name: sessionCookieName(settings),
    secret: settings.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    unset: 'destroy',
    // Only decides whether the connection counts as secure enough to set the cookie; the proxy in front ends TLS.
    proxy: true,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: !settings.DEMO,
      path: '/',
      maxAge: STAFF_IDLE_MS,
    },
  });
}

/** `__Host-` binds the cookie to this very host over TLS; the demo has no TLS. */
export function sessionCookieName(settings: Settings): string {
  return settings.DEMO ? 'slussen-staff' : '__Host-slussen-staff';
}
