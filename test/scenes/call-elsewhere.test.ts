import { TUESDAY_MORNING } from '../support/app.js';
import { annaCalls, type CallPlaces, inCall, openForCalls, untilReceiving } from '../support/call-scene.js';
import { describeWithChromium } from '../support/chromium.js';
import { hideIn } from '../support/hidden-page.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

describeWithChromium('A resident is called who looks at something else', () => {
  let scene: Scene;
  let places: CallPlaces;

  beforeAll(async () => {
    scene = await Scene.open('call-elsewhere', TUESDAY_MORNING, { devices: true });
    places = await openForCalls(scene);
  });
  afterAll(() => scene?.close());

  const bar = () => places.samir.frame.getByRole('region', { name: 'Samtal i ett annat ärende' });
  const goTo = async (item: string) => {
    await places.samir.press('Meny');
    await places.samir.press(item);
  };

  it('in the list of cases: it is seen there who calls, and one press goes to it', async () => {
    const { samir, anna, deskCall, widgetCall } = places;
    await goTo('Mina ärenden');
    await annaCalls(places);
    await bar()
      .getByText(/^Anna Lindqvist vill ha videosamtal med dig$/)
      .waitFor();
    await samir.check('cases');
    await bar().getByRole('button', { name: 'Till samtalet' }).click();
    await bar().waitFor({ state: 'detached' });
    await samir.press('Svara med video');
    await samir.frame.getByText('Vi hör dig.').waitFor();
    await samir.press('Gå in i samtalet');
    await Promise.all([deskCall(), widgetCall()].map((place) => inCall(place).waitFor()));
    await untilReceiving('the nurse', anna);
  });

  it('who has left the chat in the middle of a call is told that it goes on, and comes back', async () => {
    const { samir, anna, deskCall, widgetCall } = places;
    await goTo('Starta ett nytt ärende');
    await bar().getByText('Samtalet med Anna Lindqvist pågår').waitFor();
    await samir.check('goes-on');
    await bar().getByRole('button', { name: 'Till samtalet' }).click();
    await inCall(widgetCall()).waitFor();
    await untilReceiving('the nurse', anna);
    await deskCall().getByRole('button', { name: 'Lägg på' }).click();
    await deskCall().getByRole('button', { name: 'Stäng' }).click();
  });

  it('in another tab: the title of the page says so without a name, until it is looked at', async () => {
    const { samir } = places;
    await goTo('Starta ett nytt ärende');
    const own = await samir.page.title();
    const hide = (hidden: boolean) => hideIn(samir.frame, hidden);
    await hide(true);
    await annaCalls(places, 'Bara ljud');
    await until('the title says it', async () => (await samir.page.title()) === 'Vården ringer');
    await hide(false);
    await until('the title is its own', async () => (await samir.page.title()) === own);
    await bar().getByText('Anna Lindqvist ringer dig').waitFor();
    await places.deskCall().getByRole('button', { name: 'Lägg på' }).click();
    await bar().waitFor({ state: 'detached' });
    expect(await samir.page.title()).toBe(own);
  });

  it('a message in another tab is said in the title of both, without a word of it, until it is looked at', async () => {
    const { samir, anna } = places;
    await goTo('Mina ärenden');
    await samir.frame.getByRole('main').getByRole('button').first().click();
    await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).waitFor();
    const [own, desk] = [await samir.page.title(), await anna.title()];
    await hideIn(samir.frame, true);
    await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill('Hur mår du nu?');
    await anna.keyboard.press('Enter');
    await until(
      'the title says it',
      async () => (await samir.page.title()) === 'Nytt meddelande från vården',
    );
    expect(await samir.frame.evaluate('document.title')).toBe('(1) Nytt meddelande');
    await hideIn(samir.frame, false);
    await until('the title is its own', async () => (await samir.page.title()) === own);
    await hideIn(anna, true);
    await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill('Lite bättre.');
    await samir.press('Skicka');
    await until('the desk says it', async () => (await anna.title()) === `(1) ${desk}`);
    await hideIn(anna, false);
    await until('it has been seen', async () => (await anna.title()) === desk);
  });

  it('a last message before the case is closed stays in the title, and is unfolded for whoever comes back', async () => {
    const { samir, anna } = places;
    const own = await samir.page.title();
    await hideIn(samir.frame, true);
    await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill('Kom hit klockan tre i dag.');
    await anna.keyboard.press('Enter');
    const said = async () => (await samir.frame.evaluate('document.title')) === '(1) Nytt meddelande';
    await until('the title says it', said);
    await anna.getByRole('button', { name: 'Avsluta' }).click();
    const closing = anna.getByRole('dialog', { name: 'Avsluta ärendet' });
    await closing.getByRole('radio', { name: 'Råd givna' }).click();
    await closing.getByRole('button', { name: 'Avsluta ärendet' }).click();
    await samir.frame.getByRole('textbox', { name: 'Skriv ett meddelande' }).waitFor({ state: 'detached' });
    expect(await said()).toBe(true);
    await hideIn(samir.frame, false);
    await until('the title is its own', async () => (await samir.page.title()) === own);
    expect(await samir.frame.getByText('Kom hit klockan tre i dag.').isVisible()).toBe(true);
  });
});
