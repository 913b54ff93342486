import type { Page } from 'playwright-core';
import { CareCase } from '../../src/cases/case.entity.js';
import { inEnglish } from '../support/desk.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';
import { insertWaitingCase } from '../support/waiting-case.js';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open('holders', '2026-11-24T09:20', { env: { ROUTER_JOBS: 'false' } });
  const { dataSource, clock } = scene.test;
  for (const patient of ['Samir', 'Lisa', 'Samir', 'Lisa', 'Samir']) {
    const since = new Date(clock.now().getTime() - 20 * 60_000);
    await insertWaitingCase(dataSource, { urgency: 3, since, patient });
  }
});
afterAll(() => scene?.close());

const held = () => scene.test.dataSource.manager.countBy(CareCase, { state: 'held' });
/** A desk and a phone; no accessibility rule is broken on either. */
async function look(page: Page, view: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await scene.checkAccessibility(page, `${view}-${width}`);
    const reach = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(reach).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

it('“next case” is undone by a key or a button, and asks first beyond the number at a time', async () => {
  const anna = await scene.staff(/Anna/);
  const next = anna.getByRole('button', { name: /Nästa ärende/ });
  await next.click();
  const undo = anna.getByRole('button', { name: 'Ångra' });
  await undo.waitFor();
  await look(anna, 'undo');
  await undo.click();
  await anna.getByText('Ärendet väntar i kön igen, på sin plats.').waitFor();
  expect(await held()).toBe(0);
  await anna.locator('button:focus', { hasText: 'Nästa ärende' }).waitFor();

  await anna.keyboard.press('n');
  await undo.waitFor();
  await anna.keyboard.press('z');
  await until('it waits again', async () => (await held()) === 0);

  for (let count = 1; count <= 3; count += 1) {
    await next.click();
    await until('one more is held', async () => (await held()) === count);
    await until('the press is done', async () => (await next.getAttribute('aria-disabled')) === null);
  }
  await next.click();
  const dialog = anna.getByRole('dialog', { name: 'Ta ett ärende till?' });
  await dialog.getByText('Du har 3 ärenden. Reglerna säger 3 ärenden åt gången.').waitFor();
  await look(anna, 'beyond');
  await dialog.getByRole('button', { name: 'Avbryt' }).click();
  expect(await held()).toBe(3);
  await next.click();
  await dialog.getByRole('button', { name: 'Ta ett till' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await until('four are held', async () => (await held()) === 4);

  const johan = await scene.staff(/Johan/, { unit: /Herrgärdet/ });
  await inEnglish(anna);
  await anna.getByRole('button', { name: /^Menu for/ }).click();
  await anna.getByRole('button', { name: 'Sign out' }).click();
  const leaving = anna.getByRole('dialog', { name: 'You still have 4 cases' });
  const taker = leaving.getByRole('combobox', { name: /^Who takes Test, / }).first();
  await taker.selectOption({ label: 'Johan Bergström' });
  await look(anna, 'leaving');
  await leaving.getByRole('button', { name: 'Leave them and sign out' }).click();
  await anna.getByRole('link', { name: 'Sign in' }).waitFor();
  expect(await held()).toBe(1);

  await johan.getByRole('tab', { name: /Mina/ }).click();
  await johan.getByText('Hos dig').first().waitFor();
  await johan.context().close();

  const again = await scene.staff(/Anna/);
  scene.test.clock.forward({ minutes: 2 });
  await again.reload();
  await again.getByRole('tab', { name: /Alla på enheten/ }).click();
  const gone = again.getByRole('link', { name: /är borta sedan/ });
  await gone.waitFor();
  await look(again, 'gone-queue');
  await gone.click();
  await again.getByText(/har ärendet men är borta sedan/).waitFor();
  await look(again, 'gone-case');
  await again.getByRole('button', { name: 'Ta över' }).click();
  await again.getByRole('textbox', { name: /^Svar till/ }).waitFor();
  await again.getByText(/tog över ärendet från Johan .*, som var borta sedan/).waitFor();
});
