import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';

describeWithChromium(
  'Scene C: Samir, 62, more and more breathless, Tuesday 09.20, on his clinic’s page',
  () => {
    let scene: Scene;
    beforeAll(async () => {
      scene = await Scene.open('c', TUESDAY_MORNING);
    });
    afterAll(() => scene.close());

    it('chats with the nurse at once, who books a physician the same day and closes; he rates the help', async () => {
      const samir = await scene.resident('herrgardet');
      await samir.check('start');
      await samir.frame
        .getByRole('textbox', { name: 'Vad vill du ha hjälp med?' })
        .fill('Jag blir mer och mer andfådd');
      await samir.frame.getByRole('textbox', { name: 'År' }).fill('62');
      await samir.press('Gå vidare');
      await samir.frame.getByRole('heading', { name: 'Vad stämmer bäst?' }).waitFor();
      await samir.check('reasons');
      await samir.press(/Svårt att andas/);
      await samir.answer(/just nu/, /Nej, inget/);
      await samir.check('question');
      await samir.answer(/Eller något av det här/, /Nej, inget/);
      await samir.answer(/sjukdomar/, /[Hh]järt/);
      await samir.answer(/Har något av det här hänt/, /Nej, inget/);
      await samir.answer(/När märks det/, /plan mark/);
      await samir.answer(/Har du fått något/, /[Ss]vullna/, /kilo|gått upp|väger/);
      await samir.frame.getByRole('heading', { name: 'Skriv med en sjuksköterska nu.' }).waitFor();
      await samir.check('result');
      await samir.signIn(/Samir/);
      await samir.frame.getByText('Herrgärdets vårdcentral har öppet och hjälper dig.').waitFor();
      await samir.check('waiting');

      const anna = await scene.staff(/Anna/);
      await anna.getByText('1', { exact: true }).first().waitFor();
      await scene.checkAccessibility(anna, 'desk-queue');
      await anna.getByRole('button', { name: /Nästa ärende/ }).click();
      await anna.getByText('Jag blir mer och mer andfådd').first().waitFor();
      await scene.checkAccessibility(anna, 'desk-case');
      console.log(await anna.locator('body').ariaSnapshot());
      console.log(await samir.frame.locator('body').ariaSnapshot());
    });
  },
);
