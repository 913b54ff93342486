import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';

describeWithChromium('What the region tells of privacy, accessibility and help', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('about', TUESDAY_MORNING, { env: { NOTICES_KEPT_DAYS: '90' } });
  });
  afterAll(() => scene.close());

  it('is read from the menu by someone who has not signed in, who comes back to the question they were at', async () => {
    const lisa = await scene.resident('herrgardet');
    await lisa.describe('Jag har ont i ryggen', 35, /Ont i ryggen/);
    const question = lisa.frame.getByRole('group', { name: /just nu/ });
    await question.waitFor();

    await lisa.press('Meny');
    await lisa.press('Dina uppgifter');
    const heading = (name: string, level = 1) => lisa.frame.getByRole('heading', { name, level });
    await heading('Så behandlar vi dina uppgifter').waitFor();
    await heading('Vem som läser', 2).waitFor();
    await lisa.frame.getByText(/tas bort efter 90 dagar/).waitFor();
    expect(await lisa.frame.evaluate<string>('document.activeElement.textContent')).toBe(
      'Så behandlar vi dina uppgifter',
    );
    await lisa.check('privacy');

    await lisa.press('Meny');
    await lisa.press('Tillgänglighet');
    await heading('Tillgänglighetsredogörelse').waitFor();
    const complaint = lisa.frame.getByRole('link', { name: 'https://www.digg.se/tdosanmalan' });
    expect(await complaint.getAttribute('target')).toBe('_blank');
    await lisa.frame.getByText(/Den senaste bedömningen gjordes den 28 november 2026/).waitFor();
    await lisa.check('accessibility');

    await lisa.press('Tillbaka');
    await question.waitFor();
  });

  it('is read in English at the start, with a number to call', async () => {
    const guest = await scene.resident('region', { locale: 'en-GB' });
    await guest.press('In English');
    await guest.press('Menu');
    await guest.press('Help and contact');
    await guest.frame.getByRole('heading', { name: 'Help and contact', level: 1 }).waitFor();
    const number = guest.frame.getByRole('article').getByRole('link', { name: '1177' });
    expect(await number.first().getAttribute('href')).toBe('tel:1177');
    await guest.check('help');
    await guest.press('Back');
    await guest.frame.getByRole('textbox', { name: 'What do you need help with?' }).waitFor();
  });
});
