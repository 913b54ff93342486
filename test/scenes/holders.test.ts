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
  await anna.getByRole('button', { name: 'Who is on duty' }).click();
  const duty = anna.getByRole('dialog', { name: 'Who is on duty' });
  await duty.getByText('Johan Bergström, nurse takes new cases').waitFor();
  await look(anna, 'on-duty');
  await anna.keyboard.press('Escape');
  await duty.waitFor({ state: 'detached' });

  // Left for later by four keys: last in the list, with until when, and taken up again by hand.
  await anna.getByRole('tab', { name: /^Mine/ }).click();
  const listed = anna.locator('[data-queue] [data-case]');
  await until('four are listed', async () => (await listed.count()) === 4);
  await anna.locator('#case-title').focus();
  await anna.keyboard.press('w');
  const later = anna.getByRole('dialog', { name: 'Leave the case for later' });
  await later.getByRole('radio', { name: 'Wait for the patient to answer' }).waitFor();
  await anna.keyboard.press('Enter');
  await later.getByText('Choose a time to come, at most 60 days away.').waitFor();
  await look(anna, 'set-aside');
  await anna.keyboard.press('Tab');
  await anna.keyboard.press('Space');
  await anna.keyboard.press('Enter');
  await later.waitFor({ state: 'detached' });
  await listed
    .last()
    .getByText(/^Waits for an answer, until today 10/)
    .waitFor();
  await look(anna, 'set-aside-case');
  await anna.getByRole('button', { name: 'Take up now' }).click();
  await anna.getByText(/took the case up again/).waitFor();
  // Left twice until the same time, it is taken up twice.
  for (let time = 1; time <= 2; time += 1) {
    await anna.locator('#case-title').focus();
    await anna.keyboard.press('w');
    await later.getByRole('radio', { name: /^The next working day/ }).check();
    await later.getByRole('button', { name: 'Leave it until then' }).click();
    await anna.getByRole('button', { name: 'Take up now' }).click();
    await anna.getByRole('button', { name: 'Take up now' }).waitFor({ state: 'detached' });
  }

  // What is chosen to be seen stays so after the page is loaded again, and says what it hides.
  await anna.getByText('Choose and order').click();
  await anna.getByRole('combobox', { name: 'Urgency' }).selectOption('4');
  await anna.getByText('4 cases are not shown.').waitFor();
  await look(anna, 'narrowed');
  await anna.reload();
  await anna.getByText('4 cases are not shown.').waitFor();
  expect(await listed.count()).toBe(0);
  await anna.getByRole('button', { name: 'Show all' }).click();
  await until('all are shown again', async () => (await listed.count()) === 4);

  // One to a colleague by name, who is told; nobody is chosen before.
  await anna.locator('#case-title').focus();
  await anna.keyboard.press('x');
  const handing = anna.getByRole('dialog', { name: 'Hand to a colleague' });
  await handing.getByRole('combobox', { name: 'Who gets the case' }).waitFor();
  await handing.getByRole('button', { name: 'Hand it over' }).click();
  await handing.getByText('Choose who gets the case.').waitFor();
  await look(anna, 'hand-over');
  await handing.getByRole('combobox').selectOption({ label: 'Johan Bergström' });
  await handing.getByRole('button', { name: 'Hand it over' }).click();
  await anna.getByText('The case is with Johan Bergström now.').waitFor();
  await johan.getByText('En kollega har lämnat ett ärende till dig.').waitFor({ state: 'attached' });

  await anna.getByRole('button', { name: /^Menu for/ }).click();
  await anna.getByRole('button', { name: 'Sign out' }).click();
  const leaving = anna.getByRole('dialog', { name: 'You still have 3 cases' });
  await leaving
    .getByRole('combobox', { name: 'Hand everything to' })
    .selectOption({ label: 'Johan Bergström' });
  const takers = leaving.getByRole('combobox', { name: /^Who takes Test, / });
  for (const taker of await takers.all())
    expect(await taker.locator('option:checked').textContent()).toBe('Johan Bergström');
  await takers.first().selectOption({ label: 'Back to the queue' });
  await look(anna, 'leaving');
  await leaving.getByRole('button', { name: 'Leave them and sign out' }).click();
  await anna.getByRole('link', { name: 'Sign in' }).waitFor();
  expect(await held()).toBe(3);

  await johan.getByRole('tab', { name: /Mina/ }).click();
  await johan.getByText('Hos dig').first().waitFor();
  await johan.context().close();

  const again = await scene.staff(/Anna/);
  scene.test.clock.forward({ minutes: 2 });
  await again.reload();
  await again.getByRole('tab', { name: /Alla på enheten/ }).click();
  const gone = again.getByRole('link', { name: /är borta sedan/ }).first();
  await gone.waitFor();
  await look(again, 'gone-queue');
  await gone.click();
  await again.getByText(/har ärendet men är borta sedan/).waitFor();
  await look(again, 'gone-case');
  await again.getByRole('button', { name: 'Ta över' }).click();
  await again.getByRole('textbox', { name: /^Svar till/ }).waitFor();
  await again.getByText(/tog över ärendet från Johan .*, som var borta sedan/).waitFor();
});
