import { TUESDAY_MORNING } from '../support/app.js';
import {
  annaCalls,
  type CallPlaces,
  inCall,
  openForCalls,
  samirAnswers,
  untilReceiving,
  wayOf,
} from '../support/call-scene.js';
import { describeWithChromium } from '../support/chromium.js';
import { NetworkLine } from '../support/network-line.js';
import { OtherNetwork, whyNoOtherNetwork } from '../support/other-network.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

const why = whyNoOtherNetwork();
if (why)
  process.stderr.write(`Skipped, because ${why}: a phone gets another address in the middle of a call\n`);

/** After so long the call would be given up, and both be told so. */
const GIVEN_UP_MS = 30_000;

(why ? describe.skip : describeWithChromium)('A phone gets another address in the middle of a call', () => {
  let network: OtherNetwork;
  let line: NetworkLine;
  let scene: Scene;
  let places: CallPlaces;

  beforeAll(async () => {
    network = await OtherNetwork.open();
    line = await NetworkLine.open(network.gateway);
    scene = await Scene.open('call-address', TUESDAY_MORNING, { devices: true });
    places = await openForCalls(scene, { samir: line }, { samirsBrowser: await network.launch() });
    await annaCalls(places);
    await samirAnswers(places);
  });
  afterAll(async () => {
    await scene?.close();
    await line?.close();
    await network?.close();
  });

  it('the call goes on from the new address by itself, seen and heard on both sides', async () => {
    const { anna, samir, deskCall, widgetCall } = places;
    const bothReceive = () =>
      Promise.all([untilReceiving('the nurse', anna), untilReceiving('the resident', samir.frame)]);
    await bothReceive();
    expect((await wayOf(samir.frame))?.local.address).toBe(network.address);

    await network.changeAddress();
    line.cut(); // its connections to our server are those of the old address
    line.restore();
    const began = performance.now();
    await until(
      'it goes on from the new address',
      async () =>
        (await wayOf(samir.frame))?.local.address === network.address &&
        (await wayOf(anna))?.remote.address === network.address,
      GIVEN_UP_MS,
    );
    await bothReceive();
    const seconds = (performance.now() - began) / 1000;
    process.stderr.write(`A call went on from another address after ${seconds.toFixed(1)} s\n`);
    await Promise.all([deskCall(), widgetCall()].map((place) => inCall(place).waitFor()));
    for (const place of [deskCall(), widgetCall()]) {
      expect(await place.getByText(/kontakten kom inte tillbaka/).count()).toBe(0);
    }
  });
});
