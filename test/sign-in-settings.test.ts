import { randomBytes } from 'node:crypto';
import { startTestApp, type TestApp } from './support/app.js';
import { Browser } from './support/browser.js';

const CHALLENGE = randomBytes(32).toString('base64url');

/** Signs in as the first on the page of persons. */
async function signInAsFirst(origin: string, path: string): Promise<Response> {
  const browser = new Browser(origin);
  const page = await browser.go(path);
  const [, person = ''] = /name="person" value="([^"]+)"/.exec(await page.text()) ?? [];
  return browser.post(page.url, { person });
}

async function expectPage(response: Response, status: number, title: string): Promise<void> {
  const text = await response.text();
  expect([response.status, /<h1>([^<]*)/.exec(text)?.[1]]).toEqual([status, title]);
}

describe('providers that differ', () => {
  let server: TestApp;

  afterEach(async () => {
    await server?.close();
  });

  it('with claims that name nobody we know: calm pages that say what to do', async () => {
    server = await startTestApp({
      env: {
        RESIDENT_OIDC_SETTINGS: '{"claims":{"identityNumber":"sub"}}',
        STAFF_OIDC_SETTINGS: '{"claims":{"staffHsaId":"sub"}}',
      },
    });
    const resident = await signInAsFirst(server.origin, `/sign-in/resident?challenge=${CHALLENGE}`);
    await expectPage(resident, 403, 'Vi kan inte se vem du är');
    await expectPage(await signInAsFirst(server.origin, '/sign-in/staff'), 403, 'Du har inget uppdrag här');
  });

  it.each(['given_name', 'no-such-claim'])(
    'with a commission that is not said to be for care (%s)',
    async (claim) => {
      server = await startTestApp({
        env: { STAFF_OIDC_SETTINGS: JSON.stringify({ claims: { commissionPurpose: claim } }) },
      });
      await expectPage(await signInAsFirst(server.origin, '/sign-in/staff'), 403, 'Du har inget uppdrag här');
    },
  );

  it('with a level of assurance that we did not ask for: refused', async () => {
    server = await startTestApp({
      env: { RESIDENT_OIDC_SETTINGS: '{"acr":"urn:higher"}', STAFF_OIDC_SETTINGS: '{"acr":["urn:higher"]}' },
    });
    const resident = await signInAsFirst(server.origin, `/sign-in/resident?challenge=${CHALLENGE}`);
    await expectPage(resident, 403, 'Legitimeringen räcker inte till');
    await expectPage(
      await signInAsFirst(server.origin, '/sign-in/staff'),
      403,
      'Legitimeringen räcker inte till',
    );
  });

  it('that do not answer, or are no providers: a calm page, and the application starts all the same', async () => {
    server = await startTestApp({
      env: {
        RESIDENT_OIDC_ISSUER: 'http://127.0.0.1:9',
        RESIDENT_OIDC_CLIENT_ID: 'slussen',
        STAFF_OIDC_ISSUER: 'http://localhost/no-provider',
        STAFF_OIDC_CLIENT_ID: 'slussen',
      },
    });
    for (const path of [`/sign-in/resident?challenge=${CHALLENGE}`, '/sign-in/staff']) {
      await expectPage(await new Browser(server.origin).go(path), 502, 'Inloggningen svarar inte just nu');
    }
  });

  it('outside the demo: neither a provider of ours nor pages of the demo', async () => {
    server = await startTestApp({
      env: {
        DEMO: 'false',
        PUBLIC_URL: 'https://slussen.example.se',
        SESSION_SECRET: 'a-secret-for-tests-that-is-long-enough',
        DATABASE_URL: 'postgresql://unused/unused',
        RESIDENT_OIDC_ISSUER: 'http://127.0.0.1:9',
        RESIDENT_OIDC_CLIENT_ID: 'slussen',
        STAFF_OIDC_ISSUER: 'http://127.0.0.1:9',
        STAFF_OIDC_CLIENT_ID: 'slussen',
      },
    });
    const provider = await fetch(`${server.origin}/demo/idp/.well-known/openid-configuration`);
    expect(provider.status).toBe(404);
    expect((await fetch(`${server.origin}/demo/host/region`)).status).toBe(404);
  });

  it('with a fault of our own: a page as well, and the next sign-in goes on', async () => {
    server = await startTestApp();
    await server.asOwner('ALTER TABLE sign_in RENAME TO gone');
    const broken = await new Browser(server.origin).go('/sign-in/staff');
    await expectPage(broken, 500, 'Något gick fel hos oss');
    await server.asOwner('ALTER TABLE gone RENAME TO sign_in');
    expect((await new Browser(server.origin).go('/sign-in/staff')).status).toBe(200);
  });
});
