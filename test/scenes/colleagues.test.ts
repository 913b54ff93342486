import type { Page } from 'playwright-core';
import { Consultation } from '../../src/consultations/consultation.entity.js';
import { ConsultationSweeper } from '../../src/consultations/consultation-sweeper.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { openOwnCase } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { countTones, pressFolded, tones } from '../support/desk.js';
import { Resident } from '../support/people.js';
import { picture } from '../support/pictures.js';
import { samirWrites } from '../support/samir.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { until } from '../support/until.js';

describeWithChromium(
  'Samir, with several who help: in the chat, behind it, and on the way to the hospital',
  () => {
    let scene: Scene;
    let samir: WidgetPage;
    let anna: Page;
    let fatima: Page;
    let karin: Page;

    beforeAll(async () => {
      scene = await Scene.open('colleagues', TUESDAY_MORNING);
      await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/));
      samir = await scene.resident('herrgardet');
      await openOwnCase(samir, /Samir/, /Svårt att andas/);
      anna = await scene.staff(/Anna/);
      fatima = await scene.staff(/Fatima/);
      await anna.getByRole('button', { name: /Nästa ärende/ }).click();
      await anna.getByRole('textbox', { name: 'Svar till Samir' }).waitFor();
    });
    afterAll(() => scene.close());

    const messages = () => samir.frame.getByRole('list', { name: 'Meddelanden' });
    const reply = (desk: Page) => desk.getByRole('textbox', { name: 'Svar till Samir' });
    const thread = (desk: Page) => desk.getByRole('log', { name: 'Konsultationens meddelanden' });

    it('a colleague is invited, seen by the resident, writes under her own name, and leaves', async () => {
      await pressFolded(anna, 'Bjud in');
      const inviting = anna.getByRole('dialog', { name: 'Bjud in en kollega' });
      await inviting
        .getByRole('combobox', { name: 'Kollega' })
        .selectOption({ label: 'Fatima Hassan, sjuksköterska, Herrgärdets vårdcentral' });
      await scene.checkAccessibility(anna, 'invite');
      await inviting.getByRole('button', { name: 'Bjud in' }).click();
      await inviting.waitFor({ state: 'detached' });
      await anna.getByRole('button', { name: 'Ta bort Fatima Hassan ur samtalet' }).waitFor();

      await samir.frame.getByText('Fatima Hassan, sjuksköterska, är också med.').waitFor();
      await messages()
        .getByText(/Fatima Hassan, sjuksköterska på Herrgärdets .*, är också med nu/)
        .waitFor();
      await samir.check('with-two');

      await fatima.getByRole('tab', { name: /^Mina/ }).click();
      await fatima.getByText('Du är med', { exact: true }).waitFor();
      await fatima.getByRole('link', { name: /Samir Haddad/ }).click();
      await fatima.getByText('Du är med i samtalet. Anna Lindqvist har ärendet.').waitFor();
      expect(await fatima.getByRole('button', { name: 'Avsluta', exact: true }).count()).toBe(0);
      await reply(fatima).fill('Hej Samir, jag är med och lyssnar.');
      await fatima.keyboard.press('Enter');
      await messages().getByText('Hej Samir, jag är med och lyssnar.', { exact: true }).waitFor();
      await messages().getByText('Fatima Hassan', { exact: true }).waitFor();
      await scene.checkAccessibility(fatima, 'participant');

      await fatima.getByRole('button', { name: 'Lämna samtalet' }).click();
      await reply(fatima).waitFor({ state: 'detached' });
      await messages()
        .getByText(/Fatima Hassan är inte längre med/)
        .waitFor();
      await samir.frame
        .getByText('Fatima Hassan, sjuksköterska, är också med.')
        .waitFor({ state: 'detached' });
    });

    it('the asker is reminded when no answer has come in time', async () => {
      karin = await scene.staff(/Karin/);
      await countTones(karin);
      await karin.getByRole('tab', { name: /Alla/ }).click(); // browsers sound only after a touch
      await anna.getByRole('button', { name: 'Rådfråga' }).click();
      const asking = anna.getByRole('dialog', { name: 'Rådfråga en kollega' });
      await asking
        .getByRole('combobox', { name: 'Mottagning' })
        .selectOption({ label: 'Herrgärdets vårdcentral' });
      await asking
        .getByRole('combobox', { name: 'Person eller kompetens' })
        .selectOption({ label: 'läkare, vem som helst' });
      await asking.getByRole('textbox', { name: 'Din fråga' }).fill('Behöver han in i dag?');
      await asking.getByRole('button', { name: 'Skicka frågan' }).click();
      await anna.getByRole('tab', { name: /väntar på svar/ }).waitFor();
      await karin
        .getByRole('alert')
        .getByText(/Ny konsultation: prioritet 2, Samir Haddad/)
        .waitFor();
      await until('it is heard', async () => (await tones(karin)) > 0);

      const { dataSource, app, clock } = scene.test;
      await dataSource.manager.update(
        Consultation,
        { state: 'asked' },
        { dueAt: new Date(clock.now().getTime() - 1_000) },
      );
      await app.get(ConsultationSweeper).sweep();
      await anna.getByText(/Inget svar än om Samir Haddad från Herrgärdets vårdcentral/).waitFor();
      await anna
        .getByRole('log', { name: 'Händelser' })
        .getByText(/Inget svar än från läkare, Herrgärdets vårdcentral/)
        .waitFor();
      await anna.getByRole('tab', { name: /^Konsultationer/ }).click();
      await anna
        .getByText(/Svar önskades/)
        .first()
        .waitFor();
      await scene.checkAccessibility(anna, 'late');
    });

    it('the physician answers with an image and ends it; what was said stays with both', async () => {
      await karin.getByRole('tab', { name: /^Konsultationer/ }).click();
      await karin.getByRole('link', { name: /Samir Haddad/ }).click();
      await thread(karin).getByText('Behöver han in i dag?').waitFor();
      await karin
        .getByRole('textbox', { name: 'Skriv till Anna Lindqvist' })
        .fill('Ja, till akuten. EKG först.');
      const file = { name: 'ekg.png', mimeType: 'image/png', buffer: await picture('png') };
      await karin.locator('.thread input[type=file]').setInputFiles(file);
      await karin.getByRole('button', { name: 'Ta bort bild 1' }).waitFor();
      await countTones(anna);
      await anna.getByRole('tab', { name: /Alla/ }).click();
      await karin.getByRole('textbox', { name: 'Skriv till Anna Lindqvist' }).press('Enter');
      await anna
        .getByRole('alert')
        .getByText('Karin Nyström har svarat på din fråga om Samir Haddad.')
        .waitFor();
      await until('it is heard', async () => (await tones(anna)) > 0);
      await anna.getByRole('tab', { name: /besvarad/ }).click();
      await thread(anna).getByText('Ja, till akuten. EKG först.').waitFor();
      await thread(anna).locator('img').waitFor();
      await scene.checkAccessibility(anna, 'thread-image');
      await karin.getByRole('button', { name: 'Avsluta konsultationen' }).click();
      const ending = karin.getByRole('dialog', { name: 'Avsluta konsultationen' });
      await ending.getByRole('button', { name: 'Avsluta konsultationen' }).click();
      await karin.getByText('Konsultationen är avslutad. Det som skrevs finns kvar här.').waitFor();
      await karin.getByRole('region', { name: 'Avslutade i dag' }).getByRole('link').waitFor();
      await scene.checkAccessibility(karin, 'ended');
    });

    it('the patient is sent to the emergency department with a text to show there', async () => {
      await pressFolded(anna, 'Skicka till akuten');
      const referring = anna.getByRole('dialog', { name: 'Skicka till akutmottagning' });
      const words = referring.getByRole('textbox', { name: 'Text att visa på akuten' });
      expect(await words.inputValue()).toMatch(/^Samir Haddad, 62 år. Sökorsak: Svårt att andas/);
      await words.fill('');
      await referring.getByRole('button', { name: 'Skicka hänvisningen' }).click();
      await referring.getByText('Skriv vad akuten behöver veta.').waitFor();
      await words.fill('Samir Haddad, 62 år. Andfådd sedan veckor, svullna ben. EKG vid ankomst.');
      await scene.checkAccessibility(anna, 'refer');
      await referring.getByRole('button', { name: 'Skicka hänvisningen' }).click();
      await referring.waitFor({ state: 'detached' });

      const card = samir.frame.getByRole('region', { name: 'Åk till Akutmottagningen' });
      await card.getByText('Aros sjukhus, ingång 27, Aros').waitFor();
      await samir.check('referral');
      await card.getByRole('button', { name: 'Visa den här texten' }).click();
      const shown = samir.frame.getByRole('dialog', { name: 'Visa det här på Akutmottagningen' });
      await shown.getByText(/EKG vid ankomst/).waitFor();
      await samir.check('referral-text');
      await shown.getByRole('button', { name: 'Stäng' }).click();

      await anna.getByRole('button', { name: 'Avsluta', exact: true }).click();
      const closing = anna.getByRole('dialog', { name: 'Avsluta ärendet' });
      await closing.getByRole('radio', { name: 'Hänvisad vidare' }).click();
      await closing.getByRole('button', { name: 'Avsluta ärendet' }).click();
      await samir.frame.getByRole('heading', { name: 'Ärendet är avslutat' }).waitFor();
      await samir.frame.getByRole('button', { name: 'Visa den här texten' }).first().waitFor();
      await samir.check('referred-closed');
    });
  },
);

describeWithChromium('Two child nurses are asked, and both want to take the case over', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('two-take-over', TUESDAY_MORNING);
    await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/));
  });
  afterAll(() => scene.close());

  it('one gets it; the other is told by name who has it, in the middle of her decision', async () => {
    const anna = await scene.staff(/Anna/);
    const jonas = await scene.staff(/Jonas/);
    const linnea = await scene.staff(/Linnea/);
    await anna.getByRole('button', { name: /Nästa ärende/ }).click();
    await anna.getByRole('button', { name: 'Rådfråga' }).click();
    const asking = anna.getByRole('dialog', { name: 'Rådfråga en kollega' });
    await asking.getByRole('combobox', { name: 'Mottagning' }).selectOption({ label: 'Barnmottagningen' });
    await asking.getByRole('textbox', { name: 'Din fråga' }).fill('Kan ni?');
    await asking.getByRole('button', { name: 'Skicka frågan' }).click();
    for (const desk of [jonas, linnea]) {
      await desk.getByRole('button', { name: 'Öppna', exact: true }).click();
      await desk.getByRole('button', { name: 'Ta över' }).click();
    }
    await jonas
      .getByRole('dialog', { name: 'Ta över ärendet' })
      .getByRole('button', { name: 'Ta över' })
      .click();
    await jonas.getByRole('textbox', { name: 'Svar till Samir' }).waitFor();
    const late = linnea.getByRole('dialog', { name: 'Ta över ärendet' });
    await late.getByText(/Jonas Hedlund, barnsjuksköterska, Barnmottagningen, hann före/).waitFor();
    await scene.checkAccessibility(linnea, 'late');
    expect(await late.getByRole('button', { name: 'Ta över' }).isDisabled()).toBe(true);
    await late.getByRole('button', { name: 'Avbryt' }).click();
    await linnea.getByText(/Jonas Hedlund, barnsjuksköterska, Barnmottagningen, har ärendet nu/).waitFor();
  });
});
