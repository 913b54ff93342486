import type { Response } from 'express';
import express from 'express';
import type { Pool } from 'pg';
import request from 'supertest';
import type { Settings } from '../config/environment.js';
import { readCookie, setSignInCookie, takeSignInCookie } from './cookies.js';
import { createSessionMiddleware } from './staff-session.js';

const settings = (DEMO: boolean): Settings => ({ DEMO, SESSION_SECRET: 's'.repeat(32) }) as Settings;

/** A server with the sessions on it, whose rows are not stored, and a route that signs in. */
function server(demo: boolean, queries: string[] = [], isAway = () => false): express.Express {
  const pool = {
    query: async (sql: string) => {
      queries.push(sql.slice(0, 6));
      if (isAway()) throw new Error('the database system is starting up');
      return { rows: [] };
    },
  };
  const app = express();
  app.use(createSessionMiddleware(pool as unknown as Pool, settings(demo)));
  app.get('/sign-in', (asked, response) => {
    asked.session.staff = {
      sessionId: 's',
      staffId: 't',
      commissionId: null,
      csrfToken: 'c',
      signedInAt: '',
    };
    response.end();
  });
  app.get('/', (_asked, response) => void response.end());
  return app;
}

describe('the cookie of staff', () => {
  it('goes over TLS to this very host only, outside the demo', async () => {
    const answer = await request(server(false)).get('/sign-in').set('X-Forwarded-Proto', 'https');
    expect(answer.get('Set-Cookie')?.[0]).toMatch(
      /^__Host-slussen-staff=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('is not given without TLS, outside the demo', async () => {
    const answer = await request(server(false)).get('/sign-in');
    expect(answer.get('Set-Cookie')).toBeUndefined();
  });

  it('does without TLS in the demo', async () => {
    const answer = await request(server(true)).get('/sign-in');
    expect(answer.get('Set-Cookie')?.[0]).toMatch(
      /^slussen-staff=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
  });

  it('outlives a request for which it could not be read', async () => {
    const queries: string[] = [];
    let isAway = false;
    const desk = server(true, queries, () => isAway);
    const [cookie = ''] = (await request(desk).get('/sign-in')).get('Set-Cookie') ?? [];
    isAway = true;
    const answer = await request(desk).get('/').set('Cookie', cookie);
    expect(answer.status).toBe(500);
    expect(queries.slice(1)).toEqual(['SELECT']);
  });

  it('is not given to who has not signed in, and costs them no query', async () => {
    const queries: string[] = [];
    const answer = await request(server(true, queries)).get('/');
    expect(answer.get('Set-Cookie')).toBeUndefined();
    expect(queries).toEqual([]);
  });
});

describe('the cookie of a sign-in under way', () => {
  it('is bound to one sign-in and taken once', () => {
    const set: [string, string, object][] = [];
    const cleared: string[] = [];
    const response = {
      cookie: (...args: [string, string, object]) => set.push(args),
      clearCookie: (name: string) => cleared.push(name),
    } as unknown as Response;
    setSignInCookie(response, settings(false), 'a', 'secret');
    expect(set).toEqual([
      [
        '__Host-slussen-sign-in-a',
        'secret',
        { httpOnly: true, sameSite: 'lax', secure: true, path: '/', maxAge: 600_000 },
      ],
    ]);
    const header = 'other=1; __Host-slussen-sign-in-b=no; __Host-slussen-sign-in-a=secret';
    expect(takeSignInCookie(response, settings(false), 'a', header)).toBe('secret');
    expect(cleared).toEqual(['__Host-slussen-sign-in-a']);
    expect(takeSignInCookie(response, settings(true), 'a', header)).toBeUndefined();
  });

  it.each([
    [undefined, undefined],
    ['', undefined],
    ['a=1', '1'],
    ['b=2; a=1', '1'],
    ['aa=2', undefined],
  ])('reads %j', (header, value) => {
    expect(readCookie(header, 'a')).toBe(value);
  });
});
