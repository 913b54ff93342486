import { randomUUID } from 'node:crypto';
import type { Problem } from '../src/contracts/index.js';
import { mountDemoProvider } from '../src/identity/demo-provider/demo-provider.js';
import { SignIns } from '../src/identity/sign-in.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { bearer, expectProblem, newPkce, SignInFlow } from './support/sign-in-flow.js';

describe('signing in', () => {
  let server: TestApp;
  let flow: SignInFlow;

  beforeAll(async () => {
    server = await startTestApp();
    flow = new SignInFlow(server);
  });

  afterAll(async () => {
    await server?.close();
  });

  describe('a resident signs in', () => {
    it('by the whole protocol, from the frame to the frame', async () => {
      const visitor = await flow.begin();
      expect(visitor.person).toBeNull();
      expect(
        (await flow.api<{ person: null }>('GET', '/api/me', { headers: bearer(visitor.token) })).body.person,
      ).toBeNull();
      const resident = await flow.signInResident('Erik Lundgren', visitor);
      expect(resident.person).toMatchObject({ givenName: 'Erik', listing: { slug: 'herrgardet' } });
      expect(resident.person?.children.map((child) => child.givenName).sort()).toEqual(['Alma', 'Viktor']);
      expect(resident.person?.children.find((child) => child.givenName === 'Viktor')?.ageMonths).toBe(9);
      expect(resident.token).not.toBe(visitor.token);
      const me = await flow.api<{ person: unknown }>('GET', '/api/me', { headers: bearer(resident.token) });
      expect(me.body.person).toEqual(resident.person);
    });

    it('leaves by PKCE with S256, state, nonce and the level asked for, and a cookie scripts cannot read', async () => {
      const browser = flow.browser();
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
        prompt: 'login',
        max_age: '600',
      });
      const [cookie] = leaving.headers.getSetCookie();
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Lax/);
      expect(leaving.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
    });

    it('ends on a page that runs nothing but our own script, and that nobody may frame or keep', async () => {
      const browser = flow.browser();
      const end = await flow.choose(
        browser,
        `/sign-in/resident?challenge=${newPkce().challenge}`,
        'Samir Haddad',
      );
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
      expect((await flow.signInResident(row.name)).person?.givenName).toBe(row.name.split(' ')[0]);
    });

    it('from the page of persons, where children and those without an e-ID are not listed, however often', async () => {
      const browser = flow.browser();
      for (const name of ['Lisa Andersson', 'Samir Haddad']) {
        const page = await (await browser.go(`/sign-in/resident?challenge=${newPkce().challenge}`)).text();
        expect(page).toMatch(/<strong>Lisa Andersson<\/strong>, 35 år/);
        expect(page).not.toMatch(/<strong>(Viktor|Alma|Tomasz)/);
        expect(page).toMatch(/<strong>Erik Lundgren<\/strong>, 34 år, förälder till Alma och Viktor/);
        expect(
          (await flow.choose(browser, `/sign-in/resident?challenge=${newPkce().challenge}`, name)).status,
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
    it('works for one session, with which alone it is answered again', async () => {
      const visitor = await flow.begin();
      const pkce = newPkce();
      const body = { code: await flow.residentCode('Samir Haddad', pkce), verifier: pkce.verifier };
      const first = await flow.redeem(visitor.token, body);
      expect(first.status).toBe(200);
      const other = await flow.begin();
      expectProblem(
        await flow.redeem(other.token, { ...body, verifier: newPkce().verifier }),
        401,
        'session-expired',
      );
      // Another session that asks with both is not signed in itself.
      expect((await flow.redeem(other.token, body)).body).toEqual(first.body);
      const me = await flow.api<{ person: unknown }>('GET', '/api/me', { headers: bearer(other.token) });
      expect(me.body.person).toBeNull();
    });

    it('gives all who ask at once with its verifier the same session', async () => {
      const pkce = newPkce();
      const body = { code: await flow.residentCode('Samir Haddad', pkce), verifier: pkce.verifier };
      const visitors = await Promise.all([flow.begin(), flow.begin(), flow.begin()]);
      const answers = await Promise.all(visitors.map(({ token }) => flow.redeem(token, body)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(answers.map(({ body: { token } }) => token)).size).toBe(1);
    });

    it('is answered again where the answer was lost: the case begun before is theirs', async () => {
      const visitor = await flow.begin();
      const { id: caseId } = (
        await flow.api<{ id: string }>('POST', '/api/cases', {
          headers: bearer(visitor.token),
          body: {
            id: randomUUID(),
            words: 'Jag har ont i ryggen',
            about: 'me',
            patientId: null,
            patientAgeMonths: 62 * 12,
            patientSex: null,
            language: 'sv',
            unit: null,
          },
        })
      ).body;
      const pkce = newPkce();
      const body = { code: await flow.residentCode('Samir Haddad', pkce), verifier: pkce.verifier, caseId };
      await flow.redeem(visitor.token, body); // its answer never came
      expectProblem(await flow.redeem(visitor.token, body), 401, 'session-expired');
      server.clock.forward({ minutes: 4 });
      const again = await flow.redeem((await flow.begin()).token, body);
      expect(again.body.person?.givenName).toBe('Samir');
      const seen = await flow.api('GET', `/api/cases/${caseId}`, { headers: bearer(again.body.token) });
      expect(seen.status).toBe(200);
    });

    it.each<[string, (token: string) => Promise<unknown>]>([
      ['some minutes later', async () => server.clock.forward({ minutes: 5 })],
      [
        'after the session was renewed',
        (token) => flow.api('POST', '/api/resident-session/renew', { headers: bearer(token) }),
      ],
      [
        'after signing out',
        (token) => flow.api('DELETE', '/api/resident-session', { headers: bearer(token) }),
      ],
    ])('is not answered again %s', async (_, happens) => {
      const visitor = await flow.begin();
      const pkce = newPkce();
      const body = { code: await flow.residentCode('Samir Haddad', pkce), verifier: pkce.verifier };
      const first = await flow.redeem(visitor.token, body);
      await happens(first.body.token);
      expectProblem(await flow.redeem((await flow.begin()).token, body), 401, 'session-expired');
    });

    it('is not answered again where somebody else is signed in', async () => {
      const pkce = newPkce();
      const body = { code: await flow.residentCode('Samir Haddad', pkce), verifier: pkce.verifier };
      await flow.redeem((await flow.begin()).token, body);
      const lisa = await flow.signInResident('Lisa Andersson');
      expectProblem(await flow.redeem(lisa.token, body), 409, 'conflict');
    });

    it('is worth nothing to another frame, and stays good for the one it was made for', async () => {
      const visitor = await flow.begin();
      const pkce = newPkce();
      const code = await flow.residentCode('Samir Haddad', pkce);
      expectProblem(
        await flow.redeem(visitor.token, { code, verifier: newPkce().verifier }),
        401,
        'session-expired',
      );
      expect((await flow.redeem(visitor.token, { code, verifier: pkce.verifier })).status).toBe(200);
    });

    it('is needed: whoever has the verifier, and had somebody else sign in by a link, gets nothing', async () => {
      const visitor = await flow.begin();
      const pkce = newPkce();
      await flow.residentCode('Samir Haddad', pkce);
      for (const code of [pkce.challenge, pkce.verifier, newPkce().verifier])
        expectProblem(
          await flow.redeem(visitor.token, { code, verifier: pkce.verifier }),
          401,
          'session-expired',
        );
    });

    it('runs out after a minute', async () => {
      const visitor = await flow.begin();
      const pkce = newPkce();
      const code = await flow.residentCode('Samir Haddad', pkce);
      server.clock.forward({ minutes: 1 });
      expectProblem(
        await flow.redeem(visitor.token, { code, verifier: pkce.verifier }),
        401,
        'session-expired',
      );
    });

    it('leaves the nameless token worth nothing', async () => {
      const visitor = await flow.begin();
      await flow.signInResident('Samir Haddad', visitor);
      expectProblem(
        await flow.api('GET', '/api/me', { headers: bearer(visitor.token) }),
        401,
        'session-expired',
      );
      expectProblem(
        await flow.api('POST', '/api/resident-session/renew', { headers: bearer(visitor.token) }),
        401,
        'session-expired',
      );
    });

    it('does not put one person in place of another', async () => {
      const samir = await flow.signInResident('Samir Haddad');
      const pkce = newPkce();
      const code = await flow.residentCode('Lisa Andersson', pkce);
      expectProblem(await flow.redeem(samir.token, { code, verifier: pkce.verifier }), 409, 'conflict');
    });

    it('is refused in the wrong form, with the field named', async () => {
      const visitor = await flow.begin();
      for (const [body, field] of [
        [{ verifier: newPkce().verifier }, 'code'],
        [{ code: 7, verifier: newPkce().verifier }, 'code'],
        [{ code: newPkce().verifier, verifier: 'short' }, 'verifier'],
        [{ code: newPkce().verifier, verifier: newPkce().verifier, extra: 1 }, 'extra'],
      ] as const) {
        const answer = await flow.redeem(visitor.token, body);
        expectProblem(answer, 400, 'bad-input');
        expect((answer.body as unknown as Problem).errors?.map((each) => each.field)).toContain(field);
      }
    });
  });

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
      const without = await flow.browser().step(`/demo/idp/auth?${query}`);
      expect(without.headers.get('location')).toMatch(/error=invalid_request/);
      query.set('client_id', 'someone-else');
      expect((await flow.browser().step(`/demo/idp/auth?${query}`)).status).toBe(400);
    });
  });
});
