import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';

describeWithChromium('Scene B: Lisa, 55, back pain with alarm, Tuesday 09.20, on her clinic’s page', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('b', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  it('is sent to the emergency department at once, without more questions and without signing in', async () => {
    const lisa = await scene.resident('herrgardet');
    await lisa.frame.getByText('Herrgärdets vårdcentral').waitFor();
    await lisa.describe('Jag har ont i ryggen', 55, /Ont i ryggen/);
    await lisa.answer(/just nu/, /Nej, inget/);
    await lisa.answer(/Har något av det här kommit/, /svårt att kissa/, /svag i ett ben/);

    await lisa.frame.getByRole('heading', { name: 'Åk till akutmottagningen nu.' }).waitFor();
    await lisa.frame.getByText(/Varför: Nerverna längst ner i ryggen kan vara i kläm/).waitFor();
    const place = lisa.frame.getByRole('region', { name: 'Hit ska du åka' });
    await place.getByRole('heading', { name: 'Akutmottagningen' }).waitFor();
    await place.getByText('Aros sjukhus, ingång 27, Aros').waitFor();
    await place.getByText(/dygnet runt/i).waitFor();
    expect(await place.getByRole('link', { name: '08-465 004 50' }).getAttribute('href')).toBe(
      'tel:0846500450',
    );
    await lisa.check('emergency-department');
    expect(await lisa.frame.getByRole('checkbox').or(lisa.frame.getByRole('radio')).count()).toBe(0);
    expect(await lisa.frame.getByRole('link', { name: /Logga in/ }).count()).toBe(0);

    // It stays when the page is opened again, and a wrong answer can be put right.
    await lisa.reopen();
    await lisa.frame.getByRole('heading', { name: 'Åk till akutmottagningen nu.' }).waitFor();
    await lisa.frame.getByText('Dina svar (2)').click();
    await lisa.press(/svårt att kissa.*Ändra/);
    await lisa.frame.getByRole('group', { name: /Har något av det här kommit/ }).waitFor();
    expect(await lisa.frame.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await lisa.check('change');
    await lisa.frame.getByRole('checkbox', { name: /Nej, inget/ }).click();
    expect(await lisa.frame.getByRole('checkbox', { checked: true }).count()).toBe(1);
    await lisa.press('Spara svaret');
    await lisa.frame.getByRole('group', { name: /efter ett fall/ }).waitFor();
  });
});
