import type { Page } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import {
  annaCalls,
  type CallPlaces,
  inCall,
  openForCalls,
  prepareForCalls,
  samirAnswers,
  untilReceiving,
} from '../support/call-scene.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';

describeWithChromium('An interpreter is invited to a call', () => {
  let scene: Scene;
  let places: CallPlaces;
  let link: string;
  let amal: Page;

  beforeAll(async () => {
    scene = await Scene.open('call-guest', TUESDAY_MORNING, { devices: true });
    places = await openForCalls(scene);
    await annaCalls(places);
    await samirAnswers(places);
  });
  afterAll(() => scene?.close());

  async function opened(address: string): Promise<Page> {
    const page = await scene.browserPage();
    await prepareForCalls(page.context(), scene.test);
    await page.goto(address);
    return page;
  }

  it('by a link that the nurse makes', async () => {
    const { anna } = places;
    await anna.getByRole('button', { name: 'Bjud in någon' }).click();
    const dialog = anna.getByRole('dialog', { name: 'Bjud in tolk eller anhörig' });
    await dialog.getByRole('button', { name: 'Skapa länk' }).click();
    await dialog.getByText('Skriv ett namn.').waitFor();
    await dialog.getByRole('textbox', { name: 'Namn' }).fill('Amal Nasser');
    await scene.checkAccessibility(anna, 'desk-invite');
    await dialog.getByRole('button', { name: 'Skapa länk' }).click();
    link = await dialog.getByRole('textbox', { name: 'Länk till Amal Nasser' }).inputValue();
    expect(link).toMatch(/^http:\/\/localhost:\d+\/guest\/#[A-Za-z0-9_-]{43}$/);
    await scene.checkAccessibility(anna, 'desk-link');
    await dialog.getByRole('button', { name: 'Stäng' }).last().click();
  });

  it('opens it, tries camera and microphone, and is seen and heard by both', async () => {
    const { anna, samir, deskCall, widgetCall } = places;
    amal = await opened(link);
    await amal.getByRole('heading', { name: 'Du är inbjuden till ett samtal' }).waitFor();
    expect(new URL(amal.url()).hash).toBe('');
    await scene.checkAccessibility(amal, 'guest-invited');
    await amal.getByRole('button', { name: 'Öppna inbjudan' }).click();
    await amal.getByRole('heading', { name: 'Välkommen, Amal Nasser' }).waitFor();
    await amal.getByText(/Anna .*, Herrgärdets vårdcentral, har bjudit in dig som tolk/).waitFor();
    await amal.getByText('Vi hör dig.').waitFor();
    await scene.checkAccessibility(amal, 'guest-test');
    await amal.getByRole('button', { name: 'Gå in i samtalet' }).click();
    await inCall(amal.getByRole('region', { name: 'Pågående samtal' })).waitFor();
    await Promise.all(
      [deskCall(), widgetCall()].map((place) =>
        place.getByText('Amal Nasser (tolk)', { exact: true }).waitFor(),
      ),
    );
    await Promise.all([
      untilReceiving('the interpreter', amal),
      untilReceiving('the nurse', anna),
      untilReceiving('the resident', samir.frame),
    ]);
    const messages = samir.frame.getByRole('list', { name: 'Meddelanden' });
    await messages.getByText(/Amal Nasser är med i samtalet/).waitFor();
    await scene.checkAccessibility(amal, 'guest-call');
    await scene.checkAccessibility(anna, 'desk-three');
    await samir.check('widget-three');
  });

  it('comes back after a reload; another who opens the same link is told why not', async () => {
    await amal.reload();
    await amal.getByText('Vi hör dig.').waitFor();
    await amal.getByRole('button', { name: 'Gå in i samtalet' }).click();
    await untilReceiving('the interpreter', amal);
    const other = await opened(link);
    await other.getByRole('button', { name: 'Öppna inbjudan' }).click();
    await other.getByText(/Länken går inte att använda längre/).waitFor();
    await scene.checkAccessibility(other, 'guest-spent');
    await other.goto(`${scene.test.origin}/guest/`);
    await other.reload();
    await other.getByText(/Här finns ingen inbjudan/).waitFor();
  });

  it('the nurse withdraws an invitation: who was in by it is out and is told so, and the link opens nothing', async () => {
    const { anna, deskCall, samir } = places;
    await anna.getByRole('button', { name: 'Bjud in någon' }).click();
    const dialog = anna.getByRole('dialog', { name: 'Bjud in tolk eller anhörig' });
    await dialog.getByRole('textbox', { name: 'Namn' }).fill('Nora Haddad');
    await dialog.getByText('Anhörig', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Skapa länk' }).click();
    const address = await dialog.getByRole('textbox', { name: 'Länk till Nora Haddad' }).inputValue();
    const nora = await opened(address);
    await nora.getByRole('button', { name: 'Öppna inbjudan' }).click();
    await nora.getByText('Vi hör dig.').waitFor();
    await nora.getByRole('button', { name: 'Gå in i samtalet' }).click();
    await inCall(nora.getByRole('region', { name: 'Pågående samtal' })).waitFor();
    await dialog.getByRole('button', { name: 'Stäng' }).last().click();
    await anna.getByRole('button', { name: 'Bjud in någon' }).click();
    await dialog.getByText('Nora Haddad (anhörig), har öppnat länken').waitFor();
    await scene.checkAccessibility(anna, 'desk-invited');
    await dialog.getByRole('button', { name: 'Ta tillbaka inbjudan till Nora Haddad' }).click();
    await dialog.getByText('Inbjudan till Nora Haddad gäller inte längre.').waitFor();
    await nora.getByText(/^Din inbjudan gäller inte längre/).waitFor();
    await scene.checkAccessibility(nora, 'guest-withdrawn');
    await dialog.getByRole('button', { name: 'Stäng' }).last().click();
    await deskCall().getByText('Nora Haddad (anhörig)', { exact: true }).waitFor({ state: 'detached' });
    await anna
      .getByRole('log')
      .getByText(/Anna Lindqvist tog tillbaka inbjudan till Nora Haddad \(anhörig\)/)
      .waitFor();
    await nora.goto(address);
    await nora.reload();
    await nora.getByRole('button', { name: 'Öppna inbjudan' }).click();
    await nora.getByText(/Länken går inte att använda längre/).waitFor();
    await Promise.all([untilReceiving('the nurse', anna), untilReceiving('the resident', samir.frame)]);
  });

  it('leaves without ending the call; when the call ends, the pass is of no use', async () => {
    const { deskCall, widgetCall, samir, anna } = places;
    await amal.getByRole('button', { name: 'Lämna samtalet' }).click();
    await amal.getByText('Samtalet är slut för din del.').waitFor();
    await scene.checkAccessibility(amal, 'guest-over');
    await deskCall().getByText('Amal Nasser (tolk)', { exact: true }).waitFor({ state: 'detached' });
    await inCall(widgetCall()).waitFor();
    await Promise.all([untilReceiving('the nurse', anna), untilReceiving('the resident', samir.frame)]);
  });
});
