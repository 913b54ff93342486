import { createHash, randomBytes } from 'node:crypto';
import type { Problem, ResidentSession, StaffSession } from '../src/contracts/index.js';
import { mountDemoProvider } from '../src/identity/demo-provider/demo-provider.js';
import { type SessionEnding, SessionEndings } from '../src/identity/session-endings.js';
import { SignIns } from '../src/identity/sign-in.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Browser } from './support/browser.js';

const HOUR_MS = 3_600_000;

interface Pkce {
  verifier: string;
  challenge: string;
}

function newPkce(): Pkce {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

const codeOf = (html: string): string => /data-code="([^"]+)"/.exec(html)?.[1] ?? '';
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

describe('identity', () => {
  let server: TestApp;
  let endings: SessionEnding[];

  beforeAll(async () => {
    server = await startTestApp();
    endings = [];
    server.app.get(SessionEndings).ended$.subscribe((ending) => endings.push(ending));
  });

  afterAll(async () => {
    await server?.close();
  });

  async function api<T>(
    method: string,
    path: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
  ): Promise<{ status: number; body: T; headers: Headers }> {
    const response = await fetch(server.origin + path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text ? JSON.parse(text) : null) as T,
      headers: response.headers,
    };
  }

  const begin = async (): Promise<ResidentSession> =>
    (await api<ResidentSession>('POST', '/api/resident-session')).body;

  const expectProblem = (answer: { status: number; body: unknown }, status: number, code: string): void => {
    expect([answer.status, (answer.body as Problem).type]).toEqual([status, `urn:slussen:problem:${code}`]);
  };

  /** The button of the page of persons that carries that name. */
  function personId(html: string, name: string): string {
    const id = new RegExp(`value="([^"]+)"><strong>${name}</strong>`).exec(html)?.[1];
    if (!id) throw new Error(`${name} is not on the page`);
    return id;
  }

  async function choose(browser: Browser, start: string, name: string): Promise<Response> {
    const page = await browser.go(start);
    return browser.post(page.url, { person: personId(await page.text(), name) });
  }

  /** The whole of a resident's sign-in, to the code on the last page. */
  async function residentCode(name: string, pkce: Pkce): Promise<string> {
    const end = await choose(
      new Browser(server.origin),
      `/sign-in/resident?challenge=${pkce.challenge}`,
      name,
    );
    expect(end.status).toBe(200);
    return codeOf(await end.text());
  }

  async function signInResident(name: string, session?: ResidentSession): Promise<ResidentSession> {
    const visitor = session ?? (await begin());
    const pkce = newPkce();
    const code = await residentCode(name, pkce);
    const answer = await api<ResidentSession>('POST', '/api/resident-session/redeem', {
      headers: bearer(visitor.token),
      body: { code, verifier: pkce.verifier },
    });
    expect(answer.status).toBe(200);
    return answer.body;
  }

  async function signInStaff(name: string): Promise<{ browser: Browser; session: StaffSession }> {
    const browser = new Browser(server.origin);
    await choose(browser, '/sign-in/staff', name);
    const me = await browser.go('/api/staff/me');
    expect(me.status).toBe(200);
    return { browser, session: (await me.json()) as StaffSession };
  }

  /** A member of staff of the demo with that many commissions. */
  async function staffName(commissions: 'one' | 'several'): Promise<string> {
    const [row] = await server.dataSource.query(
      `SELECT given_name || ' ' || family_name AS name FROM staff JOIN commission ON staff_id = staff.id
       GROUP BY staff.id HAVING count(*) ${commissions === 'one' ? '= 1' : '> 1'} ORDER BY staff.id LIMIT 1`,
    );
    return row.name;
  }

  describe('a resident signs in', () => {
    it('by the whole protocol, from the frame to the frame', async () => {
      const visitor = await begin();
      expect(visitor.person).toBeNull();
      expect(
        (await api<{ person: null }>('GET', '/api/me', { headers: bearer(visitor.token) })).body.person,
      ).toBeNull();
      const resident = await signInResident('Erik Lundgren', visitor);
      expect(resident.person).toMatchObject({ givenName: 'Erik', listing: { slug: 'herrgardet' } });
      expect(resident.person?.children.map((child) => child.givenName).sort()).toEqual(['Alma', 'Viktor']);
      expect(resident.person?.children.find((child) => child.givenName === 'Viktor')?.ageMonths).toBe(9);
      expect(resident.token).not.toBe(visitor.token);
      const me = await api<{ person: unknown }>('GET', '/api/me', { headers: bearer(resident.token) });
      expect(me.body.person).toEqual(resident.person);
    });

    it('leaves by PKCE with S256, state, nonce and the level asked for, and a cookie scripts cannot read', async () => {
      const browser = new Browser(server.origin);
      const leaving = await browser.step(`/sign-in/resident?challenge=${newPkce().challenge}`);
      expect(leaving.status).toBe(303);
      const to = new URL(leaving.headers.get('location') ?? '');
      expect(to.href.startsWith(`${server.origin}/demo/idp/auth`)).toBe(true);
      expect(Object.fromEntries(to.searchParams)).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        state: expect.stringMatching(/^[\w-]{43}$/),
        nonce: expect.stringMatching(/^[\w-]{43}$/),
        acr_values: 'http://id.elegnamnden.se/loa/1.0/loa3',
      });
      const [cookie] = leaving.headers.getSetCookie();
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Lax/);
      expect(leaving.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
    });

    it('ends on a page that runs nothing but our own script, and that nobody may frame or keep', async () => {
      const browser = new Browser(server.origin);
      const end = await choose(browser, `/sign-in/resident?challenge=${newPkce().challenge}`, 'Samir Haddad');
      expect(end.headers.get('content-security-policy')).toMatch(
        /default-src 'none'.*frame-ancestors 'none'/,
      );
      expect(end.headers.get('cache-control')).toBe('no-store');
      expect(end.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
      expect(await end.text()).toContain('/sign-in/hand-over.js');
      const script = await browser.go('/sign-in/hand-over.js');
      expect(script.headers.get('content-type')).toMatch(/javascript/);
      expect((await browser.go('/sign-in/page.css')).headers.get('content-type')).toMatch(/css/);
    });

    it('with a samordningsnummer as well', async () => {
      const [row] = await server.dataSource.query(
        `SELECT given_name || ' ' || family_name AS name FROM person WHERE identity_kind = 'samordningsnummer' LIMIT 1`,
      );
      expect((await signInResident(row.name)).person?.givenName).toBe(row.name.split(' ')[0]);
    });

    it('from the page of persons, where children and those without an e-ID are not listed, however often', async () => {
      const browser = new Browser(server.origin);
      for (const name of ['Lisa Andersson', 'Samir Haddad']) {
        const page = await (await browser.go(`/sign-in/resident?challenge=${newPkce().challenge}`)).text();
        expect(page).toMatch(/<strong>Lisa Andersson<\/strong>, 35 år/);
        expect(page).not.toMatch(/<strong>(Viktor|Alma|Tomasz)/);
        expect(page).toMatch(/<strong>Erik Lundgren<\/strong>, 34 år, förälder till Alma och Viktor/);
        expect(
          (await choose(browser, `/sign-in/resident?challenge=${newPkce().challenge}`, name)).status,
        ).toBe(200);
      }
    });

    it('unknown to the region: is written down once, with birth date and sex of the number, without a listing', async () => {
      const claims = {
        identity: {
          kind: 'personnummer',
          number: '198502089884',
          birthDate: '1985-02-08',
          sex: 'female',
        },
        givenName: 'Ny',
        familyName: 'Inflyttad',
      } as const;
      await server.dataSource.query(`DELETE FROM guardianship WHERE guardian_id IN
        (SELECT id FROM person WHERE identity_number = '198502089884')`);
      await server.dataSource.query(`DELETE FROM person WHERE identity_number = '198502089884'`);
      const signIns = server.app.get(SignIns);
      const made = await Promise.all([1, 2, 3, 4].map(() => signIns.findOrCreatePerson(claims)));
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      expect(made[0]).toMatchObject({
        birthDate: '1985-02-08',
        sex: 'female',
        listingUnitId: null,
        language: 'sv',
      });
    });
  });

  describe('the one-time code', () => {
    const redeem = (token: string, body: unknown) =>
      api<ResidentSession>('POST', '/api/resident-session/redeem', { headers: bearer(token), body });

    it('works once', async () => {
      const visitor = await begin();
      const pkce = newPkce();
      const body = { code: await residentCode('Samir Haddad', pkce), verifier: pkce.verifier };
      const first = await redeem(visitor.token, body);
      expect(first.status).toBe(200);
      expectProblem(await redeem(first.body.token, body), 401, 'session-expired');
    });

    it('works once even when asked for from two tabs at once', async () => {
      const pkce = newPkce();
      const body = { code: await residentCode('Samir Haddad', pkce), verifier: pkce.verifier };
      const visitors = await Promise.all([begin(), begin(), begin()]);
      const answers = await Promise.all(visitors.map(({ token }) => redeem(token, body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    });

    it('is worth nothing to another frame, and stays good for the one it was made for', async () => {
      const visitor = await begin();
      const pkce = newPkce();
      const code = await residentCode('Samir Haddad', pkce);
      expectProblem(
        await redeem(visitor.token, { code, verifier: newPkce().verifier }),
        401,
        'session-expired',
      );
      expect((await redeem(visitor.token, { code, verifier: pkce.verifier })).status).toBe(200);
    });

    it('runs out after a minute', async () => {
      const visitor = await begin();
      const pkce = newPkce();
      const code = await residentCode('Samir Haddad', pkce);
      server.clock.forward({ minutes: 1 });
      expectProblem(await redeem(visitor.token, { code, verifier: pkce.verifier }), 401, 'session-expired');
    });

    it('leaves the nameless token worth nothing', async () => {
      const visitor = await begin();
      await signInResident('Samir Haddad', visitor);
      expectProblem(await api('GET', '/api/me', { headers: bearer(visitor.token) }), 401, 'session-expired');
      expectProblem(
        await api('POST', '/api/resident-session/renew', { headers: bearer(visitor.token) }),
        401,
        'session-expired',
      );
    });

    it('does not put one person in place of another', async () => {
      const samir = await signInResident('Samir Haddad');
      const pkce = newPkce();
      const code = await residentCode('Lisa Andersson', pkce);
      expectProblem(await redeem(samir.token, { code, verifier: pkce.verifier }), 409, 'conflict');
    });

    it('is refused in the wrong form, with the field named', async () => {
      const visitor = await begin();
      for (const [body, field] of [
        [{ verifier: newPkce().verifier }, 'code'],
        [{ code: 7, verifier: newPkce().verifier }, 'code'],
        [{ code: newPkce().verifier, verifier: 'short' }, 'verifier'],
        [{ code: newPkce().verifier, verifier: newPkce().verifier, extra: 1 }, 'extra'],
      ] as const) {
        const answer = await redeem(visitor.token, body);
        expectProblem(answer, 400, 'bad-input');
        expect((answer.body as unknown as Problem).errors?.map((each) => each.field)).toContain(field);
      }
    });
  });

  describe('the way back from the provider', () => {
    /** Walks to where the provider sends the browser back, and stops there. */
    async function walkBack(browser: Browser, start: string, name: string): Promise<string> {
      const page = await browser.go(start);
      let step = await browser.step(page.url, { person: personId(await page.text(), name) });
      for (let hops = 0; hops < 5; hops += 1) {
        const location = new URL(step.headers.get('location') ?? '', server.origin).href;
        if (location.includes('/sign-in/callback')) return location;
        step = await browser.step(location);
      }
      throw new Error('The provider did not send us back');
    }

    const start = () => `/sign-in/resident?challenge=${newPkce().challenge}`;
    const expectPage = async (response: Response, status: number, words: string): Promise<void> => {
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toMatch(/html/);
      expect(await response.text()).toContain(words);
    };

    it('is refused with a state that is not ours', async () => {
      const browser = new Browser(server.origin);
      const back = new URL(await walkBack(browser, start(), 'Samir Haddad'));
      back.searchParams.set('state', newPkce().verifier);
      await expectPage(await browser.go(back.href), 400, 'Inloggningen hann gå ut');
      await expectPage(await browser.go('/sign-in/callback'), 400, 'Inloggningen hann gå ut');
      await expectPage(await browser.go('/sign-in/callback?state=a&state=b'), 400, 'Inloggningen hann gå ut');
    });

    it('is refused in another browser, and then in no browser', async () => {
      const browser = new Browser(server.origin);
      const back = await walkBack(browser, start(), 'Samir Haddad');
      await expectPage(await new Browser(server.origin).go(back), 400, 'Inloggningen hann gå ut');
    });

    it('works once', async () => {
      const browser = new Browser(server.origin);
      const back = await walkBack(browser, start(), 'Samir Haddad');
      const cookies = browser.copy();
      expect((await browser.go(back)).status).toBe(200);
      await expectPage(await cookies.go(back), 400, 'Inloggningen hann gå ut');
    });

    it('is refused with a code that the provider did not give', async () => {
      const browser = new Browser(server.origin);
      const back = new URL(await walkBack(browser, start(), 'Samir Haddad'));
      back.searchParams.set('code', newPkce().verifier);
      await expectPage(await browser.go(back.href), 502, 'Inloggningen gick inte att slutföra');
    });

    it('is refused with a code for the other audience', async () => {
      const browser = new Browser(server.origin);
      const staff = new URL(await walkBack(browser, '/sign-in/staff', await staffName('one')));
      const resident = new URL(await walkBack(browser, start(), 'Samir Haddad'));
      staff.searchParams.set('code', resident.searchParams.get('code') ?? '');
      await expectPage(await browser.go(staff.href), 502, 'Inloggningen gick inte att slutföra');
      expect((await browser.go('/api/staff/me')).status).toBe(401);
    });

    it('is refused ten minutes after leaving', async () => {
      const browser = new Browser(server.origin);
      const back = await walkBack(browser, start(), 'Samir Haddad');
      server.clock.forward({ minutes: 10 });
      await expectPage(await browser.go(back), 400, 'Inloggningen hann gå ut');
    });

    it('tells calmly of a cancelled sign-in', async () => {
      const browser = new Browser(server.origin);
      const page = await browser.go(start());
      await expectPage(await browser.post(page.url, { cancel: 'yes' }), 200, 'Inloggningen avbröts');
    });

    it('tells calmly of a link that did not come from a frame', async () => {
      await expectPage(
        await new Browser(server.origin).go('/sign-in/resident'),
        400,
        'Länken går inte att använda',
      );
      await expectPage(
        await new Browser(server.origin).go('/sign-in/resident?challenge=short'),
        400,
        'Länken går inte att använda',
      );
    });

    it('shows the demo’s own page for an old or foreign visit to the page of persons', async () => {
      await expectPage(
        await new Browser(server.origin).go('/demo/idp/interaction/no-such'),
        400,
        'Sidan gäller inte längre',
      );
    });

    it('takes nobody who is not on the page for that audience', async () => {
      const browser = new Browser(server.origin);
      const [row] = await server.dataSource.query('SELECT id FROM staff LIMIT 1');
      const page = await browser.go(start());
      const answer = await browser.post(page.url, { person: row.id });
      await expectPage(answer, 400, 'Vem är du?');
    });
  });

  describe('the frame’s session', () => {
    const renew = (token: string) =>
      api<ResidentSession>('POST', '/api/resident-session/renew', { headers: bearer(token) });
    const me = (token: string) => api<unknown>('GET', '/api/me', { headers: bearer(token) });

    it('ends after half an hour and is renewed with the same person', async () => {
      const session = await signInResident('Lisa Andersson');
      server.clock.forward({ minutes: 30 });
      expectProblem(await me(session.token), 401, 'session-expired');
      const again = await renew(session.token);
      expect(again.status).toBe(200);
      expect(again.body.person).toEqual(session.person);
      expect((await me(again.body.token)).status).toBe(200);
    });

    it('gives tabs that renew at once the same token, and leaves the one before good for a minute', async () => {
      const session = await begin();
      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => renew(session.token)));
      const tokens = new Set(answers.map(({ body }) => body.token));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      expect(tokens.size).toBe(1);
      server.clock.forward({ minutes: 0.8 });
      expect((await me(session.token)).status).toBe(200);
      server.clock.forward({ minutes: 0.2 });
      expectProblem(await me(session.token), 401, 'session-expired');
    });

    it('survives a lost answer to a renewal, and forgets the old token once the new one is seen', async () => {
      const session = await begin();
      await renew(session.token); // its answer never came
      server.clock.forward({ hours: 5 });
      const again = await renew(session.token);
      expect(again.status).toBe(200);
      server.clock.forward({ minutes: 2 });
      expect((await me(again.body.token)).status).toBe(200);
      expectProblem(await renew(session.token), 401, 'session-expired');
    });

    it('of a signed-in resident ends for good an hour after the token ran out', async () => {
      const session = await signInResident('Lisa Andersson');
      expect(Date.parse(session.renewableUntil) - Date.parse(session.expiresAt)).toBe(HOUR_MS);
      server.clock.forward({ minutes: 90 });
      expectProblem(await renew(session.token), 401, 'session-expired');
    });

    it('is ended in all tabs by signing out, and says so', async () => {
      const session = await signInResident('Lisa Andersson');
      const other = (await renew(session.token)).body;
      endings.length = 0;
      expect((await api('DELETE', '/api/resident-session', { headers: bearer(session.token) })).status).toBe(
        204,
      );
      for (const token of [session.token, other.token]) {
        expectProblem(await me(token), 401, 'session-expired');
        expectProblem(await renew(token), 401, 'session-expired');
      }
      expect(endings).toEqual([{ kind: 'resident', sessionId: expect.any(String) }]);
    });

    it('is asked for in words that tell what is missing', async () => {
      expectProblem(await api('GET', '/api/me'), 401, 'not-signed-in');
      expectProblem(
        await api('GET', '/api/me', { headers: { authorization: 'Basic eDp5' } }),
        401,
        'not-signed-in',
      );
      expectProblem(await me('made-up'), 401, 'session-expired');
      expectProblem(await me(newPkce().verifier), 401, 'session-expired');
      expectProblem(
        await api('GET', '/api/me/access-log', { headers: bearer((await begin()).token) }),
        401,
        'not-signed-in',
      );
      expectProblem(await api('POST', '/api/resident-session/renew'), 401, 'not-signed-in');
    });

    it('keeps only hashes of tokens and codes', async () => {
      const session = await begin();
      const rows = await server.dataSource.query('SELECT * FROM resident_session');
      expect(JSON.stringify(rows)).not.toContain(session.token);
    });
  });

  describe('staff sign in', () => {
    const put = (browser: Browser, commissionId: string, headers: Record<string, string>) =>
      browser.send('PUT', '/api/staff/commission', { commissionId }, headers);

    it('with one commission: it is chosen', async () => {
      const browser = new Browser(server.origin);
      const end = await choose(browser, '/sign-in/staff', await staffName('one'));
      expect(new URL(end.url).pathname).toBe('/desk/');
      const session = (await (await browser.go('/api/staff/me')).json()) as StaffSession;
      expect(session.commissions).toHaveLength(1);
      expect(session.commission).toEqual(session.commissions[0]);
    });

    it('with several: one is chosen for the session, and stays', async () => {
      const { browser, session } = await signInStaff(await staffName('several'));
      expect(session.commission).toBeNull();
      const [first, second] = session.commissions;
      const csrf = { 'x-csrf-token': session.csrfToken };
      expectProblem(await problemOf(await browser.go('/api/desk/quick-replies')), 403, 'not-allowed');
      const chosen = await put(browser, first?.id ?? '', csrf);
      expect(chosen.status).toBe(200);
      expect(((await chosen.json()) as StaffSession).commission).toEqual(first);
      expect((await put(browser, first?.id ?? '', csrf)).status).toBe(200);
      expectProblem(await problemOf(await put(browser, second?.id ?? '', csrf)), 409, 'conflict');
      const now = (await (await browser.go('/api/staff/me')).json()) as StaffSession;
      expect(now.commission).toEqual(first);
    });

    it('and two choices at once leave one', async () => {
      const { browser, session } = await signInStaff(await staffName('several'));
      const csrf = { 'x-csrf-token': session.csrfToken };
      const answers = await Promise.all(session.commissions.map(({ id }) => put(browser, id, csrf)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(answers.length - 1);
    });

    it('but not with somebody else’s commission', async () => {
      const { browser, session } = await signInStaff(await staffName('several'));
      const csrf = { 'x-csrf-token': session.csrfToken };
      const [other] = await server.dataSource.query(
        'SELECT id FROM commission WHERE staff_id <> $1 LIMIT 1',
        [session.id],
      );
      expectProblem(await problemOf(await put(browser, other.id, csrf)), 400, 'bad-input');
      expectProblem(await problemOf(await put(browser, 'no-uuid', csrf)), 400, 'bad-input');
    });

    it('and a commission chosen at the provider is taken, if it is one of theirs here', async () => {
      const signIns = server.app.get(SignIns);
      const rows: { staff: string; commission: string; id: string }[] = await server.dataSource.query(
        `SELECT staff.hsa_id AS staff, commission.hsa_id AS commission, commission.id FROM commission
         JOIN staff ON staff.id = staff_id ORDER BY commission.id`,
      );
      const [one] = rows as [(typeof rows)[0]];
      const other = rows.find(({ staff }) => staff !== one.staff);
      const find = (staffHsaId: string, commissionHsaId: string | null) =>
        signIns.findStaff({ staffHsaId, commissionHsaId });
      expect(await find(one.staff, one.commission)).toMatchObject({ commissionId: one.id });
      expect(await find(one.staff, other?.commission ?? '')).toBeNull();
      expect(await find('SE0000000000-NOBODY', null)).toBeNull();
      expect(await signIns.findStaff(null)).toBeNull();
    });

    it('get a cookie that scripts cannot read, new at each sign-in', async () => {
      const browser = new Browser(server.origin);
      await choose(browser, '/sign-in/staff', await staffName('one'));
      const before = browser.cookie('slussen-staff');
      endings.length = 0;
      await choose(browser, '/sign-in/staff', await staffName('several'));
      const after = browser.cookie('slussen-staff');
      expect(before?.value).toBeTruthy();
      expect(after?.value).not.toBe(before?.value);
      expect(after?.attributes).toMatch(/HttpOnly/);
      expect(after?.attributes).toMatch(/SameSite=Lax/);
      expect(endings).toEqual([{ kind: 'staff', sessionId: expect.any(String) }]);
      const old = await fetch(`${server.origin}/api/staff/me`, {
        headers: { cookie: `slussen-staff=${before?.value}` },
      });
      expectProblem(await problemOf(old), 401, 'session-expired');
    });

    it.each([
      ['no token', () => ({})],
      ['a wrong token', () => ({ 'x-csrf-token': newPkce().verifier })],
      ['another origin', (token: string) => ({ 'x-csrf-token': token, origin: 'https://evil.example' })],
      ['another site', (token: string) => ({ 'x-csrf-token': token, 'sec-fetch-site': 'cross-site' })],
    ])('may change nothing with %s', async (_name, headersFor: (token: string) => Record<string, string>) => {
      const { browser, session } = await signInStaff(await staffName('one'));
      const answer = await browser.send(
        'POST',
        '/api/staff/sign-out',
        undefined,
        headersFor(session.csrfToken),
      );
      expectProblem(await problemOf(answer), 403, 'wrong-csrf-token');
      expect((await browser.go('/api/staff/me')).status).toBe(200);
    });

    it('are signed out in all tabs at once', async () => {
      const { browser, session } = await signInStaff(await staffName('one'));
      const tab = browser.copy();
      endings.length = 0;
      const csrf = { 'x-csrf-token': session.csrfToken };
      expect((await browser.send('POST', '/api/staff/sign-out', undefined, csrf)).status).toBe(204);
      expectProblem(await problemOf(await tab.go('/api/staff/me')), 401, 'session-expired');
      expect(endings).toEqual([{ kind: 'staff', sessionId: expect.any(String) }]);
      expectProblem(
        await problemOf(await new Browser(server.origin).go('/api/staff/me')),
        401,
        'not-signed-in',
      );
    });

    it('sign in again after an hour of nothing, and after twelve hours of work', async () => {
      const { browser } = await signInStaff(await staffName('one'));
      await server.dataSource.query(`UPDATE web_session SET expire = expire - interval '61 minutes'`);
      expectProblem(await problemOf(await browser.go('/api/staff/me')), 401, 'session-expired');
      const { browser: busy } = await signInStaff(await staffName('one'));
      server.clock.forward({ hours: 12 });
      expectProblem(await problemOf(await busy.go('/api/staff/me')), 401, 'session-expired');
    });

    it('cannot come in with a frame’s token, nor a resident with staff’s cookie', async () => {
      const resident = await signInResident('Lisa Andersson');
      expectProblem(
        await api('GET', '/api/staff/me', { headers: bearer(resident.token) }),
        401,
        'not-signed-in',
      );
      expectProblem(
        await api('GET', '/api/desk/queue', { headers: bearer(resident.token) }),
        401,
        'not-signed-in',
      );
      const { browser } = await signInStaff(await staffName('one'));
      expectProblem(await problemOf(await browser.go('/api/me')), 401, 'not-signed-in');
    });
  });

  async function problemOf(response: Response): Promise<{ status: number; body: unknown }> {
    expect(response.headers.get('content-type')).toMatch(/application\/problem\+json/);
    return { status: response.status, body: await response.json() };
  }

  describe('the demo’s provider', () => {
    it('cannot be mounted outside the demo, nor in production', () => {
      for (const change of [{ DEMO: false }, { NODE_ENV: 'production' }]) {
        const app = { get: () => ({ ...server.settings, ...change }), use: () => undefined };
        expect(() => mountDemoProvider(app as never)).toThrow('in the demo only');
      }
    });

    it('gives nothing without PKCE, and to no client but ours', async () => {
      const query = new URLSearchParams({
        client_id: 'slussen-staff',
        response_type: 'code',
        scope: 'openid',
        redirect_uri: `${server.origin}/sign-in/callback`,
        state: 'x',
      });
      const without = await new Browser(server.origin).step(`/demo/idp/auth?${query}`);
      expect(without.headers.get('location')).toMatch(/error=invalid_request/);
      query.set('client_id', 'someone-else');
      expect((await new Browser(server.origin).step(`/demo/idp/auth?${query}`)).status).toBe(400);
    });
  });
});
