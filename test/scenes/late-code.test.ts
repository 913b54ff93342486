import type { BrowserContext, Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { openOwnCase } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { Resident, StaffMember } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

/** Loses the files whose names begin so: the first `times` of them, or all until `find` is called. */
async function lose(from: BrowserContext | Page, name: string, times = Number.POSITIVE_INFINITY) {
  let left = times;
  let lost = 0;
  await from.route(new RegExp(`/assets/${name}-`), (route) => {
    left -= 1;
    if (left < 0) return route.continue();
    lost += 1;
    return route.abort();
  });
  return {
    lost: () => lost,
    find: () => {
      left = 0;
    },
  };
}

describeWithChromium('Code that comes late', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('late-code', TUESDAY_MORNING);
    await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/));
    await (await StaffMember.signedIn(scene.test.origin, /Anna/)).next();
  });
  afterAll(() => scene?.close());

  it.each(['talk-view', 'ring-watch', 'esm', 'own-pages'])(
    'is fetched again when %s was lost: the resident can write',
    async (name) => {
      const samir = await scene.phone('herrgardet');
      const file = await lose(samir.context, name, 1);
      await samir.open();
      await openOwnCase(samir, /Samir/, /Svårt att andas/);
      await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).waitFor();
      expect(file.lost()).toBe(1);
      await samir.context.close();
    },
  );

  it('of the connection is tried for until it comes: the resident and the desk are told meanwhile, and can write then', async () => {
    const samir = await scene.phone('herrgardet');
    const file = await lose(samir.context, 'esm');
    await samir.open();
    await openOwnCase(samir, /Samir/, /Svårt att andas/);
    await samir.frame.getByText(/^Ingen kontakt just nu/).waitFor();
    await samir.frame
      .getByRole('alert')
      .getByText(/^Vi kan inte visa meddelandena nu/)
      .waitFor();
    await samir.frame.getByRole('button', { name: 'Ladda om sidan' }).waitFor();
    await samir.check('widget-no-connection');
    expect(await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).count()).toBe(0);

    const anna = await scene.staff(/Anna/);
    const desk = await lose(anna, 'esm');
    await anna.reload();
    await anna.getByText(/^Ingen kontakt med Slussen just nu/).waitFor();
    await anna.getByRole('button', { name: 'Ladda om sidan' }).waitFor();
    await anna.getByRole('link', { name: /Samir/ }).first().click();
    const reply = anna.getByRole('textbox', { name: 'Svar till Samir' });
    await reply.fill('Hur mår du nu?');
    await anna.getByText('Svaret kan inte skickas än').waitFor();
    expect(await anna.getByRole('button', { name: 'Skicka', exact: true }).isDisabled()).toBe(true);
    await reply.press('Enter');
    expect(await reply.inputValue()).toBe('Hur mår du nu?');
    await scene.checkAccessibility(anna, 'desk-no-connection');

    file.find();
    desk.find();
    await anna.getByText('Enter skickar, Skift + Enter ger ny rad').waitFor();
    await reply.press('Enter');
    await samir.frame.getByText('Hur mår du nu?', { exact: true }).waitFor();
    await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).waitFor();
    await samir.frame.getByText(/^Ingen kontakt just nu/).waitFor({ state: 'detached' });
    await samir.context.close();
    await anna.context().close();
  });

  it('leaves the line about 112, says so and offers a way when it does not come; the way leads on', async () => {
    const samir = await scene.phone('herrgardet');
    const file = await lose(samir.context, 'talk-view');
    await samir.open();
    await openOwnCase(samir, /Samir/, /Svårt att andas/);
    const { frame } = samir;
    const told = frame.getByRole('alert').getByText('Det gick inte att hämta just nu.', { exact: false });
    await told.waitFor();
    await frame.getByRole('link', { name: '112' }).waitFor();
    await samir.check('widget-lost-code');

    // The rest of the widget works.
    await samir.press('Meny');
    await samir.press('Mina ärenden');
    await frame.getByRole('heading', { level: 1, name: 'Mina ärenden' }).waitFor();
    await told.waitFor({ state: 'detached' });
    await samir.press(/Svårt att andas/);
    await told.waitFor();

    file.find();
    await samir.press('Försök igen');
    await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).waitFor();
  });

  it('where not even the first of it comes, the page says so with 112 and 1177, and its way leads on', async () => {
    const { hostOrigin, origin } = scene.test;
    const phone = await scene.phone('herrgardet');
    const file = await lose(phone.context, 'widget');
    await phone.page.goto(`${hostOrigin}/demo/host/herrgardet`);
    await until('the frame is there', async () => phone.page.frame({ url: /\/widget\// }) !== null);
    await phone.frame.getByText('Sidan har inte kommit än').waitFor();
    // In both languages.
    for (const at of [0, 1]) await phone.frame.getByRole('link', { name: '112' }).nth(at).waitFor();
    await phone.check('widget-not-come');
    file.find();
    await phone.frame.getByRole('link', { name: 'Försök igen' }).click();
    await phone.ready();
    await phone.frame.getByRole('textbox', { name: 'Vad vill du ha hjälp med?' }).waitFor();
    expect(await phone.frame.getByText('Sidan har inte kommit än').count()).toBe(0);

    const desk = await scene.browserPage();
    const first = await lose(desk, 'desk', 1);
    await desk.goto(`${origin}/desk/`);
    await desk.getByRole('link', { name: 'Försök igen' }).click();
    await desk.getByRole('link', { name: 'Logga in' }).waitFor();
    expect(first.lost()).toBe(1);
  });

  it('is offered anew at the desk: a manager’s page that was lost comes', async () => {
    const monica = await scene.staff(/Monica/);
    await monica.getByRole('link', { name: 'Mottagning' }).click();
    const file = await lose(monica, 'visits-page');
    await monica.getByRole('tab', { name: 'Digitala besök' }).click();
    const again = monica.getByRole('button', { name: 'Försök igen' });
    await again.waitFor();
    file.find();
    await again.click();
    await monica.getByText('Det har inte varit några digitala besök de här veckorna.').waitFor();
    expect(await again.count()).toBe(0);
  });
});
