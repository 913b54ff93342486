import { TUESDAY_EVENING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';

describeWithChromium('Chest pain, Tuesday 19.20: 112', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('112', TUESDAY_EVENING);
  });
  afterAll(() => scene.close());

  it('fills the view, calls with one press, and is left only on purpose', async () => {
    const widget = await scene.resident('region');
    const { frame, page } = widget;
    await widget.begin('Det trycker över bröstet', 58);
    await frame.getByRole('heading', { name: 'Ring 112 nu' }).waitFor();
    await widget.press('Gå vidare till frågorna');
    await widget.press(/Ont i bröstet/);
    await widget.answer(/just nu/, /Det trycker/);

    const alert = () => widget.frame.getByRole('heading', { name: 'Ring 112 nu.' });
    await alert().waitFor();
    await widget.check('alert');
    // Nothing else is on the screen: no menu, no sign-in.
    expect(await frame.getByRole('link').allInnerTexts()).toEqual(['Ring 112']);
    expect(await frame.getByRole('button').allInnerTexts()).toEqual(['Lämna den här sidan']);
    const call = frame.getByRole('link', { name: 'Ring 112' });
    expect(await call.getAttribute('href')).toBe('tel:112');
    // Large, and in sight at once without scrolling.
    const box = await call.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(56);
    expect(box && box.y >= 0 && box.y + box.height <= 844).toBe(true);
    await frame.getByRole('heading', { name: 'Tills hjälpen kommer' }).waitFor();

    // Not by Escape, not by going back, not by loading the page again.
    await page.keyboard.press('Escape');
    await alert().waitFor();
    await page.reload();
    await widget.ready();
    await alert().waitFor();
    await page.goBack();
    expect(page.url()).toBe('about:blank');
    await page.goForward();
    await widget.ready();
    await alert().waitFor();

    await widget.press('Lämna den här sidan');
    const asks = () => widget.frame.getByRole('dialog', { name: 'Har du ringt 112?' });
    await asks().waitFor();
    await widget.check('leaving');
    await page.keyboard.press('Escape');
    await asks().waitFor({ state: 'hidden' });
    await alert().waitFor();
    await widget.press('Lämna den här sidan');
    await asks().getByRole('button', { name: 'Stanna kvar' }).click();
    await alert().waitFor();
    await widget.press('Lämna den här sidan');
    await asks().getByRole('button', { name: 'Ja, lämna sidan' }).click();

    // Even then the advice stands, with the number.
    await widget.frame.getByRole('heading', { name: /Vårt råd är fortfarande att ringa 112/ }).waitFor();
    await widget.check('left');
    await widget.press('Visa rådet om 112 igen');
    await alert().waitFor();
  });
});
