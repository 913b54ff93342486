import { TUESDAY_MORNING } from '../support/app.js';
import {
  annaCalls,
  type CallPlaces,
  inCall,
  MediaLine,
  openForCalls,
  samirAnswers,
  untilReceiving,
} from '../support/call-scene.js';
import { describeWithChromium } from '../support/chromium.js';
import { NetworkLine } from '../support/network-line.js';
import { Scene } from '../support/scene.js';

/** Both sides give up after half a minute, and the server soon after. */
const LONG_MS = 60_000;

describeWithChromium('The network fails in the middle of a call', () => {
  let scene: Scene;
  let places: CallPlaces;
  let line: NetworkLine;
  let media: MediaLine;

  beforeAll(async () => {
    line = await NetworkLine.open();
    scene = await Scene.open('call-network', TUESDAY_MORNING, { devices: true });
    places = await openForCalls(scene, { samir: line });
    media = await MediaLine.of(places.samir.frame, places.samir.context);
    await annaCalls(places);
    await samirAnswers(places);
  });
  afterAll(async () => {
    await scene?.close();
    await line?.close();
  });

  it('the way to our own server alone: what is heard and seen goes on, and it is said that the chat waits', async () => {
    const { samir, anna, widgetCall } = places;
    line.cut();
    await widgetCall()
      .getByText(/Kontakten bröts/)
      .first()
      .waitFor();
    await untilReceiving('the nurse', anna);
    line.restore();
    await inCall(widgetCall()).waitFor();
    await untilReceiving('the resident', samir.frame);
  });

  it('for a while: both are told, and it comes back by itself', async () => {
    const { samir, anna, deskCall, widgetCall } = places;
    await media.lose();
    line.cut();
    await deskCall()
      .getByText(/Kontakten bröts/)
      .first()
      .waitFor();
    await widgetCall()
      .getByText(/Kontakten bröts/)
      .first()
      .waitFor();
    await scene.checkAccessibility(anna, 'desk-reconnecting');
    await samir.check('widget-reconnecting');
    await media.restore();
    line.restore();
    await Promise.all([deskCall(), widgetCall()].map((place) => inCall(place).waitFor()));
    await Promise.all([untilReceiving('the nurse', anna), untilReceiving('the resident', samir.frame)]);
  });

  it('for long: both are back in the chat, and can have it called again', async () => {
    const { samir, anna, deskCall, widgetCall } = places;
    await media.lose();
    line.cut();
    await widgetCall()
      .getByText(/Samtalet bröts och kontakten kom inte tillbaka/)
      .waitFor({ timeout: LONG_MS });
    await deskCall()
      .getByText(/Samtalet bröts och kontakten kom inte tillbaka/)
      .waitFor({ timeout: LONG_MS });
    await scene.checkAccessibility(anna, 'desk-lost');
    await samir.check('widget-lost');
    await media.restore();
    line.restore();
    await samir.press(/Be Anna .* ringa igen/);
    await anna
      .getByText('Samtalet bröts. Ring gärna upp mig igen.', { exact: true })
      .waitFor({ timeout: 40_000 });
    await anna
      .getByRole('log')
      .getByText(/Samtalet bröts efter/)
      .waitFor();
    await deskCall().getByRole('button', { name: 'Ring igen' }).click();
    const dialog = anna.getByRole('dialog', { name: 'Ring Samir Haddad' });
    await dialog.getByText('Vi hör dig.').waitFor();
    await dialog.getByRole('button', { name: 'Ring upp' }).click();
    await samirAnswers(places);
    await Promise.all([untilReceiving('the nurse', anna), untilReceiving('the resident', samir.frame)]);
  });
});

describeWithChromium('A resident whose browser gives no camera and no microphone', () => {
  let scene: Scene;
  let places: CallPlaces;
  beforeAll(async () => {
    scene = await Scene.open('call-denied', TUESDAY_MORNING, { devices: true });
    places = await openForCalls(scene, {}, { samirMay: false });
  });
  afterAll(() => scene?.close());

  it('is told how to allow them, may try again, and may be in it with the chat alone', async () => {
    const { samir, anna, deskCall, widgetCall } = places;
    await annaCalls(places);
    await samir.press('Svara med video');
    await samir.frame.getByText(/Mikrofonen får inte användas. Tryck på hänglåset/).waitFor();
    await samir.frame.getByText(/Kameran får inte användas. Tryck på hänglåset/).waitFor();
    await samir.check('widget-denied');
    await samir.press('Försök igen');
    await samir.frame.getByText(/Kameran får inte användas/).waitFor();
    await samir.press('Gå in utan mikrofon');
    await inCall(widgetCall()).waitFor();
    await deskCall().getByText('mikrofonen är av').waitFor();
    await untilReceiving('the resident', samir.frame);
    await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill('Jag ser att du inte hörs. Skriv här.');
    await anna.keyboard.press('Enter');
    await samir.frame.getByText('Jag ser att du inte hörs. Skriv här.', { exact: true }).waitFor();
  });
});
