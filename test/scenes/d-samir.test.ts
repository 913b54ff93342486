import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';
import { insertWaitingCase } from '../support/waiting-case.js';

describeWithChromium(
  'Scene D: Samir, 62, more and more breathless, Tuesday 09.20, while his clinic’s nurse has her hands full',
  () => {
    let scene: Scene;
    beforeAll(async () => {
      scene = await Scene.open('d', TUESDAY_MORNING);
    });
    afterAll(() => scene.close());

    it('is helped by a nurse at 1177 sooner, who books his own physician and sees why he came to her', async () => {
      const { dataSource, clock } = scene.test;
      const anna = await scene.staff(/Anna/);
      for (const patient of ['Erik', 'Nora', 'Oliver', 'Lisa']) {
        const since = new Date(clock.now().getTime() - 20 * 60_000);
        await insertWaitingCase(dataSource, { urgency: 3, since, patient });
      }
      for (let taken = 0; taken < 3; taken += 1) {
        await anna.getByRole('button', { name: /Nästa ärende/ }).click();
        await anna.getByRole('tab', { name: new RegExp(`^Mina.*${taken + 1}`) }).waitFor();
      }
      const eva = await scene.staff(/Eva/);

      const samir = await scene.resident('herrgardet');
      await samir.describe('Jag blir mer och mer andfådd', 62, /Svårt att andas/);
      await samir.answer(/just nu/, /Nej, inget/);
      await samir.answer(/sjukdomar/, /[Hh]järt/);
      await samir.answer(/Har något av det här hänt/, /Nej, inget/);
      await samir.answer(/När märks det/, /plan mark/);
      await samir.answer(/Har något av det här kommit/, /[Ss]vullna/, /kilo|gått upp|väger/);
      await samir.answer(/Gäller något av det här/, /Nej, inget/);
      await samir.answer(/Är det feber/, /^Nej/);
      await samir.frame.getByRole('heading', { name: 'Skriv med en sjuksköterska nu.' }).waitFor();
      await samir.signIn(/Samir/);
      await samir.frame
        .getByText(
          'Många väntar på Herrgärdets vårdcentral just nu. 1177 Sjukvårdsrådgivningen kan hjälpa dig tidigare.',
        )
        .waitFor();
      await samir.check('waiting-at-1177');

      await eva.getByRole('link', { name: /Prioritet 2.*Svårt att andas.*Samir Haddad, 62 år/ }).waitFor();
      await eva.getByRole('button', { name: /Nästa ärende/ }).click();
      await samir.frame.getByRole('heading', { name: /Eva .* hjälper dig/ }).waitFor();
      const why = eva.locator('.section', { has: eva.getByRole('heading', { name: /^Varför h/ }) });
      await why.getByText(/1177 Sjukvårdsrådgivningen kan hjälpa dig tidigare/).waitFor();
      await why.locator('summary').first().click();
      await why.getByText(/Herrgärdets vårdcentral.*många väntar där, väntan omkring \d+ min/).waitFor();
      await scene.checkAccessibility(eva, 'desk-why-here');

      await eva
        .getByRole('textbox', { name: 'Svar till Samir' })
        .fill('Hej Samir. Hur länge har det varit så?');
      await eva.keyboard.press('Enter');
      await samir.frame.getByText('Hej Samir. Hur länge har det varit så?', { exact: true }).waitFor();

      await eva.getByRole('button', { name: 'Boka tid' }).click();
      const dialog = eva.getByRole('dialog', { name: /Boka tid åt Samir/ });
      await dialog.getByRole('combobox', { name: 'Mottagning' }).selectOption('Herrgärdets vårdcentral');
      await dialog.getByRole('combobox', { name: 'Sorts besök' }).selectOption('physician-same-day');
      await dialog
        .getByRole('radio', { name: /i dag.*Karin Nyström/i })
        .first()
        .click();
      await dialog.getByRole('button', { name: 'Boka tiden' }).click();
      await samir.frame.getByText(/Tid bokad: i dag.*Karin Nyström, Herrgärdets vårdcentral/).waitFor();
      await samir.check('booked');
    });
  },
);
