import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { LOADED_MS, until } from './until.js';

/** A notice that a service worker has shown. */
interface ShownPush {
  title: string;
  body: string;
  url: string;
}

/** How long a browser may take over a push before it is given it once more: one that has just started may lose the first. */
const AGAIN_MS = 3_000;

/** The service worker of a page, and what a push service would hand to its browser. */
export class Pushes {
  private constructor(
    private readonly page: Page,
    private readonly devtools: CDPSession,
    private readonly origin: string,
    private readonly registrationId: string,
  ) {}

  /** @param origin whose service worker it is */
  static async of(context: BrowserContext, page: Page, origin: string): Promise<Pushes> {
    await until(
      'the service worker is at work',
      () =>
        page.evaluate<boolean>(
          `navigator.serviceWorker.ready.then(({ active }) => active?.state === 'activated')`,
        ),
      LOADED_MS,
    );
    const devtools = await context.newCDPSession(page);
    const found = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const id = registrations.find(({ scopeURL }) => scopeURL.endsWith('/widget/'))?.registrationId;
        if (id) resolve(id);
      });
    });
    await devtools.send('ServiceWorker.enable');
    return new Pushes(page, devtools, origin, await found);
  }

  /** Hands it to the browser, again where nothing comes of it, until so many notices are shown. */
  async deliver(data: string, shown: number): Promise<void> {
    let givenAt = 0;
    const isShown = async () => {
      if (Date.now() - givenAt > AGAIN_MS) {
        givenAt = Date.now();
        await this.hand(data);
      }
      return (await this.shown()).length >= shown;
    };
    await until(`${shown} are shown`, isShown, LOADED_MS);
  }

  /** Hands it to the browser once. */
  async hand(data: string): Promise<void> {
    const { origin, registrationId } = this;
    await this.devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  }

  shown(): Promise<ShownPush[]> {
    return this.page.evaluate<ShownPush[]>(`navigator.serviceWorker.ready
      .then((each) => each.getNotifications())
      .then((all) => all.map(({ title, body, data }) => ({ title, body, url: data })))`);
  }
}
