import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Keyboard } from '../support/keyboard.js';
import { Scene, type WidgetPage } from '../support/scene.js';

/** Signs in in a tab that has no tie to the page, as after a provider's page that cuts it, or in an app. */
async function signInApart(widget: WidgetPage, who: RegExp): Promise<void> {
  const link = widget.frame.getByRole('link', { name: /^Logga in/ });
  const address = new URL((await link.getAttribute('href')) ?? '', widget.frame.url()).href;
  const [tied] = await Promise.all([widget.page.waitForEvent('popup'), link.click()]);
  await tied.close();
  const apart = await widget.context.newPage();
  await apart.goto(address);
  await apart.getByRole('button', { name: who }).click();
  await apart.getByText('sidan du kom från är inte inloggad än').waitFor();
  expect(await apart.getByText('Du är inloggad').filter({ visible: true }).count()).toBe(0);
  await apart.getByRole('link', { name: /Öppna Slussen här/ }).click();
  await apart.getByRole('heading', { level: 1 }).waitFor();
  await apart.close();
}

describeWithChromium('Self-care: Ebba, 17, a sore throat for two days, on her clinic’s page', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('self-care', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  it('gives advice without signing in, and a place in the queue to who still wants contact', async () => {
    const ebba = await scene.resident('herrgardet');
    await ebba.describe('Jag har ont i halsen', 17, /Ont i halsen/);
    await ebba.answer(/just nu/, /Nej, inget/);
    await ebba.answer(/Eller något av det här/, /Nej, inget/);
    await ebba.answer(/feber/, /^Nej$/);
    await ebba.answer(/den som är sjuk/, /Nej, inget/);
    await ebba.answer(/Syns eller känns/, /Nej, inget/);
    await ebba.scale(/Hur ont/, 3);
    await ebba.duration(/Hur länge/, 2, 'dagar');

    await ebba.frame.getByRole('heading', { name: 'Det här går att ta hand om hemma.' }).waitFor();
    await ebba.frame.getByText(/Varför: Ont i halsen utan varningstecken/).waitFor();
    await ebba.frame.getByRole('heading', { name: 'Det här kan du göra' }).waitFor();
    await ebba.frame.getByRole('heading', { name: 'Var uppmärksam på' }).waitFor();
    await ebba.frame.getByText('Ring 112 om det blir svårt att andas eller svälja saliven.').waitFor();
    expect(await ebba.frame.getByRole('link', { name: /Logga in/ }).count()).toBe(0);
    await ebba.check('advice');

    await ebba.press('Jag vill ändå ha kontakt');
    const notYet = ebba.frame.getByRole('heading', { name: 'Du står inte i kö än. Logga in.', level: 1 });
    await new Keyboard(ebba.page).arrivesAt(notYet);
    await ebba.comesInSight(notYet);
    await ebba.comesInSight(ebba.frame.getByRole('link', { name: /Logga in/ }));
    await ebba.check('sign-in');
    await signInApart(ebba, /Ebba/);
    await notYet.waitFor();
    await ebba.signIn(/Ebba/);
    await ebba.frame.getByRole('heading', { name: 'Du står i kö' }).waitFor();
    await ebba.check('waiting');

    const anna = await scene.staff(/Anna/);
    await anna.getByRole('link', { name: /Prioritet 5.*Ont i halsen.*Ebba Karlsson, 17 år/ }).click();
    await anna.getByText('Inga varningstecken i svaren').waitFor();
    await anna.getByText('Vill ändå ha kontakt').waitFor();
    await scene.checkAccessibility(anna, 'desk-case');
    await anna.keyboard.press('t');
    await ebba.frame.getByRole('heading', { name: /Anna .* hjälper dig/ }).waitFor();
  });
});
