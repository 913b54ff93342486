import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Keyboard } from '../support/keyboard.js';
import { Scene } from '../support/scene.js';
import { insertWaitingCase } from '../support/waiting-case.js';

/** Whether the first letter of an element's text is drawn to the right of the last one. */
const BEGINS_AT_RIGHT = new Function(
  'element',
  `const text = element.firstChild;
   const at = (place) => {
     const range = document.createRange();
     range.setStart(text, place);
     range.setEnd(text, place + 1);
     return range.getBoundingClientRect().left;
   };
   return at(0) > at(text.length - 1);`,
) as (element: unknown) => boolean;

const HEIGHTS = (elements: unknown[]) =>
  (elements as { offsetHeight: number }[]).map(({ offsetHeight }) => offsetHeight);

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
      await samir.press(/Inget av det här/);
      await samir.press('Välj något annat');
      await samir.frame.getByRole('heading', { name: 'Vad stämmer bäst?' }).waitFor();
      await samir.press(/Svårt att andas/);
      await samir.answer(/just nu/, /Nej, inget/);
      await samir.check('question');
      await samir.answer(/sjukdomar/, /[Hh]järt/);
      await samir.answer(/Har något av det här hänt/, /Nej, inget/);
      await samir.answer(/När märks det/, /plan mark/);
      await samir.answer(/Har något av det här kommit/, /[Ss]vullna/, /kilo|gått upp|väger/);
      await samir.answer(/Gäller något av det här/, /Nej, inget/);
      await samir.page.setViewportSize({ width: 320, height: 640 });
      await samir.answer(/Är det feber/, /^Nej/);
      const notYet = samir.frame.getByRole('heading', { name: 'Du står inte i kö än. Logga in.', level: 1 });
      const signIn = samir.frame.getByRole('link', { name: 'Logga in med e-legitimation' });
      for (const what of [notYet, signIn]) await samir.comesInSight(what);
      await samir.page.setViewportSize({ width: 390, height: 844 });
      for (const what of [notYet, signIn]) await samir.comesInSight(what);
      await samir.frame.getByRole('heading', { name: /Skriv med en sjuksköterska nu\./ }).waitFor();
      expect(await samir.frame.getByText(/Stanna kvar här/).count()).toBe(0);
      await samir.check('result');
      await samir.signIn(/Samir/);
      await samir.frame.getByText('Herrgärdets vårdcentral har öppet och hjälper dig.').waitFor();
      await samir.frame.getByText('Öppet nu till 16.00', { exact: true }).waitFor();
      const number = samir.frame.getByRole('link', { name: '08-465 004 10' });
      expect(await number.getAttribute('href')).toBe('tel:0846500410');
      await samir.check('waiting');

      // Enough that they do not fit, and less urgent.
      const since = scene.test.clock.now();
      for (let n = 0; n < 12; n += 1) {
        await insertWaitingCase(scene.test.dataSource, { urgency: 5, since, patient: 'Lisa' });
      }
      const anna = await scene.staff(/Anna/);
      const fitsWindow = () =>
        anna.evaluate<boolean>('document.documentElement.scrollHeight <= window.innerHeight');
      const row = anna.getByRole('link', { name: /Prioritet 2.*Svårt att andas.*Samir Haddad, 62 år/ });
      await row.waitFor();
      await scene.checkAccessibility(anna, 'desk-queue');
      await anna.getByRole('tab', { name: /^Min kö\s?13$/ }).waitFor();
      expect(await row.textContent()).not.toContain('Herrgärdets');
      const heights = await anna.locator('[data-queue] > li').evaluateAll(HEIGHTS);
      expect(heights).toHaveLength(13);
      expect(Math.max(...heights)).toBeLessThanOrEqual(72);
      await anna.setViewportSize({ width: 1024, height: 768 });
      await row.getByText(/varningstecken/).waitFor();
      await scene.checkAccessibility(anna, 'desk-queue-1024');
      await anna.setViewportSize({ width: 1440, height: 900 });
      expect(await fitsWindow()).toBe(true);
      await samir.frame.getByRole('textbox', { name: 'Skriv mer till oss' }).click();
      await samir.page.keyboard.type('Jag har inte ');
      await anna.getByRole('button', { name: /Nästa ärende/ }).click();
      await anna.getByRole('heading', { name: 'Varningstecken' }).waitFor();
      await anna.getByRole('tab', { name: /^Min kö\s?12$/ }).waitFor();
      await anna.setViewportSize({ width: 1024, height: 768 });
      await scene.checkAccessibility(anna, 'desk-case-1024');
      await anna.setViewportSize({ width: 1440, height: 900 });
      await anna.getByRole('listitem').filter({ hasText: 'Gått upp flera kilo' }).waitFor();
      await scene.checkAccessibility(anna, 'desk-case');

      await samir.frame.getByRole('heading', { name: /Anna .* hjälper dig/ }).waitFor();
      const said = samir.frame.locator('[aria-live="polite"]').filter({ hasText: /Anna .* hjälper dig/ });
      await said.waitFor({ state: 'attached' });
      await samir.page.keyboard.type('sovit');
      const field = samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' });
      expect(await field.inputValue()).toBe('Jag har inte sovit');
      await field.fill('');
      await anna
        .getByRole('textbox', { name: 'Svar till Samir' })
        .fill('Hej Samir. Hur länge har det varit så?');
      await anna.keyboard.press('Enter');
      await samir.frame.getByText('Hej Samir. Hur länge har det varit så?', { exact: true }).waitFor();
      await samir.frame
        .getByRole('textbox', { name: 'Skriv ett meddelande' })
        .fill('Ett par veckor. Jag har gått upp i vikt.');
      await samir.press('Skicka');
      await anna.getByText('Ett par veckor. Jag har gått upp i vikt.', { exact: true }).waitFor();
      await samir.frame.getByText(/· Läst/).waitFor();

      // What is not on the screen has not been seen.
      const told = (text: string) => anna.locator('.bubble-place', { hasText: text });
      await samir.page.setViewportSize({ width: 844, height: 390 });
      await samir.frame.evaluate(`document.querySelector('.talk-scroll').scrollTo(0, 0); scrollTo(0, 0)`);
      await anna
        .getByRole('textbox', { name: 'Svar till Samir' })
        .fill('Vila tills du har fått en tid. Läs www.1177.se/andnod.');
      await anna.keyboard.press('Enter');
      const toNew = samir.frame.getByRole('button', { name: 'Till 1 nytt meddelande' });
      await toNew.waitFor();
      await samir.check('unseen');
      await told('Vila tills').getByText('Skickat').waitFor();
      await toNew.click();
      const advice = samir.frame.getByRole('listitem').getByText(/^Vila tills du har fått en tid\./);
      await samir.comesInSight(advice);
      const link = advice.getByRole('link', { name: 'www.1177.se/andnod' });
      expect(await link.getAttribute('href')).toBe('https://www.1177.se/andnod');
      expect(await link.getAttribute('rel')).toBe('noreferrer');
      await told('Vila tills').getByText('Sett').waitFor();
      await toNew.waitFor({ state: 'detached' });
      await samir.page.close();
      await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill('Tar du vätskedrivande nu?');
      await anna.keyboard.press('Enter');
      await told('Tar du vätskedrivande').getByText('Skickat').waitFor();
      samir.page = await samir.context.newPage();
      await samir.page.setViewportSize({ width: 844, height: 390 });
      await samir.open();
      await samir.comesInSight(samir.frame.getByText('Tar du vätskedrivande nu?', { exact: true }));
      await told('Tar du vätskedrivande').getByText('Sett').waitFor();
      await samir.page.setViewportSize({ width: 390, height: 844 });

      const hebrew = 'אני לוקח 500 מ״ג ליום';
      await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill(hebrew);
      await samir.press('Skicka');
      for (const side of [anna, samir.frame]) {
        const line = side.getByText(hebrew, { exact: true });
        await line.waitFor();
        expect(await line.evaluate(BEGINS_AT_RIGHT)).toBe(true);
      }
      await samir.check('chat');
      await scene.checkAccessibility(anna, 'desk-chat');
      expect(await fitsWindow()).toBe(true);

      await anna.getByRole('button', { name: 'Boka tid' }).click();
      const dialog = anna.getByRole('dialog', { name: /Boka tid åt Samir/ });
      const keys = new Keyboard(anna);
      await keys.arrivesAt(dialog.getByRole('combobox', { name: 'Mottagning' }));
      await dialog.getByRole('combobox', { name: 'Sorts besök' }).selectOption('physician-same-day');
      await dialog.getByRole('radio', { name: /i dag/i }).first().click();
      await scene.checkAccessibility(anna, 'desk-booking');
      await dialog.getByRole('button', { name: 'Boka tiden' }).focus();
      await keys.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await keys.arrivesAt(anna.getByRole('button', { name: 'Boka tid' }));
      const booked = samir.frame.getByText(/Tid bokad: i dag/);
      await samir.comesInSight(booked);
      const fold = await samir.frame.getByText(/^Din bokade tid: /).boundingBox();
      expect(fold?.y).toBeLessThan((await booked.boundingBox())?.y ?? 0);

      await anna.getByRole('button', { name: 'Avsluta' }).click();
      const closing = anna.getByRole('dialog', { name: 'Avsluta ärendet' });
      await closing.getByRole('radio', { name: 'Tid bokad' }).click();
      await closing.getByRole('button', { name: 'Avsluta ärendet' }).click();

      await samir.frame.getByRole('heading', { name: 'Ärendet är avslutat' }).waitFor();
      expect(await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).count()).toBe(0);
      await samir.frame.getByRole('button', { name: 'Skriv igen om samma ärende' }).waitFor();
      await samir.frame.getByRole('radio', { name: /Mycket bra/ }).click();
      await samir.frame.getByRole('textbox', { name: /säga något mer/ }).fill('Tack för snabb hjälp');
      await samir.press('Skicka omdömet');
      await samir.frame.getByText(/Ditt omdöme är sparat/).waitFor();
      await samir.check('closed');

      await samir.press('Meny');
      await samir.frame.getByRole('button', { name: /Vem har läst/ }).click();
      await samir.frame
        .getByText(/Anna Lindqvist/)
        .first()
        .waitFor();
      await samir.check('access-log');
    });
  },
);
