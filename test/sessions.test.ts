import type { ResidentSession, StaffSession } from '../src/contracts/index.js';
import { CallerChanges } from '../src/identity/caller-changes.js';
import { SignIns } from '../src/identity/sign-in.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import type { Browser } from './support/browser.js';
import { bearer, expectProblem, newPkce, problemOf, SignInFlow } from './support/sign-in-flow.js';
import { until } from './support/until.js';

const HOUR_MS = 3_600_000;

describe('sessions', () => {
  let server: TestApp;
  let flow: SignInFlow;
  let endings: (string | null)[];

  beforeAll(async () => {
    server = await startTestApp();
    flow = new SignInFlow(server);
    endings = [];
    server.app.get(CallerChanges).changes$.subscribe((id) => endings.push(id));
  });

  afterAll(async () => {
    await server?.close();
  });

  describe('the frame’s session', () => {
    const renew = (token: string) =>
      flow.api<ResidentSession>('POST', '/api/resident-session/renew', { headers: bearer(token) });
    const me = (token: string) => flow.api<unknown>('GET', '/api/me', { headers: bearer(token) });

    it('ends after half an hour and is renewed with the same person', async () => {
      const session = await flow.signInResident('Lisa Andersson');
      server.clock.forward({ minutes: 30 });
      expectProblem(await me(session.token), 401, 'session-expired');
      const again = await renew(session.token);
      expect(again.status).toBe(200);
      expect(again.body.person).toEqual(session.person);
      expect((await me(again.body.token)).status).toBe(200);
    });

    it('gives tabs that renew at once the same token, and leaves the one before good for a minute', async () => {
      const session = await flow.begin();
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
      const session = await flow.begin();
      await renew(session.token); // its answer never came
      server.clock.forward({ hours: 5 });
      const again = await renew(session.token);
      expect(again.status).toBe(200);
      server.clock.forward({ minutes: 2 });
      expect((await me(again.body.token)).status).toBe(200);
      expectProblem(await renew(session.token), 401, 'session-expired');
    });

    it('of a signed-in resident ends for good an hour after the token ran out', async () => {
      const session = await flow.signInResident('Lisa Andersson');
      expect(Date.parse(session.renewableUntil) - Date.parse(session.expiresAt)).toBe(HOUR_MS);
      server.clock.forward({ minutes: 90 });
      expectProblem(await renew(session.token), 401, 'session-expired');
    });

    it('is ended in all tabs by signing out, and says so', async () => {
      const session = await flow.signInResident('Lisa Andersson');
      const other = (await renew(session.token)).body;
      endings.length = 0;
      expect(
        (await flow.api('DELETE', '/api/resident-session', { headers: bearer(session.token) })).status,
      ).toBe(204);
      for (const token of [session.token, other.token]) {
        expectProblem(await me(token), 401, 'session-expired');
        expectProblem(await renew(token), 401, 'session-expired');
      }
      await until('its end is told', () => endings.length > 0);
      expect(endings).toEqual([expect.any(String)]);
    });

    it('is asked for in words that tell what is missing', async () => {
      expectProblem(await flow.api('GET', '/api/me'), 401, 'not-signed-in');
      expectProblem(
        await flow.api('GET', '/api/me', { headers: { authorization: 'Basic eDp5' } }),
        401,
        'not-signed-in',
      );
      expectProblem(await me('made-up'), 401, 'session-expired');
      expectProblem(await me(newPkce().verifier), 401, 'session-expired');
      expectProblem(
        await flow.api('GET', '/api/me/access-log', { headers: bearer((await flow.begin()).token) }),
        401,
        'not-signed-in',
      );
      expectProblem(await flow.api('POST', '/api/resident-session/renew'), 401, 'not-signed-in');
    });

    it('keeps only hashes of tokens and codes', async () => {
      const session = await flow.begin();
      const rows = await server.dataSource.query('SELECT * FROM resident_session');
      expect(JSON.stringify(rows)).not.toContain(session.token);
    });
  });

  describe('staff sign in', () => {
    const put = (browser: Browser, commissionId: string, headers: Record<string, string>) =>
      browser.send('PUT', '/api/staff/commission', { commissionId }, headers);

    it('with one commission: it is chosen', async () => {
      const browser = flow.browser();
      const end = await flow.choose(browser, '/sign-in/staff', await flow.staffName('one'));
      expect(new URL(end.url).pathname).toBe('/desk/');
      const session = (await (await browser.go('/api/staff/me')).json()) as StaffSession;
      expect(session.commissions).toHaveLength(1);
      expect(session.commission).toEqual(session.commissions[0]);
    });

    it('with several: one is chosen for the session, and stays', async () => {
      const { browser, session } = await flow.signInStaff(await flow.staffName('several'));
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
      const { browser, session } = await flow.signInStaff(await flow.staffName('several'));
      const csrf = { 'x-csrf-token': session.csrfToken };
      const answers = await Promise.all(session.commissions.map(({ id }) => put(browser, id, csrf)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(answers.length - 1);
    });

    it('but not with somebody else’s commission', async () => {
      const { browser, session } = await flow.signInStaff(await flow.staffName('several'));
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
      const browser = flow.browser();
      await flow.choose(browser, '/sign-in/staff', await flow.staffName('one'));
      const before = browser.cookie('slussen-staff');
      endings.length = 0;
      await flow.choose(browser, '/sign-in/staff', await flow.staffName('several'));
      const after = browser.cookie('slussen-staff');
      expect(before?.value).toBeTruthy();
      expect(after?.value).not.toBe(before?.value);
      expect(after?.attributes).toMatch(/HttpOnly/);
      expect(after?.attributes).toMatch(/SameSite=Lax/);
      await until('its end is told', () => endings.length > 0);
      expect(endings).toEqual([expect.any(String)]);
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
      const { browser, session } = await flow.signInStaff(await flow.staffName('one'));
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
      const { browser, session } = await flow.signInStaff(await flow.staffName('one'));
      const tab = browser.copy();
      endings.length = 0;
      const csrf = { 'x-csrf-token': session.csrfToken };
      expect((await browser.send('POST', '/api/staff/sign-out', undefined, csrf)).status).toBe(204);
      expectProblem(await problemOf(await tab.go('/api/staff/me')), 401, 'session-expired');
      await until('its end is told', () => endings.length > 0);
      expect(endings).toEqual([expect.any(String)]);
      expectProblem(await problemOf(await flow.browser().go('/api/staff/me')), 401, 'not-signed-in');
    });

    it('sign in again after an hour in which they did nothing, though their desk asked by itself, and after twelve hours of work', async () => {
      const { browser } = await flow.signInStaff(await flow.staffName('one'));
      await server.dataSource.query(`UPDATE web_session SET expire = expire - interval '61 minutes'`);
      expectProblem(await problemOf(await browser.go('/api/staff/me')), 401, 'session-expired');
      const { browser: left } = await flow.signInStaff(await flow.staffName('one'));
      const nearlyOver = () =>
        server.dataSource.query(`UPDATE web_session SET expire = now() + interval '1 minute'`);
      const lastsAnHour = async (): Promise<boolean> => {
        const [row] = await server.dataSource.query(
          `SELECT max(expire) > now() + interval '59 minutes' AS lasts FROM web_session`,
        );
        return row.lasts;
      };
      await nearlyOver();
      for (const address of ['/api/staff/me', '/api/desk/queue', '/desk/']) await left.go(address);
      expect(await lastsAnHour()).toBe(false); // the desk asks by itself for as long as it is open
      const byPerson = { 'x-slussen-person': 'here' };
      expect((await left.send('GET', '/api/staff/me', undefined, byPerson)).status).toBe(200);
      expect(await lastsAnHour()).toBe(true);
      const { browser: busy } = await flow.signInStaff(await flow.staffName('one'));
      server.clock.forward({ hours: 12 });
      expectProblem(await problemOf(await busy.go('/api/staff/me')), 401, 'session-expired');
    });

    it('cannot come in with a frame’s token, nor a resident with staff’s cookie', async () => {
      const resident = await flow.signInResident('Lisa Andersson');
      expectProblem(
        await flow.api('GET', '/api/staff/me', { headers: bearer(resident.token) }),
        401,
        'not-signed-in',
      );
      expectProblem(
        await flow.api('GET', '/api/desk/queue', { headers: bearer(resident.token) }),
        401,
        'not-signed-in',
      );
      const { browser } = await flow.signInStaff(await flow.staffName('one'));
      expectProblem(await problemOf(await browser.go('/api/me')), 401, 'not-signed-in');
    });
  });
});
