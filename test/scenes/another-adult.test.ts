import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene, type WidgetPage } from '../support/scene.js';

describeWithChromium('A daughter writes for her father, 81', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('another-adult', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  async function forFather(words: string): Promise<WidgetPage> {
    const daughter = await scene.resident('herrgardet');
    await daughter.frame.getByRole('radio', { name: /Någon annan/ }).click();
    await daughter.frame.getByText(/behöver personen själv logga in, eller ringa/).waitFor();
    await daughter.frame.getByRole('group', { name: 'Hur gammal är personen?' }).waitFor();
    await daughter.check('start');
    await daughter.describe(words, 81, /Ont i ryggen/);
    await daughter.frame.getByText(/Svara för den det gäller/).waitFor();
    return daughter;
  }

  it('gets the way to the emergency department without any sign-in', async () => {
    const daughter = await forFather('Pappa har ont i ryggen');
    await daughter.answer(/just nu/, /Nej, inget/);
    await daughter.answer(/Har något av det här kommit/, /svårt att kissa/);
    await daughter.frame.getByRole('heading', { name: 'Åk till akutmottagningen nu.' }).waitFor();
    expect(await daughter.frame.getByRole('link', { name: /Logga in/ }).count()).toBe(0);
  });

  it('is told before anything else that no staff have it yet; her father signs in there and the case goes on', async () => {
    const daughter = await forFather('Ont i ryggen sedan en vecka');
    await daughter.answer(/just nu/, /Nej, inget/);
    await daughter.answer(/Har något av det här kommit/, /Nej, inget/);
    await daughter.answer(/efter ett fall/, /lättare/);
    await daughter.answer(/feber/, /^Nej$/);
    await daughter.answer(/Finns något av det här/, /Nej, inget/);
    await daughter.answer(/Gäller något av det här/, /Nej, inget/);
    await daughter.scale(/Hur ont/, 5);
    await daughter.frame.getByRole('heading', { name: 'Personen behöver själv ta kontakten' }).waitFor();
    await daughter.frame.getByText(/Ingen i vården har fått det här än/).waitFor();
    expect(await daughter.frame.getByRole('link', { name: /^Ring / }).getAttribute('href')).toMatch(/^tel:/);
    await daughter.check('contact');

    await daughter.signIn(/Gunnar/);
    await daughter.press(/Det är jag, Gunnar/);
    await daughter.frame.getByRole('heading', { name: 'Du står i kö' }).waitFor();
  });
});
