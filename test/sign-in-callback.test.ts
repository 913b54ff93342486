import { startTestApp, type TestApp } from './support/app.js';
import type { Browser } from './support/browser.js';
import { newPkce, personId, SignInFlow } from './support/sign-in-flow.js';

describe('the way back from the provider', () => {
  let server: TestApp;
  let flow: SignInFlow;

  beforeAll(async () => {
    server = await startTestApp();
    flow = new SignInFlow(server);
  });

  afterAll(async () => {
    await server?.close();
  });

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
    const browser = flow.browser();
    const back = new URL(await walkBack(browser, start(), 'Samir Haddad'));
    back.searchParams.set('state', newPkce().verifier);
    await expectPage(await browser.go(back.href), 400, 'Inloggningen hann gå ut');
    await expectPage(await browser.go('/sign-in/callback'), 400, 'Inloggningen hann gå ut');
    await expectPage(await browser.go('/sign-in/callback?state=a&state=b'), 400, 'Inloggningen hann gå ut');
  });

  it('is refused in another browser, and then in no browser', async () => {
    const browser = flow.browser();
    const back = await walkBack(browser, start(), 'Samir Haddad');
    await expectPage(await flow.browser().go(back), 400, 'Inloggningen hann gå ut');
  });

  it('works once', async () => {
    const browser = flow.browser();
    const back = await walkBack(browser, start(), 'Samir Haddad');
    const cookies = browser.copy();
    expect((await browser.go(back)).status).toBe(200);
    await expectPage(await cookies.go(back), 400, 'Inloggningen hann gå ut');
  });

  it('is refused with a code that the provider did not give', async () => {
    const browser = flow.browser();
    const back = new URL(await walkBack(browser, start(), 'Samir Haddad'));
    back.searchParams.set('code', newPkce().verifier);
    await expectPage(await browser.go(back.href), 502, 'Inloggningen gick inte att slutföra');
  });

  it('is refused with a code for the other audience', async () => {
    const browser = flow.browser();
    const staff = new URL(await walkBack(browser, '/sign-in/staff', await flow.staffName('one')));
    const resident = new URL(await walkBack(browser, start(), 'Samir Haddad'));
    staff.searchParams.set('code', resident.searchParams.get('code') ?? '');
    await expectPage(await browser.go(staff.href), 502, 'Inloggningen gick inte att slutföra');
    expect((await browser.go('/api/staff/me')).status).toBe(401);
  });

  it('is refused ten minutes after leaving', async () => {
    const browser = flow.browser();
    const back = await walkBack(browser, start(), 'Samir Haddad');
    server.clock.forward({ minutes: 10 });
    await expectPage(await browser.go(back), 400, 'Inloggningen hann gå ut');
  });

  it('tells calmly of a cancelled sign-in', async () => {
    const browser = flow.browser();
    const page = await browser.go(start());
    await expectPage(await browser.post(page.url, { cancel: 'yes' }), 200, 'Inloggningen avbröts');
  });

  it('tells calmly of a link that did not come from a frame', async () => {
    await expectPage(await flow.browser().go('/sign-in/resident'), 400, 'Länken går inte att använda');
    await expectPage(
      await flow.browser().go('/sign-in/resident?challenge=short'),
      400,
      'Länken går inte att använda',
    );
  });

  it('shows the demo’s own page for an old or foreign visit to the page of persons', async () => {
    await expectPage(
      await flow.browser().go('/demo/idp/interaction/no-such'),
      400,
      'Sidan gäller inte längre',
    );
  });

  it('takes nobody who is not on the page for that audience', async () => {
    const browser = flow.browser();
    const [row] = await server.dataSource.query('SELECT id FROM staff LIMIT 1');
    const page = await browser.go(start());
    const answer = await browser.post(page.url, { person: row.id });
    await expectPage(answer, 400, 'Vem är du?');
  });
});
