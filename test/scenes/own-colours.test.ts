import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { inEnglish } from '../support/desk.js';
import { crowded, pointsChangedBy, spaceTexts } from '../support/looks.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { insertWaitingCase } from '../support/waiting-case.js';

/** Less than a mark or an edge of its own would change. */
const MARKED = 40;

const SETTLED_MS = 5_000;

/** What lies on each other once the page has been laid out anew: a wider window's columns may stand for a moment. */
async function crowdedAtRest(page: Parameters<typeof crowded>[0]): Promise<string[]> {
  const end = Date.now() + SETTLED_MS;
  let found = await crowded(page);
  while (found.length > 0 && Date.now() < end) found = await crowded(page);
  return found;
}

describeWithChromium('Those who set colours or the spacing of texts themselves', () => {
  let scene: Scene;
  let anna: Page;
  let samir: WidgetPage;

  beforeAll(async () => {
    scene = await Scene.open('own-colours', TUESDAY_MORNING);
    const since = scene.test.clock.now();
    for (const urgency of [2, 3, 4] as const) {
      await insertWaitingCase(scene.test.dataSource, { urgency, since, patient: 'Lisa' });
    }
    anna = await scene.staff(/Anna/);
    samir = await scene.resident('herrgardet');
    await samir.describe('Jag blir mer och mer andfådd', 62, /Svårt att andas/);
  });
  afterAll(() => scene.close());

  it('see in their colours what is ticked, chosen and switched on in the widget', async () => {
    await samir.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await samir.frame.getByRole('group', { name: /just nu/ }).waitFor();
    const tick = samir.frame.locator('.choice', { has: samir.frame.getByRole('checkbox') }).first();
    expect(await pointsChangedBy(tick, () => tick.getByRole('checkbox').press('Space'))).toBeGreaterThan(
      MARKED,
    );
    await samir.check('ticked');
    await tick.getByRole('checkbox').press('Space');
    await samir.answer(/just nu/, /Nej, inget/);
    await samir.answer(/sjukdomar/, /[Hh]järt/);
    await samir.answer(/Har något av det här hänt/, /Nej, inget/);
    await samir.frame.getByRole('group', { name: /När märks det/ }).waitFor();
    const one = samir.frame.locator('.choice', { has: samir.frame.getByRole('radio') }).first();
    expect(await pointsChangedBy(one, () => one.getByRole('radio').press('Space'))).toBeGreaterThan(MARKED);
    await samir.check('chosen');
  });

  it('see in their colours what is chosen, switched on and shown at the desk', async () => {
    await anna.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const available = anna.getByRole('switch', { name: 'Tar nya ärenden' });
    const box = anna.locator('.availability');
    await box.waitFor();
    expect(
      await pointsChangedBy(box, async () => {
        await available.press('Space');
        await anna.locator('.availability[data-paused="true"]').waitFor();
      }),
    ).toBeGreaterThan(MARKED);
    await available.press('Space');

    const row = anna.locator('[data-queue] .row').last();
    await row.click();
    const mark = (is: boolean) =>
      row.evaluate((element: { toggleAttribute(name: string, is: boolean): void }, now) => {
        element.toggleAttribute('aria-current', now);
      }, is);
    await anna.locator('#case-title').waitFor();
    await anna.mouse.move(700, 5);
    await mark(false);
    expect(await pointsChangedBy(row, () => mark(true))).toBeGreaterThan(MARKED);
    await scene.checkAccessibility(anna, 'desk-forced');

    await anna.getByRole('button', { name: /Nästa ärende/ }).click();
    await anna.getByRole('textbox', { name: /^Svar till/ }).waitFor();
    await anna.locator('#case-title').focus();
    await anna.keyboard.press('u');
    const dialog = anna.getByRole('dialog', { name: 'Ändra prioritet' });
    const urgency = dialog.getByRole('radio', { name: /Prioritet 5/ });
    await urgency.waitFor();
    expect(
      await pointsChangedBy(urgency, async () => {
        await urgency.click();
        await dialog.getByRole('heading').first().hover();
      }),
    ).toBeGreaterThan(MARKED);
    await scene.checkAccessibility(anna, 'desk-urgency-forced');
    await anna.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('lose no text by having it twice as large, nor where their device is dark', async () => {
    await samir.page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce', colorScheme: 'dark' });
    await samir.check('dark');
    const looked: Record<string, string[]> = {};
    await samir.frame.evaluate(`document.documentElement.style.fontSize = '200%'`);
    // 640 px is what a window of 1280 px has left when all of it is shown twice as large.
    for (const width of [640, 390]) {
      await samir.page.setViewportSize({ width, height: 844 });
      await scene.screenshot(samir.page, `twice-${width}`);
      looked[`texts twice as large at ${width}`] = await crowdedAtRest(samir.frame);
      const reach = await samir.frame.evaluate<number>('document.documentElement.scrollWidth');
      expect(reach).toBeLessThanOrEqual(width);
    }
    await samir.check('twice');
    await samir.frame.evaluate(`document.documentElement.style.fontSize = ''`);
    await samir.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const wrong = Object.entries(looked).filter(([, found]) => found.length > 0);
    expect(Object.fromEntries(wrong)).toEqual({});
  });

  it('lose no text by spacing it, in Swedish and English, from 320 to 1440 px', async () => {
    const looked: Record<string, string[]> = {};
    await samir.page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
    await spaceTexts(samir.frame);
    for (const width of [390, 320]) {
      await samir.page.setViewportSize({ width, height: 844 });
      await scene.screenshot(samir.page, `spaced-${width}`);
      looked[`widget ${width}`] = await crowdedAtRest(samir.frame);
    }
    await anna.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
    for (const language of ['sv', 'en']) {
      await anna.setViewportSize({ width: 1440, height: 900 });
      if (language === 'en') await inEnglish(anna);
      await anna.locator('#case-title').waitFor();
      await spaceTexts(anna);
      for (const width of [1440, 1024, 720, 320]) {
        await anna.setViewportSize({ width, height: 900 });
        await scene.screenshot(anna, `desk-spaced-${language}-${width}`);
        looked[`desk ${language} ${width}`] = await crowdedAtRest(anna);
      }
    }
    const wrong = Object.entries(looked).filter(([, found]) => found.length > 0);
    expect(Object.fromEntries(wrong)).toEqual({});
  });
});
