import type { Request } from 'playwright-core';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';
import { until } from '../support/until.js';

const MOST_BYTES = 90_000;

describeWithChromium('The widget’s first load', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('first-load', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  it('is at most 90 kB over the network: the loader, the frame, and all that comes before the first touch', async () => {
    const phone = await scene.phone('herrgardet');
    const requests: Request[] = [];
    phone.page.on('requestfinished', (request) => requests.push(request));
    await phone.open();
    await phone.page.waitForLoadState('networkidle');
    // That is about the page, which does not wait for the frame's requests.
    await until('the frame has read the region', () =>
      requests.some((each) => new URL(each.url()).pathname === '/api/region'),
    );

    const ours = requests.filter((request) => new URL(request.url()).origin === scene.test.origin);
    const loads = await Promise.all(
      ours.map(async (request) => {
        const { responseHeadersSize, responseBodySize } = await request.sizes();
        const { pathname } = new URL(request.url());
        return { pathname, bytes: responseHeadersSize + responseBodySize };
      }),
    );
    const whole = loads.reduce((sum, { bytes }) => sum + bytes, 0);
    const lines = loads.map(({ pathname, bytes }) => `${String(bytes).padStart(8)}  ${pathname}`);
    process.stderr.write(
      `First load of the widget, bytes:\n${lines.join('\n')}\n${String(whole).padStart(8)}\n`,
    );

    const paths = loads.map(({ pathname }) => pathname);
    expect(paths).toEqual(expect.arrayContaining(['/widget.js', '/widget/', '/api/region']));
    expect(whole).toBeLessThanOrEqual(MOST_BYTES);
  });
});
