import { RoomServiceClient } from 'livekit-server-sdk';
import { CallRow, CallWebhook } from '../../src/calls/call.entity.js';
import { TUESDAY_MORNING } from '../support/app.js';
import {
  annaCalls,
  type CallPlaces,
  inCall,
  openForCalls,
  samirAnswers,
  untilReceiving,
} from '../support/call-scene.js';
import { describeWithChromium } from '../support/chromium.js';
import { pressFolded } from '../support/desk.js';
import { hasLiveKit, LiveKit } from '../support/livekit.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

if (!hasLiveKit()) {
  process.stderr.write(
    'Skipped, because there is no livekit-server on the PATH and no LIVEKIT_URL: calls over LiveKit\n',
  );
}

(hasLiveKit() ? describeWithChromium : describe.skip)('The same call over a LiveKit server', () => {
  let livekit: LiveKit;
  let scene: Scene;
  let places: CallPlaces;
  let rooms: RoomServiceClient;

  beforeAll(async () => {
    livekit = await LiveKit.choose();
    scene = await Scene.open('call-livekit', TUESDAY_MORNING, { env: livekit.env, devices: true });
    await livekit.start(scene.test.origin);
    const { LIVEKIT_URL = '', LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = livekit.env;
    rooms = new RoomServiceClient(LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET);
    places = await openForCalls(scene);
  });
  afterAll(async () => {
    await scene?.close();
    await livekit?.end();
  });

  const lastCall = () =>
    scene.test.dataSource.manager.findOneOrFail(CallRow, { where: {}, order: { startedAt: 'DESC' } });
  const roomNames = async () => (await rooms.listRooms()).map(({ name }) => name);

  it('is asked, answered, seen and heard on both sides, with the chat beside it', async () => {
    const { anna, samir } = places;
    await annaCalls(places);
    await samirAnswers(places);
    await Promise.all([untilReceiving('the nurse', anna), untilReceiving('the resident', samir.frame)]);
    await anna.getByRole('textbox', { name: 'Svar till Samir' }).fill('Hör du mig?');
    await anna.keyboard.press('Enter');
    await samir.frame.getByText('Hör du mig?', { exact: true }).waitFor();
    await scene.checkAccessibility(anna, 'desk-call');
    await samir.check('widget-call');
    const { room } = await lastCall();
    expect(room).toMatch(/^call-[A-Za-z0-9_-]{43}$/);
    expect(await roomNames()).toContain(room);
  });

  it('has the camera off and on', async () => {
    const { anna, samir, deskCall } = places;
    await samir.press('Stäng av kameran');
    await deskCall().getByText('kameran är av').waitFor();
    await samir.press('Sätt på kameran');
    await deskCall().getByText('kameran är av').waitFor({ state: 'detached' });
    await untilReceiving('the nurse', anna);
  });

  it('is come back into when a page is loaded anew', async () => {
    const { anna, samir, deskCall, widgetCall } = places;
    await anna.reload();
    await inCall(deskCall()).waitFor();
    await Promise.all([untilReceiving('the nurse', anna), untilReceiving('the resident', samir.frame)]);
    await samir.page.reload();
    await samir.ready();
    await inCall(widgetCall()).waitFor();
    await Promise.all([untilReceiving('the nurse', anna), untilReceiving('the resident', samir.frame)]);
    expect((await lastCall()).state).toBe('ongoing');
  });

  it('ends for both when it is hung up, and its room is gone; what the server told was believed', async () => {
    const { samir, deskCall, widgetCall } = places;
    await deskCall().getByRole('button', { name: 'Lägg på' }).click();
    await widgetCall().getByText('Samtalet är slut.').waitFor();
    const { room } = await lastCall();
    await until('the room is gone', async () => !(await roomNames()).includes(room));
    if (livekit.tells) {
      await until('it was told of', () => scene.test.dataSource.manager.exists(CallWebhook, { where: {} }));
    }
    await samir.press('Stäng');
    await deskCall().getByRole('button', { name: 'Stäng' }).click();
  });

  it('ends when the case is handed back; nobody stays in the room', async () => {
    const { anna, widgetCall } = places;
    await annaCalls(places);
    await samirAnswers(places);
    const { room } = await lastCall();
    await pressFolded(anna, 'Lämna tillbaka');
    await anna.getByRole('dialog').getByRole('button', { name: 'Lämna tillbaka' }).click();
    await widgetCall()
      .getByText(/^Samtalet är slut, för ärendet har gått vidare/)
      .waitFor();
    await until('the room is gone', async () => !(await roomNames()).includes(room));
  });
});
