import { Logger } from '@nestjs/common';
import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session, { type SessionData } from 'express-session';
import type { Pool } from 'pg';
import type { Settings } from '../config/environment.js';
import { PERSON_HEADER } from '../contracts/index.js';
import { STAFF_IDLE_MS } from './session-times.js';

/** What a staff session stores. Only `commissionId` ever changes, once, from null. */
export interface StaffSessionData {
  /** An id by which to refer to the session; the cookie's own value is a secret. */
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
 * The middleware of staff's cookie sessions, stored in `web_session`; for HTTP, and for the handshake of
 * sockets. A session ends after an hour in which nobody did anything at the desk; it is created at sign-in only, so
 * residents never get its cookie.
 */
export function createSessionMiddleware(pool: Pool, settings: Settings): RequestHandler {
  return session({
    store: new StaffSessionStore(pool),
    name: sessionCookieName(settings),
    secret: settings.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    // Never by itself: a request whose session could not be read has none either, and would end it for good.
    unset: 'keep',
    // Only decides whether the connection counts as secure enough to set the cookie; the proxy in front
    // terminates TLS.
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

const TABLE = 'web_session';

/**
 * `express-session` saves a session again when the request that changed it ends, and its stores insert
 * missing rows: a session that was ended meanwhile by another request would be back. Here a session is
 * inserted once, where it begins, and only ever updated from then on.
 */
class StaffSessionStore extends connectPgSimple(session) {
  private readonly beginning = new WeakSet<object>();

  constructor(private readonly rows: Pool) {
    const logger = new Logger('StaffSession');
    super({
      pool: rows,
      tableName: TABLE,
      createTableIfMissing: false,
      errorLog: (...words: unknown[]) => logger.warn(words.map(String).join(' ')),
    });
  }

  override regenerate(request: Request, done: (error?: unknown) => void): void {
    super.regenerate(request, (error) => {
      this.beginning.add(request.session);
      done(error);
    });
  }

  /** Every request asks for it. Only one behind which a person is lets the session go on: pages ask by themselves too. */
  override touch(sid: string, data: SessionData, done?: (error?: unknown) => void): void {
    // The middleware hands over the session of the request, which has it though its type does not say so.
    const { req } = data as SessionData & { req?: Request };
    if (req?.headers[PERSON_HEADER] === undefined) done?.();
    else super.touch(sid, data, done);
  }

  override set(sid: string, data: SessionData, done: (error?: unknown) => void = () => undefined): void {
    if (this.beginning.delete(data)) {
      super.set(sid, data, done);
      return;
    }
    const expires = Date.now() + (data.cookie.maxAge ?? STAFF_IDLE_MS);
    this.rows
      .query(`UPDATE ${TABLE} SET sess = $2, expire = to_timestamp($3) WHERE sid = $1`, [
        sid,
        data,
        Math.ceil(expires / 1000),
      ])
      .then(() => done(), done);
  }
}

/** `__Host-` binds the cookie to this very host over TLS; the demo has no TLS. */
export function sessionCookieName(settings: Settings): string {
  return settings.DEMO ? 'slussen-staff' : '__Host-slussen-staff';
}
