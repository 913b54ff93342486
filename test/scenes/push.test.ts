import { createECDH, randomBytes } from 'node:crypto';
import ece from 'http_ece';
import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Gateway } from '../support/gateway.js';
import { Resident } from '../support/people.js';
import { Pushes } from '../support/pushes.js';
import { samirWrites } from '../support/samir.js';
import { Scene, WidgetPage } from '../support/scene.js';
import { LOADED_MS, until } from '../support/until.js';

const ON = 'Visa notiser i den här webbläsaren';

/**
 * Switching notices on in a browser. What a test cannot have is the push service of the browser's maker, so what it hands
 * out (an address and keys) is the test's own; the permission, the service worker and all the rest are the browser's.
 */
describeWithChromium('Notices in the browser', () => {
  let scene: Scene;
  let push: Gateway;
  let caseId: string;
  beforeAll(async () => {
    push = await Gateway.open();
    push.answer = () => ({ status: 201, body: '' });
    scene = await Scene.open('push', TUESDAY_MORNING, { env: { PUSH_SERVICES: push.origin }, devices: true });
    caseId = (await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/))).id;
  });
  afterAll(async () => {
    await scene?.close();
    await push?.close();
  });

  async function contactPage(before: (page: Page) => Promise<unknown>): Promise<WidgetPage> {
    const page = await scene.browserPage();
    await before(page);
    await page.goto(`${scene.test.origin}/widget/?to=contact`);
    const own = new WidgetPage(scene, page.context(), page, '');
    await own.signIn(/Samir/);
    await own.frame.getByRole('heading', { name: 'Så når vi dig' }).waitFor();
    return own;
  }

  it('where the person says no it says where to change that, and nothing is kept', async () => {
    const own = await contactPage((page) => page.context().clearPermissions());
    await own.press(ON);
    await own.frame.getByText('Webbläsaren visar inga notiser från oss.').waitFor();
    await own.check('refused');
    expect(await own.frame.getByText('Notis i webbläsare · Klart').count()).toBe(0);
    await own.page.close();
  });

  it('where the browser has no such thing it says so, and offers no button', async () => {
    const own = await contactPage((page) => page.addInitScript('delete window.PushManager'));
    await own.frame.getByText('Den här webbläsaren kan inte visa notiser.').waitFor();
    expect(await own.frame.getByRole('button', { name: ON }).count()).toBe(0);
    await own.check('never');
    await own.page.close();
  });

  it('where its push service does not answer it says that it failed', async () => {
    const own = await contactPage(async (page) => {
      await page.context().grantPermissions(['notifications'], { origin: scene.test.origin });
      await page.addInitScript(
        `PushManager.prototype.subscribe = () => Promise.reject(new DOMException('no service', 'AbortError'))`,
      );
    });
    await own.press(ON);
    await own.frame.getByText('Det gick inte att slå på notiser just nu.').waitFor();
    await own.page.close();
  });

  it('switched on, an answer comes to it encrypted, and its service worker shows that, with the way to the case', async () => {
    const keys = createECDH('prime256v1');
    keys.generateKeys();
    const auth = randomBytes(16).toString('base64url');
    const given = {
      endpoint: `${push.origin}/browser`,
      keys: { p256dh: keys.getPublicKey('base64url'), auth },
    };
    const own = await contactPage(async (page) => {
      await page.context().grantPermissions(['notifications'], { origin: scene.test.origin });
      await page.addInitScript(
        `PushManager.prototype.subscribe = (options) => {
          window.askedWith = options;
          return Promise.resolve({ toJSON: () => (${JSON.stringify(given)}) });
        }`,
      );
    });
    const { page } = own;
    await own.press(ON);
    await own.frame.getByText(/Notis i webbläsare.*Klart/).waitFor();
    await own.check('on');
    expect(await page.evaluate('[askedWith.userVisibleOnly, askedWith.applicationServerKey.length]')).toEqual(
      [true, 65],
    );

    const anna = await scene.staff(/Anna/);
    await anna.getByRole('button', { name: /Nästa ärende/ }).click();
    await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill('Vi hörs i kväll.');
    await anna.keyboard.press('Enter');
    await until('it comes to the push service', () => push.asked.length > 0, LOADED_MS);
    const [asked] = push.asked;
    const data = ece.decrypt(asked?.body ?? Buffer.alloc(0), {
      version: 'aes128gcm',
      privateKey: keys,
      authSecret: auth,
    });

    const pushes = await Pushes.of(own.context, page, scene.test.origin);
    await pushes.deliver(String(data), 1);
    expect(await pushes.shown()).toEqual([
      {
        title: '1177',
        body: 'Du har ett nytt meddelande. Logga in på 1177 för att läsa.',
        url: `${scene.test.origin}/widget/?case=${caseId}&lang=sv`,
      },
    ]);
  });
});
