import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';

const TABLET = { width: 1024, height: 768 };
const PLAYED = { timeout: 120_000 };

describeWithChromium('A manager who asks what another staff would lead to', () => {
  let scene: Scene;
  let monica: Page;

  beforeAll(async () => {
    scene = await Scene.open('simulation', TUESDAY_MORNING);
    monica = await scene.staff(/Monica Wallin/);
    await monica.getByRole('link', { name: 'Mottagning' }).click();
    await monica.getByRole('tab', { name: 'Simulering' }).click();
  });
  afterAll(() => scene.close());

  it('moves sliders with the keyboard, and stops what takes too long', async () => {
    await monica.getByText(/^Vår region kan räknas när mer är känt: .* 300 ärenden till\.$/).waitFor();
    expect(await monica.getByRole('option', { name: 'Vår region' }).isDisabled()).toBe(true);
    const nurses = monica.getByRole('slider', { name: 'Sjuksköterskor till på varje vårdcentral' });
    await nurses.focus();
    await nurses.press('ArrowRight');
    expect(await nurses.getAttribute('aria-valuetext')).toBe('+1');
    await monica.getByLabel('När personalen ändras').selectOption({ label: 'måndagar' });
    await scene.checkAccessibility(monica, 'question');
    await monica.getByRole('button', { name: 'Räkna' }).click();
    await monica.getByRole('progressbar', { name: 'Hur långt beräkningen har kommit' }).waitFor();
    await monica.getByRole('button', { name: 'Avbryt' }).click();
    await monica.getByRole('progressbar').waitFor({ state: 'detached' });
    await monica.getByRole('button', { name: 'Räkna' }).waitFor();
  });

  it('sees waits beside those of today, the chart, and takes both along', async () => {
    await monica.getByRole('button', { name: 'Räkna' }).click();
    await monica.getByRole('heading', { name: 'Så blir det' }).waitFor(PLAYED);
    const urgent = monica.getByRole('row', { name: /^2 / });
    const [today, then, within] = (await urgent.getByRole('cell').allInnerTexts()).map((text) =>
      Number(text.replace(',', '.')),
    );
    expect(today).toBeLessThan(1);
    expect(then).toBeLessThan(1);
    expect(within).toBeGreaterThan(95);
    await monica.getByRole('row', { name: /^E9: / }).waitFor();
    await monica.getByText('Enhet för enhet, efter ändringen').click();
    await monica.getByRole('row', { name: /^Almby / }).waitFor();
    await monica.getByRole('img', { name: /Diagram över väntetiderna/ }).waitFor();
    await scene.checkAccessibility(monica, 'answer');
    await monica.setViewportSize(TABLET);
    await scene.checkAccessibility(monica, 'answer-1024');

    const [file] = await Promise.all([
      monica.waitForEvent('download'),
      monica.getByRole('link', { name: 'Ladda ner tabellerna (CSV)' }).click(),
    ]);
    expect(await text(await file.createReadStream())).toMatch(
      /^use;strategy;group;figure;value;low;high\r\n/,
    );
  });
});
