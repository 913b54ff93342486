import type { Page } from 'playwright-core';
import { CareUnits } from '../../src/care-units/care-unit.service.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { openOwnCase } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { Resident } from '../support/people.js';
import { samirWrites } from '../support/samir.js';
import { Scene, type WidgetPage } from '../support/scene.js';
import { until } from '../support/until.js';

const TABLET = { width: 1024, height: 768 };
interface Card {
  scrollHeight: number;
  clientHeight: number;
}

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };
const SAMIR = /Svårt att andas.*Samir Haddad, 62 år/;

describeWithChromium('A nurse sends a case on', () => {
  let scene: Scene;
  let anna: Page;
  let sara: Page;
  let samir: WidgetPage;

  beforeAll(async () => {
    scene = await Scene.open('transfer', TUESDAY_MORNING);
    anna = await scene.staff(/Anna/);
    sara = await scene.staff(/Sara/);
    await samirWrites(await Resident.signedIn(scene.test.origin, /Samir/));
    samir = await scene.resident('herrgardet');
    await openOwnCase(samir, /Samir/, /Svårt att andas/);
  });
  afterAll(() => scene.close());

  const row = (desk: Page) => desk.getByRole('link', { name: SAMIR });
  const dialog = (desk: Page) => desk.getByRole('dialog', { name: 'Skicka vidare ärendet' });
  const whyHere = (desk: Page) =>
    desk.locator('.section').filter({ has: desk.getByRole('heading', { name: 'Varför här?', exact: true }) });

  /** A view at both widths that a desk has. */
  async function checkBoth(desk: Page, view: string): Promise<void> {
    await scene.checkAccessibility(desk, view);
    await desk.setViewportSize(TABLET);
    await scene.checkAccessibility(desk, `${view}-1024`);
    await desk.setViewportSize(WIDE);
  }

  it('the desk tells why the case is here, with what that was decided from', async () => {
    await row(anna).click();
    const why = whyHere(anna);
    await why.getByText('Patientens egen mottagning har öppet och hjälper.').waitFor();
    await why.getByText(/^Väntan räknades till högst \d+ min när ärendet kom hit\.$/).waitFor();
    await why.getByText('Patienten läser: ”Herrgärdets vårdcentral har öppet och hjälper dig.”').waitFor();
    await why.getByText(/^Regel network, version \d+\. Policy, version 1\.$/).waitFor();
    await why.getByText(/ställen? prövades$/).click();
    await why.getByText(/^1177 Sjukvårdsrådgivningen, sjuksköterska: /).waitFor();
    await why.getByText('Vad beslutet bygger på').click();
    const own = why.getByRole('row', { name: /Herrgärdets vårdcentral, sjuksköterska/ });
    expect(await own.getByRole('cell').allInnerTexts()).toEqual(['0', '3 av 3']);
    await why.scrollIntoViewIfNeeded();
    await scene.checkAccessibility(anna, 'why here');
  });

  it('it waits for anyone; without taking it she sends it on by a key, and has to say where and why', async () => {
    await anna.locator('#case-title').focus();
    await anna.keyboard.press('s');
    await dialog(anna).getByRole('radio').first().waitFor();
    await dialog(anna).getByRole('button', { name: 'Skicka vidare' }).click();
    await dialog(anna).getByText('Välj en mottagning.').waitFor();
    await dialog(anna).getByText('Skriv varför ärendet skickas vidare.').waitFor();
    await checkBoth(anna, 'dialog');
    await anna.setViewportSize(PHONE);
    const radios = dialog(anna).getByRole('radio');
    await until('no text reaches out of its card on a phone', async () => {
      const fits = await radios.evaluateAll((cards) =>
        (cards as unknown as Card[]).map(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight),
      );
      return fits.length > 0 && fits.every(Boolean);
    });
    await scene.checkAccessibility(anna, 'dialog-390');
    await anna.setViewportSize(WIDE);
    const offered = await dialog(anna).getByRole('radio').allInnerTexts();
    expect(offered.join('\n')).not.toMatch(/Akutmottagningen|Herrgärdets vårdcentral, sjuksköterska/);
    expect(offered.findIndex((name) => /Kungsörs vårdcentral, sjuksköterska/.test(name))).toBe(0);
    await dialog(anna)
      .getByRole('radio', { name: /Kungsörs vårdcentral, sjuksköterska/ })
      .click();
    await dialog(anna).getByRole('textbox', { name: 'Varför' }).fill('Samir är hos sin dotter i Kungsör');
    await dialog(anna).getByRole('button', { name: 'Skicka vidare' }).click();
    await anna
      .getByText('Ärendet är skickat till Kungsörs vårdcentral, sjuksköterska. Patienten har fått veta det.')
      .waitFor();
    await anna.getByText('Välj ett ärende').first().waitFor();
    await row(anna).waitFor({ state: 'detached' });
    await scene.checkAccessibility(anna, 'sent');
  });

  it('the other unit gets it with a mark of where it came from, and reads why', async () => {
    await row(sara).getByText('Skickat från Herrgärdets vårdcentral').waitFor();
    await row(sara).click();
    await whyHere(sara)
      .getByText(
        /Anna Lindqvist, sjuksköterska, skickade ärendet hit från Herrgärdets vårdcentral: Samir är hos sin dotter i Kungsör/,
      )
      .waitFor();
    const told = sara.getByRole('log').getByText(/Anna Lindqvist skickade ärendet från Herrgärdets/);
    await told.waitFor();
    expect(await told.textContent()).toContain('Samir är hos sin dotter i Kungsör');
    await checkBoth(sara, 'came');
  });

  it('the resident is told in their own words, and not the note', async () => {
    await samir.frame
      .getByText(/Kungsörs vårdcentral/)
      .first()
      .waitFor();
    await until('the widget tells where', async () =>
      /skicka[td].*Kungsörs vårdcentral/s.test((await samir.frame.locator('body').textContent()) ?? ''),
    );
    expect(await samir.frame.locator('body').textContent()).not.toContain('dotter');
    await samir.check('sent on');
  });

  it('a unit that has closed meanwhile is refused at its field; nothing is sent, and the list is new', async () => {
    await sara.getByRole('button', { name: 'Ta ärende', exact: true }).click();
    await sara.getByRole('textbox', { name: 'Svar till Samir' }).waitFor();
    await sara.getByRole('button', { name: 'Skicka vidare' }).click();
    await dialog(sara)
      .getByRole('radio', { name: /1177 Sjukvårdsrådgivningen/ })
      .click();
    await dialog(sara).getByRole('textbox', { name: 'Varför' }).fill('Behöver råd i natt');
    const hours = (open: boolean) =>
      scene.test.dataSource.query(
        `UPDATE care_unit SET opening_hours = jsonb_set(opening_hours, '{week}', $1) WHERE slug = '1177'`,
        [JSON.stringify(open ? [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' }] : [])],
      );
    await hours(false);
    scene.test.app.get(CareUnits).forget();
    await dialog(sara).getByRole('button', { name: 'Skicka vidare' }).click();
    await dialog(sara)
      .getByText('1177 Sjukvårdsrådgivningen kan inte ta emot ärendet längre. Listan är ny, välj en annan.')
      .waitFor();
    await dialog(sara)
      .getByRole('radio', { name: /1177 Sjukvårdsrådgivningen/ })
      .waitFor({ state: 'detached' });
    await scene.checkAccessibility(sara, 'refused');
    await hours(true);
    scene.test.app.get(CareUnits).forget();
    await dialog(sara).getByRole('button', { name: 'Avbryt' }).click();
    await sara.getByRole('textbox', { name: 'Svar till Samir' }).waitFor();
  });

  it('one that she holds goes back to the first unit, and says that it came from there', async () => {
    const karin = await scene.staff(/Karin/);
    await sara.getByRole('button', { name: 'Skicka vidare' }).click();
    await dialog(sara)
      .getByRole('radio', { name: /Herrgärdets vårdcentral, läkare/ })
      .click();
    await dialog(sara).getByRole('textbox', { name: 'Varför' }).fill('Hans läkare känner honom');
    await dialog(sara).getByRole('button', { name: 'Skicka vidare' }).click();
    await sara.getByText(/^Ärendet är skickat till Herrgärdets vårdcentral, läkare/).waitFor();
    await row(karin).getByText('Skickat från Kungsörs vårdcentral').waitFor();
  });

  it('cases that no rule could place are told of first where they lie', async () => {
    const eva = await scene.staff(/Eva/);
    await scene.test.dataSource.query(`UPDATE care_unit SET competences = '{nurse}'`);
    scene.test.app.get(CareUnits).forget();
    const oliver = await Resident.signedIn(scene.test.origin, /Oliver/);
    const { id } = await oliver.start('Jag behöver förnya ett recept', { patientAgeMonths: 744 });
    await oliver.answer(id, 'prescription-renewal', {
      medicines: 'Enalapril 10 mg, en tablett på morgonen',
      left: 'longer',
      wish: 'same',
      'check-up': 'within-year',
    });
    await eva
      .getByRole('status')
      .filter({ hasText: 'Ett ärende kunde inte placeras och ligger här. Titta på det först.' })
      .waitFor();
    await eva.getByText('kunde inte placeras', { exact: true }).waitFor();
    await checkBoth(eva, 'unplaced');
  });
});
