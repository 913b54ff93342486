import type { Locator } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { until } from '../support/until.js';

const NONE = /Nej, inget av det här/;
const CHEST = /[Tt]ryck över bröstet/;

describeWithChromium('Slips of the finger and answers on their way', () => {
  let scene: Scene;
  let widget: WidgetPage;
  beforeAll(async () => {
    scene = await Scene.open('slips', TUESDAY_MORNING);
  });
  afterAll(() => scene?.close());
  beforeEach(async () => {
    widget = await scene.resident('herrgardet');
  });
  afterEach(() => widget.context.close());

  const frame = () => widget.frame;
  const danger = () => frame().getByRole('group', { name: /just nu/ });
  const choice = (name: RegExp) => danger().getByRole('checkbox', { name });
  const answerBubble = () => frame().getByRole('button', { name: /Ändra – .*just nu/ });
  const notSentYet = () => frame().getByText('Ditt svar finns kvar', { exact: false });
  const loses = () => widget.context.route(/\/answers\//, (route) => route.abort());
  const findsAgain = () => widget.context.unrouteAll();

  it('what is ticked while "none" is on its way is not shown as chosen, and can be said when it has come', async () => {
    await widget.describe('Jag har ont i ryggen', 35, /^Ont i ryggen/);
    await choice(NONE).waitFor();
    await loses();
    await choice(NONE).click();
    await notSentYet().waitFor();
    // By finger and by key.
    await choice(CHEST).click({ force: true });
    await choice(CHEST).press('Space');
    expect(await choice(CHEST).isChecked()).toBe(false);
    expect(await choice(NONE).isChecked()).toBe(true);
    await widget.check('answer-on-its-way');

    await findsAgain();
    await answerBubble().click();
    await choice(CHEST).click();
    await widget.press('Spara svaret');
    await frame()
      .getByRole('heading', { name: /Ring 112/ })
      .waitFor();
  });

  it('a changed answer that was on its way when the page was loaded anew is sent', async () => {
    await widget.describe('Jag har ont i ryggen', 35, /^Ont i ryggen/);
    await widget.answer(/just nu/, NONE);
    await answerBubble().click();
    await choice(CHEST).click();
    await loses();
    await widget.press('Spara svaret');
    await notSentYet().waitFor();
    await widget.page.reload();
    await widget.ready();
    // The change is still open, and still on its way.
    await notSentYet().waitFor();
    expect(await choice(CHEST).isChecked()).toBe(true);
    await findsAgain();
    await frame()
      .getByRole('heading', { name: /Ring 112/ })
      .waitFor();
  });

  it('so is one that was changed after the advice was shown', async () => {
    await widget.describe('Jag har ont i ryggen', 35, /^Ont i ryggen/);
    await widget.answer(/just nu/, NONE);
    await widget.answer(/Har något av det här kommit/, /svag i ett ben/);
    await frame()
      .getByRole('heading', { name: /Åk till akutmottagningen/ })
      .waitFor();
    await frame()
      .getByText(/^Dina svar/)
      .click();
    await answerBubble().click();
    await choice(CHEST).click();
    await loses();
    await widget.press('Spara svaret');
    await notSentYet().waitFor();
    await widget.page.reload();
    await widget.ready();
    await notSentYet().waitFor();
    await findsAgain();
    await frame()
      .getByRole('heading', { name: /Ring 112/ })
      .waitFor();
  });

  /** Two taps in one spot, as fast as an unsure finger makes them. */
  async function tapsTwice(what: Locator, comes: Locator): Promise<void> {
    await what.scrollIntoViewIfNeeded();
    const box = await what.boundingBox();
    if (!box) throw new Error('It is not on the page');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await widget.page.mouse.click(x, y);
    await comes.waitFor();
    await widget.page.mouse.click(x, y);
  }

  it('a double tap answers one question, and no other that came under the finger', async () => {
    await widget.describe('Jag har fått nässelutslag', 35, /^Allergisk reaktion/);
    const first = frame().getByRole('group').first().getByRole('checkbox', { name: NONE });
    const next = frame().getByRole('group', { name: 'Stämmer något av det här?' });
    await first.waitFor();
    await until('it takes taps', async () => (await frame().locator('[data-settling]').count()) === 0);
    await tapsTwice(first, next);
    // It takes a tap when it has been there for a moment, and one is enough.
    await next.getByRole('checkbox', { name: NONE }).click();
    const third = frame().getByRole('group', { name: 'Vad gäller det?' });
    await third.waitFor();
    expect(await frame().getByRole('button', { name: /Ändra/ }).count()).toBe(2);
    // Keys are taken at once.
    await third.getByRole('radio').first().press('Space');
    expect(await third.getByRole('radio').first().isChecked()).toBe(true);
  });
});
