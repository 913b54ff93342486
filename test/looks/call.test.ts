import type { Locator, Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { type CallPlaces, openForCalls } from '../support/call-scene.js';
import { describeWithChromium } from '../support/chromium.js';
import { checkLooks, inEnglish } from '../support/desk.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { insertWaitingCase } from '../support/waiting-case.js';

/** What of a document's elements is asked for in the page; these tests are compiled without a browser's types. */
interface PageElement {
  ownerDocument: { elementFromPoint(x: number, y: number): PageElement | null };
  getBoundingClientRect(): { left: number; right: number; top: number; bottom: number };
  contains(other: PageElement): boolean;
}

const DESKS = [
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
];
const IN_CALL = ['Stäng av mikrofonen', 'Lägg på'];
const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

describeWithChromium('A call, on the phone and at an English desk, light and dark', () => {
  let scene: Scene;
  let places: CallPlaces;
  let anna: Page;
  let samir: WidgetPage;

  beforeAll(async () => {
    scene = await Scene.open('looks-call', TUESDAY_MORNING, { devices: true });
    places = await openForCalls(scene);
    ({ anna, samir } = places);
    const since = scene.test.clock.now();
    await insertWaitingCase(scene.test.dataSource, { urgency: 4, since, patient: 'Lisa' });
    await inEnglish(anna);
    await anna.getByRole('textbox', { name: 'Reply to Samir' }).waitFor();
  });
  afterAll(() => scene?.close());

  /** At the desk nothing is cut off either: where one writes stays in sight. */
  async function looks(view: string, widths?: number[]): Promise<void> {
    await checkLooks(scene, anna, view, widths);
    for (const size of DESKS.filter(({ width }) => !widths || widths.includes(width))) {
      await anna.setViewportSize(size);
      if ((await anna.getByRole('dialog').count()) > 0) continue;
      const send = anna.getByRole('button', { name: 'Send', exact: true });
      if ((await send.count()) > 0 && !(await isInside(send))) {
        await scene.screenshot(anna, `${view}-cut-${size.width}`);
        throw new Error(`${view}: where one writes is cut off at ${size.width}`);
      }
    }
  }

  const deskCall = () => anna.getByRole('region', { name: 'Ongoing call' });
  const widgetCall = () => places.widgetCall();

  async function rings(kind: 'Video' | 'Voice only'): Promise<void> {
    await anna.getByRole('button', { name: 'Call', exact: true }).click();
    const dialog = anna.getByRole('dialog', { name: 'Call Samir Haddad' });
    await dialog.getByText(kind, { exact: true }).click();
    await dialog.getByText('We hear you.').waitFor();
    await dialog.getByRole('button', { name: 'Call now' }).click();
    await deskCall().getByText('Ringing …').waitFor();
  }

  /** Whether it can be pressed where it is, without scrolling: nothing lies over its middle, and nothing cuts it off. */
  const isInside = (what: Locator) =>
    what.evaluate((node) => {
      const element = node as unknown as PageElement;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const there = element.ownerDocument.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return there !== null && element.contains(there);
    });

  /** On phones of two sizes: nothing is broken, and one can write, and press what matters, without scrolling. */
  async function phones(view: string, buttons: string[] = []): Promise<void> {
    for (const size of PHONES) {
      await samir.page.setViewportSize(size);
      // What is scrolled under the ways on that stay in sight would count as a target that is too small.
      await samir.frame.evaluate(`document.querySelector('.call-card')?.scrollTo(0, 10000)`);
      await samir.check(`${view}-${size.width}`);
      const field = samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' });
      const named = ['Skicka', ...buttons].map((name) => samir.frame.getByRole('button', { name }));
      for (const part of [field, ...named]) {
        if (!(await isInside(part)))
          throw new Error(`${view}: ${part} is out of sight on a phone of ${size.width}`);
      }
      const reach = await samir.frame.evaluate<number>('document.documentElement.scrollWidth');
      expect(reach).toBeLessThanOrEqual(size.width);
    }
    await samir.page.setViewportSize({ width: 390, height: 844 });
  }

  it('rings', async () => {
    await anna.getByRole('button', { name: 'Call', exact: true }).click();
    const dialog = anna.getByRole('dialog', { name: 'Call Samir Haddad' });
    await dialog.getByText('We hear you.').waitFor();
    await looks('dialog');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await rings('Video');
    await looks('ringing');
    await samir.frame.getByRole('region', { name: /Anna .* vill ha videosamtal/ }).waitFor();
    await phones('phone-ringing');
  });

  it('is tried out', async () => {
    await samir.press('Svara med video');
    await samir.frame.getByText('Vi hör dig.').waitFor();
    await phones('phone-test', ['Gå in i samtalet']);
  });

  it('goes on with video', async () => {
    await samir.press('Gå in i samtalet');
    await deskCall()
      .getByText(/^In the call\d/)
      .waitFor();
    await widgetCall()
      .getByText(/^Samtalet pågår\d/)
      .waitFor();
    await anna.locator('#case-title').focus();
    await anna.keyboard.press('c');
    await anna.getByText('A call is going on already.').waitFor();
    expect(await anna.getByRole('dialog').count()).toBe(0);
    await looks('video');
    await phones('phone-video', IN_CALL);
    await anna.getByRole('button', { name: 'Invite someone' }).click();
    const dialog = anna.getByRole('dialog', { name: 'Invite an interpreter or a relative' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Amal Nasser');
    // Only here: it is asked within the call, which has another place in a narrower window.
    await looks('invite', [1440]);
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    await dialog.getByRole('textbox', { name: 'Link for Amal Nasser' }).waitFor();
    await looks('link', [1440]);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await anna.getByRole('tab', { name: /^My queue/ }).click();
    await anna.getByRole('link', { name: /Urgency 4.*Lisa/ }).click();
    await deskCall().getByText('In a call with Samir Haddad').waitFor();
    await looks('elsewhere');
    await deskCall().getByRole('button', { name: 'To the call' }).click();
    await deskCall()
      .getByText(/^In the call\d/)
      .waitFor();
  });

  it('is cut, and comes back', async () => {
    await anna.context().setOffline(true);
    await deskCall()
      .getByText(/^The connection was cut/)
      .first()
      .waitFor({ timeout: 60_000 });
    // Once only: it must come back before it is given up.
    await anna.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await anna.locator('html[data-theme="dark"]').waitFor();
    await scene.checkAccessibility(anna, 'reconnecting');
    await anna.context().setOffline(false);
    await deskCall()
      .getByText(/^In the call\d/)
      .waitFor({ timeout: 60_000 });
    await deskCall().getByRole('button', { name: 'Hang up' }).click();
    await deskCall().getByText('The call is over.').waitFor();
    await looks('over');
    await phones('phone-over');
    await deskCall().getByRole('button', { name: 'Close' }).click();
    await samir.press('Stäng');
  });

  it('goes on with voice', async () => {
    await rings('Voice only');
    await samir.press('Svara');
    await samir.frame.getByText('Vi hör dig.').waitFor();
    await phones('phone-test-voice');
    await samir.press('Gå in i samtalet');
    await deskCall()
      .getByText(/^In the call\d/)
      .waitFor();
    await looks('voice');
    await phones('phone-voice', IN_CALL);
    await deskCall().getByRole('button', { name: 'Hang up' }).click();
    await deskCall().getByRole('button', { name: 'Close' }).click();
    await samir.press('Stäng');
  });
});
