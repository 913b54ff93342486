import { jest } from '@jest/globals';
import type { ResidentSession } from '../../contracts/index.js';
import { serverClock } from '../api/server-clock.js';
import { memoryStore, type Store } from '../api/storage.js';
import { SessionKeeper } from './session.js';

const PERSON = {
  id: 'p',
  givenName: 'Lisa',
  familyName: 'Andersson',
  language: 'sv' as const,
  listing: null,
  ageKnown: true,
  children: [],
};

/** The server's side of sessions, in little. */
class Sessions {
  made = 0;
  lifeMs = 30 * 60_000;
  livesLeft = 10;
  refuseRenewal = false;
  away = false;
  /** Answers of hand-overs that are lost; each kills the token that asked. */
  loseRedeemed = 0;
  refuseCodes = false;
  person: ResidentSession['person'] = PERSON;
  refuseEnding = false;
  ending = Promise.resolve();
  private readonly dead = new Set<string>();
  readonly asked: string[] = [];

  session(person: ResidentSession['person'] = null): ResidentSession {
    this.made += 1;
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    return {
      token: `token-${this.made}`,
      expiresAt: at(this.lifeMs),
      renewableUntil: at(this.livesLeft * this.lifeMs),
      person,
    };
  }

  fetch = (async (path: string, init: RequestInit) => {
    const token = (init.headers as Record<string, string>).authorization ?? '-';
    this.asked.push(`${init.method} ${path.replace('/api/resident-session', '')} ${token}`);
    if (this.away) throw new TypeError('fetch failed');
    if (init.method === 'DELETE') await this.ending;
    if (init.method === 'DELETE' && !this.refuseEnding) return new Response(null, { status: 204 });
    const redeems = path.endsWith('/redeem');
    if (
      init.method === 'DELETE' ||
      (path.endsWith('/renew') && this.refuseRenewal) ||
      (redeems && this.refuseCodes) ||
      (this.dead.has(token) && path !== '/api/resident-session')
    ) {
      const problem = { type: 'urn:slussen:problem:session-expired', title: '', status: 401, detail: '' };
      return new Response(JSON.stringify(problem), {
        status: 401,
        headers: { 'content-type': 'application/problem+json' },
      });
    }
    if (redeems) this.dead.add(token);
    if (redeems && this.loseRedeemed-- > 0) throw new TypeError('fetch failed');
    return new Response(JSON.stringify(this.session(redeems ? this.person : null)));
  }) as unknown as typeof fetch;
}

function keeper(server: Sessions, store: Store = memoryStore()) {
  return new SessionKeeper({ store, clock: serverClock(), fetch: server.fetch });
}

describe('SessionKeeper', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('makes one session however many ask for it', async () => {
    const server = new Sessions();
    const session = keeper(server);
    expect(session.getState().status).toBe('none');
    await Promise.all([session.open(), session.open()]);
    await session.open();
    expect(server.asked).toEqual(['POST  -']);
    expect(session.getState().status).toBe('open');
    expect(session.token).toBe('token-1');
  });

  it('renews in the background before the time runs out', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    const stop = session.follow(new EventTarget() as unknown as Window);
    await jest.advanceTimersByTimeAsync(20 * 60_000);
    expect(session.token).toBe('token-1');
    await jest.advanceTimersByTimeAsync(2 * 60_000);
    expect(session.token).toBe('token-2');
    stop();
  });

  it('tells whoever is signed in of an end that renewing does not put off, and nobody else', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    await session.redeem('code', 'verifier', null);
    expect(session.getState().endsAt).toBeNull();
    server.livesLeft = 1.5;
    await session.redeem('code', 'verifier', null);
    expect(session.getState().endsAt).toBe(new Date(Date.now() + 1.5 * server.lifeMs).toISOString());
  });

  it('signs out whoever does nothing for long, and tells the server', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    await session.redeem('code', 'verifier', null);
    session.endUnused();
    expect(session.getState()).toMatchObject({ status: 'ended', wasSignedIn: true });
    await session.tellLeft();
    expect(server.asked.at(-1)).toBe('DELETE  Bearer token-2');
  });

  it('is ended, and not signed out of, in every tab and after a reload, until somebody signs in', async () => {
    const server = new Sessions();
    const store = memoryStore();
    const one = keeper(server, store);
    const two = keeper(server, store);
    const page = new EventTarget();
    const stop = two.follow(page as unknown as Window);
    const heard = () => page.dispatchEvent(Object.assign(new Event('storage'), { key: 'slussen.session' }));
    await one.redeem('code', 'verifier', null);
    heard();
    store.set('draft.start', 'Jag har ont');
    store.set('acted', 0);
    one.endUnused();
    // The server tells the other tab too, before or after the browser does.
    two.serverEnded();
    heard();
    const ended = { status: 'ended', wasSignedIn: true };
    expect(two.getState()).toMatchObject(ended);
    expect(keeper(server, store).getState()).toMatchObject(ended);
    server.refuseCodes = true;
    await expect(two.redeem('code', 'verifier', null)).rejects.toMatchObject({ code: 'session-expired' });
    expect(keeper(server, store).getState()).toMatchObject(ended);
    server.refuseCodes = false;
    await two.redeem('code', 'verifier', null);
    expect(keeper(server, store).getState()).toMatchObject({ status: 'open', person: PERSON });
    // What they wrote is there, and signing in was an act.
    expect(store.get('draft.start')).toBe('Jag har ont');
    expect(store.get('acted')).toBe(Date.now());
    stop();
  });

  it('keeps what one person had begun to write from the next', async () => {
    const server = new Sessions();
    const store = memoryStore();
    const session = keeper(server, store);
    await session.redeem('code', 'verifier', null);
    store.set('draft.start', 'Jag har ont');
    session.endUnused();
    server.person = { ...PERSON, id: 'q' };
    await session.redeem('code', 'verifier', null);
    expect(store.get('draft.start')).toBeNull();
  });

  it('stays open while the server cannot be reached, and ends when renewal is refused', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    server.away = true;
    await expect(session.renew()).resolves.toBe(false);
    expect(session.getState().status).toBe('open');
    server.away = false;
    server.refuseRenewal = true;
    await expect(session.renew()).resolves.toBe(false);
    expect(session.getState()).toEqual({
      status: 'ended',
      person: null,
      wasSignedIn: false,
      endsAt: null,
    });
  });

  it('remembers that someone was signed in, and lets them sign in again without losing their place', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    await session.redeem('code', 'verifier', null);
    expect(session.getState()).toMatchObject({ status: 'open', person: PERSON });
    server.refuseRenewal = true;
    await session.renew();
    expect(session.getState()).toMatchObject({ status: 'ended', wasSignedIn: true });
    const told: string[] = [];
    session.subscribe(() =>
      told.push(`${session.getState().status} ${session.getState().person?.givenName}`),
    );
    await session.redeem('code', 'verifier', null);
    expect(told).toEqual(['open Lisa']);
  });

  it('signs in also when the first answer to the hand-over was lost, and with it the token', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    server.loseRedeemed = 1;
    await expect(session.redeem('code', 'verifier', null)).rejects.toMatchObject({ code: 'away' });
    await session.redeem('code', 'verifier', null);
    expect(session.getState()).toMatchObject({ status: 'open', person: PERSON });
  });

  it('keeps the session that it has when the code is refused', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    server.refuseCodes = true;
    await expect(session.redeem('code', 'verifier', null)).rejects.toMatchObject({ code: 'session-expired' });
    expect(session.token).toBe('token-1');
  });

  it('takes over what another tab did: renewed, or signed out', async () => {
    const server = new Sessions();
    const store = memoryStore();
    const one = keeper(server, store);
    const two = keeper(server, store);
    const page = new EventTarget();
    const stop = two.follow(page as unknown as Window);
    const heard = () => page.dispatchEvent(Object.assign(new Event('storage'), { key: 'slussen.session' }));
    await one.redeem('code', 'verifier', null);
    heard();
    expect(two.getState().person?.givenName).toBe('Lisa');
    one.leave();
    heard();
    expect(two.getState()).toEqual({
      status: 'none',
      person: null,
      wasSignedIn: false,
      endsAt: null,
    });
    stop();
  });

  it('signs out here also when the server cannot be reached, which is told when it can', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    server.away = true;
    session.leave();
    await expect(session.tellLeft()).rejects.toMatchObject({ code: 'away' });
    expect(session.token).toBeNull();
    server.away = false;
    await session.tellLeft();
    expect(server.asked.at(-1)).toBe('DELETE  Bearer token-1');
    // Once told it is done.
    const told = server.asked.length;
    await session.tellLeft();
    expect(server.asked).toHaveLength(told);
  });

  it('leaves whoever comes next signed in while the server is told of the one before', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    server.away = true;
    session.leave();
    await expect(session.tellLeft()).rejects.toMatchObject({ code: 'away' });
    server.away = false;
    await session.redeem('code', 'verifier', null);
    const next = session.token;
    await session.tellLeft();
    expect(session.token).toBe(next);
    expect(session.getState()).toMatchObject({ status: 'open', person: PERSON });
  });

  it('tells of a second session that is left while the first is still told', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    let told = () => {};
    server.ending = new Promise((resolve) => {
      told = resolve;
    });
    session.leave();
    const telling = session.tellLeft();
    await session.open();
    session.leave();
    told();
    await telling;
    expect(session.token).toBeNull();
    expect(server.asked.filter((each) => each.startsWith('DELETE'))).toEqual([
      'DELETE  Bearer token-1',
      'DELETE  Bearer token-2',
    ]);
  });

  it('does not ask again when the server refuses to be told', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    server.refuseEnding = true;
    session.leave();
    await session.tellLeft();
    const told = server.asked.length;
    await session.tellLeft();
    expect(server.asked).toHaveLength(told);
  });

  it.each([
    ['given', false],
    ['refused', true],
  ])('does not come back by a renewal that is %s after it was signed out of', async (_, refused) => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    server.refuseRenewal = refused;
    const renewing = session.renew();
    session.leave();
    await expect(renewing).resolves.toBe(false);
    expect(session.token).toBeNull();
    expect(session.getState().status).toBe('none');
  });

  it('keeps the session of whoever came while that of the one before was renewed', async () => {
    const server = new Sessions();
    const session = keeper(server);
    await session.open();
    const renewing = session.renew();
    session.leave();
    await session.redeem('code', 'verifier', null);
    const next = session.token;
    await renewing;
    expect(session.token).toBe(next);
    expect(session.getState()).toMatchObject({ status: 'open', person: PERSON });
  });
});
