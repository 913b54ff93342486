import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';
import { TRANSLATE } from '../support/translator.js';

describeWithChromium('Pages that the browser translates', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('translated', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  const failuresOf = (page: Page): string[] => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && /NotFoundError|not a child/.test(message.text())) {
        failures.push(message.text());
      }
    });
    return failures;
  };

  it('go on from the first word to the end of the chat, and show what has changed', async () => {
    const samir = await scene.resident('herrgardet');
    const samirsFailures = failuresOf(samir.page);
    await samir.frame.evaluate(TRANSLATE);
    await samir.describe('Jag blir mer och mer andfådd', 62, /Svårt att andas/);
    await samir.answer(/just nu/, /Nej, inget/);
    await samir.answer(/sjukdomar/, /[Hh]järt/);
    await samir.answer(/Har något av det här hänt/, /Nej, inget/);
    await samir.answer(/När märks det/, /plan mark/);
    await samir.answer(/Har något av det här kommit/, /[Ss]vullna/, /kilo|gått upp|väger/);
    await samir.answer(/Gäller något av det här/, /Nej, inget/);
    await samir.answer(/Är det feber/, /^Nej/);
    await samir.signIn(/Samir/);
    await samir.frame.getByText('Herrgärdets vårdcentral har öppet och hjälper dig.').waitFor();

    const anna = await scene.staff(/Anna/);
    const annasFailures = failuresOf(anna);
    await anna.evaluate(TRANSLATE);
    await anna.getByRole('button', { name: /Nästa ärende/ }).click();
    await anna.getByRole('heading', { name: 'Varningstecken' }).waitFor();
    await samir.frame.getByRole('heading', { name: /Anna .* hjälper dig/ }).waitFor();
    for (const [n, words] of ['Hej Samir.', 'Hur länge har det varit så?', 'Tar du medicin?'].entries()) {
      await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill(words);
      await anna.keyboard.press('Enter');
      await samir.frame.getByText(words, { exact: true }).waitFor();
      await anna.locator('.bubble-place', { hasText: words }).getByText('Sett').waitFor();
      await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill(`Svar ${n}.`);
      await samir.press('Skicka');
      await anna.getByText(`Svar ${n}.`, { exact: true }).waitFor();
      await samir.frame.getByText(/· Läst/).waitFor();
    }
    await anna.getByRole('button', { name: 'Avsluta' }).click();
    const closing = anna.getByRole('dialog', { name: 'Avsluta ärendet' });
    await closing.getByRole('radio').first().click();
    await closing.getByRole('button', { name: 'Avsluta ärendet' }).click();
    await samir.frame.getByRole('heading', { name: 'Ärendet är avslutat' }).waitFor();
    await samir.frame.getByRole('radio', { name: /Mycket bra/ }).click();
    await samir.press('Skicka omdömet');
    await samir.frame.getByText(/Ditt omdöme är sparat/).waitFor();
    expect({ samirsFailures, annasFailures }).toEqual({ samirsFailures: [], annasFailures: [] });
  });
});
