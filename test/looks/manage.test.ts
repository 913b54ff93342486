import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { checkLooks, inEnglish } from '../support/desk.js';
import { Scene } from '../support/scene.js';

describeWithChromium('The managers’ pages, in English, light and dark, at 1440 and 1024 px', () => {
  let scene: Scene;
  let gunilla: Page;

  beforeAll(async () => {
    scene = await Scene.open('looks-manage', TUESDAY_MORNING);
    gunilla = await scene.staff(/Gunilla Sandström/);
    await inEnglish(gunilla);
    await gunilla.getByRole('link', { name: 'Unit', exact: true }).click();
  });
  afterAll(() => scene.close());

  const open = async (page: string, heading: string) => {
    await gunilla.getByRole('tab', { name: page }).click();
    await gunilla.getByRole('heading', { name: heading }).first().waitFor();
  };

  it.each([
    ['Opening hours', 'The next 14 days'],
    ['Staff', 'Right now'],
    ['Policy', 'How cases are placed'],
    ['Simulation', 'What is compared'],
  ])('%s', async (page, heading) => {
    await open(page, heading);
    await checkLooks(scene, gunilla, page);
  });
});
