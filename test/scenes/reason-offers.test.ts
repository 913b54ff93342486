import { TUESDAY_EVENING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Keyboard } from '../support/keyboard.js';
import { Scene } from '../support/scene.js';

describeWithChromium('Something else: from where it is to the right questions', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('reason-offers', TUESDAY_EVENING);
  });
  afterAll(() => scene.close());

  it('the right reason is offered and taken, by the keyboard, with focus where to read on', async () => {
    const widget = await scene.resident('region');
    await widget.describe('Det är inte som det ska', 40, /^Inget av det här/);
    await widget.answer(/Händer något av det här just nu/, /inget av det här/);
    await widget.answer(/Vad gäller det mest/, /^Öga, öra/);
    await widget.answer(/Vad stämmer bäst/, /^Öra eller hörsel/);
    const offered = widget.frame.getByRole('heading', { name: 'Är det något av det här?' });
    const keyboard = new Keyboard(widget.page);
    await keyboard.arrivesAt(offered);
    await widget.check('cards');
    const ear = widget.frame.getByRole('button', { name: /^Ont i örat/ });
    const box = await ear.boundingBox();
    expect(box && box.height >= 44 && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    await keyboard.choose(ear);
    const next = widget.frame.locator('.question-text');
    await widget.frame.getByRole('heading', { name: 'Frågor: Ont i örat eller rinnande öra' }).waitFor();
    await keyboard.arrivesAt(next);
    await widget.check('taken');
  });

  it('whoever takes none goes on, in English and after a reload', async () => {
    const widget = await scene.resident('region', { locale: 'en-GB' });
    const { page } = widget;
    await widget.frame.getByRole('button', { name: 'In English' }).click();
    const frame = () => widget.frame;
    await frame()
      .getByRole('textbox', { name: 'What do you need help with?' })
      .fill('It is not as it should');
    await frame().getByRole('textbox', { name: 'Years' }).fill('31');
    await frame().getByRole('button', { name: 'Go on' }).click();
    await frame()
      .getByRole('button', { name: /^None of these/ })
      .click();
    await frame().getByRole('checkbox', { name: 'No, none of these' }).click(); // it goes on by itself
    await frame()
      .getByRole('radio', { name: /^The skin/ })
      .click();
    await frame()
      .getByRole('radio', { name: /^A bite or sting/ })
      .click();
    await frame().getByRole('heading', { name: 'Is it one of these?' }).waitFor();
    await widget.check('cards-english');
    await page.setViewportSize({ width: 1440, height: 900 });
    await widget.check('cards-wide');
    await page.reload();
    await widget.ready();
    await frame().getByRole('heading', { name: 'Is it one of these?' }).waitFor();
    await frame()
      .getByRole('button', { name: /^None of these/ })
      .click();
    await new Keyboard(page).arrivesAt(frame().getByRole('heading', { name: 'Is any of this true?' }));
    await widget.check('none-of-these');
  });
});
