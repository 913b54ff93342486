import { CallSignalRow } from '../../src/calls/call.entity.js';
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
import { hasRelays, Relay, relayEnvironment } from '../support/relays.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

if (!hasRelays()) {
  process.stderr.write(
    'Skipped, because there is no turnserver (coturn) on the PATH: calls through relays, and their change\n',
  );
}

/** After so long the call would be given up, and both be told so. */
const GIVEN_UP_MS = 30_000;

(hasRelays() ? describeWithChromium : describe.skip)('A call through relays only', () => {
  let first: Relay;
  let second: Relay;
  let scene: Scene;
  let places: CallPlaces;

  beforeAll(async () => {
    first = await Relay.choose('127.0.0.1', { from: 50_000, to: 50_999 });
    second = await Relay.choose('127.0.0.2', { from: 51_000, to: 51_999 });
    await first.start();
    scene = await Scene.open('call-relay', TUESDAY_MORNING, {
      devices: true,
      env: relayEnvironment([first, second]),
    });
    places = await openForCalls(scene);
  });
  afterAll(async () => {
    await scene?.close();
    await Promise.all([first?.end(), second?.end()]);
  });

  const sides = () => [places.anna, places.samir.frame];
  const ways = () => Promise.all(sides().map(wayOf));
  const bothReceive = (ms?: number) =>
    Promise.all([
      untilReceiving('the nurse', places.anna, { ms }),
      untilReceiving('the resident', places.samir.frame, { ms }),
    ]);

  /** Both ends of both sides' ways lie at that relay. */
  async function expectThrough(address: string): Promise<void> {
    for (const way of await ways()) {
      for (const end of [way?.local, way?.remote]) expect(end).toMatchObject({ type: 'relay', address });
    }
  }

  /** The relay in use is gone: it goes on through the other one, and nobody is told that it was lost. */
  async function goesOnThrough(relay: Relay, address: string, gone: Relay): Promise<void> {
    const { deskCall, widgetCall } = places;
    await gone.end();
    const began = performance.now();
    await until(
      `both go through ${relay.url}`,
      async () =>
        (await ways()).every((way) => way?.local.address === address && way.remote.address === address),
      GIVEN_UP_MS,
    );
    await bothReceive();
    const seconds = (performance.now() - began) / 1000;
    expect(seconds).toBeLessThan(GIVEN_UP_MS / 1000);
    process.stderr.write(`A call went on through another relay after ${seconds.toFixed(1)} s\n`);
    await Promise.all([deskCall(), widgetCall()].map((place) => inCall(place).waitFor()));
    for (const place of [deskCall(), widgetCall()]) {
      expect(await place.getByText(/kontakten kom inte tillbaka/).count()).toBe(0);
    }
    await expectThrough(address);
  }

  it('is seen and heard on both sides, and neither learns the other’s address', async () => {
    await annaCalls(places);
    await samirAnswers(places);
    await bothReceive();
    await expectThrough('127.0.0.1');
    expect(first.allocations).toBeGreaterThanOrEqual(2);
    const signals = await scene.test.dataSource.manager.find(CallSignalRow);
    const told = signals.map(({ signal }) => signal.data).join('\n');
    expect(told).toMatch(/typ relay/);
    expect(told).not.toMatch(/typ (host|srflx|prflx)/);
  });

  it('goes on through another one that was not there at its beginning, when the one in use is gone', async () => {
    await second.start();
    await goesOnThrough(second, '127.0.0.2', first);
  });

  it('and back again', async () => {
    await first.start();
    await goesOnThrough(first, '127.0.0.1', second);
  });
});
