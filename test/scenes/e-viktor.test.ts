import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { prepareForCalls, untilReceiving } from '../support/call-scene.js';
import { describeWithChromium } from '../support/chromium.js';
import { pressFolded } from '../support/desk.js';
import { Keyboard } from '../support/keyboard.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { erikDescribes, erikQueues } from '../support/viktor.js';

describeWithChromium(
  'Scene E: Viktor, 9 months, Tuesday 09.20: the clinic’s nurse asks the child nurse, who takes over',
  () => {
    let scene: Scene;
    let erik: WidgetPage;
    let anna: Page;
    let jonas: Page;

    beforeAll(async () => {
      scene = await Scene.open('e', TUESDAY_MORNING, { devices: true });
      erik = await scene.phone('herrgardet');
      await prepareForCalls(erik.context, scene.test);
      await erik.open();
      anna = await scene.staff(/Anna/);
      jonas = await scene.staff(/Jonas/);
      await prepareForCalls(jonas.context(), scene.test);
      await jonas.reload();
    });
    afterAll(() => scene.close());

    const said = (desk: Page) => desk.getByRole('log', { name: 'Händelser' });
    const thread = (desk: Page) => desk.getByRole('log', { name: 'Konsultationens meddelanden' });
    const field = () => erik.frame.getByRole('textbox', { name: 'Skriv ett meddelande' });

    it('Viktor’s father describes it and comes to a chat with the clinic’s nurse', async () => {
      await erikDescribes(erik);
      await erikQueues(erik);
      await anna.getByRole('button', { name: /Nästa ärende/ }).click();
      await erik.frame.getByRole('heading', { name: /Anna .* hjälper dig/ }).waitFor();
      await anna.getByRole('textbox', { name: 'Svar till Erik' }).fill('Hej Erik. Hur andas han nu?');
      await anna.keyboard.press('Enter');
      await erik.frame.getByText('Hej Erik. Hur andas han nu?', { exact: true }).waitFor();
      await field().fill('Ungefär 40 andetag i minuten.');
      await erik.press('Skicka');
      await said(anna).getByText('Ungefär 40 andetag i minuten.', { exact: true }).waitFor();
    });

    it('she is unsure, and asks the child nurse at the children’s clinic, with the case beside it', async () => {
      await anna.locator('#case-title').focus();
      await anna.keyboard.press('f');
      const asking = anna.getByRole('dialog', { name: 'Rådfråga en kollega' });
      const unit = asking.getByRole('combobox', { name: 'Mottagning' });
      await new Keyboard(anna).arrivesAt(unit);
      const offered = await unit.getByRole('option').allTextContents();
      // Nothing is chosen, and those at home come first.
      expect([await unit.inputValue(), ...offered.slice(0, 2)]).toEqual([
        '',
        'Välj mottagning',
        'Herrgärdets vårdcentral',
      ]);
      await asking.getByRole('button', { name: 'Skicka frågan' }).click();
      await asking.getByText('Välj vilken mottagning du vill fråga.').waitFor();
      await unit.selectOption({ label: 'Barnmottagningen' });
      const who = asking.getByRole('combobox', { name: 'Person eller kompetens' });
      await who.selectOption({ label: 'Jonas Hedlund, barnsjuksköterska' });
      await asking.getByRole('button', { name: 'Skicka frågan' }).click();
      await asking.getByText('Skriv vad du undrar.').waitFor();
      await asking.getByRole('textbox', { name: 'Din fråga' }).fill('Ska han till barnakuten?');
      await scene.checkAccessibility(anna, 'ask');
      await asking.getByRole('button', { name: 'Skicka frågan' }).click();
      await asking.waitFor({ state: 'detached' });
      await anna.getByRole('tab', { name: /^Jonas Hedlund väntar på svar/ }).waitFor();

      // He is told wherever he is, and finds it in its own tab, marked and by the urgency of the case.
      await jonas.getByText(/Ny konsultation: prioritet 2, Viktor Lundgren, från Herrgärdets/).waitFor();
      await jonas.getByRole('tab', { name: /Konsultationer 1/ }).click();
      const row = jonas.getByRole('link', { name: /Prioritet 2.*Feber.*Viktor Lundgren.*Konsultation/ });
      await row.waitFor();
      await scene.checkAccessibility(jonas, 'consultations');
      await row.click();
      await thread(jonas).getByText('Ska han till barnakuten?').waitFor();
      await jonas.getByText('Mellan kollegor, syns inte för patienten').waitFor();
      const patient = jonas.getByRole('region', { name: 'Patient', exact: true });
      await patient.getByText('Viktor har feber och andas tungt').waitFor();
      await patient.getByRole('listitem').filter({ hasText: 'Andas fortare eller tyngre' }).waitFor();
      await scene.checkAccessibility(jonas, 'consulted');
    });

    it('he answers; she is told, and nothing of it reaches the father', async () => {
      await jonas
        .getByRole('textbox', { name: 'Skriv till Anna Lindqvist' })
        .fill('Jag vill gärna se honom först.');
      await jonas.keyboard.press('Enter');
      await thread(jonas).getByText('Jag vill gärna se honom först.').waitFor();
      await anna.getByText(/Jonas Hedlund har svarat på din fråga om Viktor Lundgren/).waitFor();
      await anna.getByRole('tab', { name: /^Jonas Hedlund/ }).click();
      await thread(anna).getByText('Jag vill gärna se honom först.').waitFor();
      await scene.checkAccessibility(anna, 'thread');
      const all = (await erik.frame.locator('body').textContent()) ?? '';
      expect(all).not.toMatch(/barnakuten|se honom först/);
    });

    it('he takes over: the father is told who helps now, and her feed is cut', async () => {
      await jonas.locator('#case-title').focus();
      await jonas.keyboard.press('o');
      const taking = jonas.getByRole('dialog', { name: 'Ta över ärendet' });
      await taking.getByText(/Erik får veta att du hjälper till nu/).waitFor();
      await scene.checkAccessibility(jonas, 'take-over');
      // What is written in this very moment must not be lost.
      await field().fill('Han dricker lite.');
      await Promise.all([taking.getByRole('button', { name: 'Ta över' }).click(), erik.press('Skicka')]);
      await taking.waitFor({ state: 'detached' });

      await erik.frame.getByRole('heading', { name: 'Jonas Hedlund hjälper dig' }).waitFor();
      await erik.frame
        .getByRole('list', { name: 'Meddelanden' })
        .getByText(/Jonas Hedlund, barnsjuksköterska på Barnmottagningen, hjälper dig nu/)
        .waitFor();
      await erik.check('taken-over');
      await jonas.getByRole('textbox', { name: 'Svar till Erik' }).waitFor();
      await said(jonas).getByText('Han dricker lite.', { exact: true }).waitFor();

      await anna.getByText('Jonas Hedlund, barnsjuksköterska, Barnmottagningen, tog över ärendet.').waitFor();
      await anna.getByText(/Du ser hur det var när det lämnade dig/).waitFor();
      expect(await anna.getByRole('textbox', { name: 'Svar till Erik' }).count()).toBe(0);
      expect(await anna.getByRole('button', { name: /Avsluta/ }).count()).toBe(0);
      await scene.checkAccessibility(anna, 'former');
    });

    it('the chat goes on with the child nurse, and the clinic’s nurse hears nothing of it', async () => {
      await jonas.getByRole('textbox', { name: 'Svar till Erik' }).fill('Hej Erik, jag heter Jonas.');
      await jonas.keyboard.press('Enter');
      await erik.frame.getByText('Hej Erik, jag heter Jonas.', { exact: true }).waitFor();
      await field().fill('Hej Jonas.');
      await erik.press('Skicka');
      await said(jonas).getByText('Hej Jonas.', { exact: true }).waitFor();
      expect(await anna.getByText('jag heter Jonas').count()).toBe(0);
      await anna.reload();
      await anna.getByText(/Jonas Hedlund, .*tog över ärendet\.$/).waitFor();
      await said(anna).getByText('Ungefär 40 andetag i minuten.', { exact: true }).waitFor();
      expect(await anna.getByText('jag heter Jonas').count()).toBe(0);
      await scene.checkAccessibility(jonas, 'taken');
    });

    it('he sees the child: video with pictures and sound on both sides, and the chat beside it', async () => {
      await jonas.getByRole('button', { name: 'Ring', exact: true }).click();
      const dialog = jonas.getByRole('dialog', { name: /^Ring / });
      await dialog.getByText('Vi hör dig.').waitFor();
      await dialog.getByRole('button', { name: 'Ring upp' }).click();
      await erik.frame.getByRole('region', { name: /Jonas .* vill ha videosamtal med dig/ }).waitFor();
      await erik.press('Svara med video');
      await erik.frame.getByText('Vi hör dig.').waitFor();
      await erik.press('Gå in i samtalet');
      const [seen] = await Promise.all([
        untilReceiving('the child nurse', jonas),
        untilReceiving('the father', erik.frame),
      ]);
      expect(seen.width).toBeGreaterThan(0);
      await scene.checkAccessibility(jonas, 'video');
      await erik.check('video-of-viktor');
      await field().fill('Nu ser du honom.');
      await erik.press('Skicka');
      await said(jonas).getByText('Nu ser du honom.', { exact: true }).waitFor();
      await jonas.getByRole('button', { name: 'Lägg på' }).click();
      await erik.frame.getByText('Samtalet är slut. Ni kan fortsätta i chatten.').waitFor();
    });

    it('gives advice and closes; it was one case to the father, from beginning to end', async () => {
      await pressFolded(jonas, 'Skicka råden igen');
      const advice = jonas.getByRole('dialog', { name: 'Skicka råden igen' });
      await advice.getByRole('button', { name: 'Skicka råden' }).click();
      await erik.frame.getByRole('list', { name: 'Meddelanden' }).getByText('Råd till dig').waitFor();
      await jonas.getByRole('button', { name: 'Avsluta', exact: true }).click();
      const closing = jonas.getByRole('dialog', { name: 'Avsluta ärendet' });
      await closing.getByRole('radio', { name: 'Råd givna' }).click();
      await closing.getByRole('button', { name: 'Avsluta ärendet' }).click();
      await erik.frame.getByRole('heading', { name: 'Ärendet är avslutat' }).waitFor();
      await erik.check('closed');

      await erik.press('Meny');
      await erik.frame.getByRole('button', { name: /Vem har läst/ }).click();
      for (const name of [/Anna Lindqvist/, /Jonas Hedlund/]) {
        await erik.frame.getByText(name).first().waitFor();
      }
    });
  },
);
