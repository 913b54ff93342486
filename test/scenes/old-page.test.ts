import type { BrowserContext, Page } from 'playwright-core';
import { PROTOCOL_VERSION } from '../../src/contracts/index.js';
import { TUESDAY_MORNING } from '../support/app.js';
import { describeWithChromium } from '../support/chromium.js';
import { Scene } from '../support/scene.js';
import { insertWaitingCase } from '../support/waiting-case.js';

const OLDER = 'slussen/0';

/** What is loaded from now on was built before the upgrade, until it is told that the tab has what the server has. */
async function loadOldPages(context: BrowserContext): Promise<(page: Page) => Promise<void>> {
  let old = true;
  await context.route('**/assets/*.js', async (route) => {
    if (!old) return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).replaceAll(PROTOCOL_VERSION, OLDER) });
  });
  return async (page) => {
    old = false;
    // After a real upgrade files have other names. Here they keep them, so the page must not have them in memory.
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await devtools.detach();
  };
}

describeWithChromium('A tab from before an upgrade', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open('old-page', TUESDAY_MORNING);
  });
  afterAll(() => scene.close());

  const told = (page: Pick<Page, 'getByText'>) => page.getByText(/Tjänsten har uppdaterats/);

  it('in the widget it is told to reload, and what was typed is still there', async () => {
    const widget = await scene.resident('region');
    const upgraded = await loadOldPages(widget.context);
    await widget.reopen();
    const words = () => widget.frame.getByRole('textbox', { name: 'Vad vill du ha hjälp med?' });
    await words().fill('Jag har ont i halsen');
    await told(widget.frame).waitFor();
    await widget.check('old-page');
    await upgraded(widget.page);
    await widget.frame.getByRole('button', { name: 'Ladda om' }).click();
    await told(widget.frame).waitFor({ state: 'detached' });
    expect(await words().inputValue()).toBe('Jag har ont i halsen');
  });

  it('at the desk it is told to reload, and what was typed is still there', async () => {
    const { dataSource, clock } = scene.test;
    await insertWaitingCase(dataSource, { urgency: 3, since: clock.now(), patient: 'Erik' });
    const desk = await scene.staff(/Anna/);
    await desk.getByRole('button', { name: /^Nästa ärende/ }).click();
    const reply = () => desk.getByRole('textbox', { name: /^Svar till/ });
    await reply().waitFor();
    const upgraded = await loadOldPages(desk.context());
    await desk.reload();
    await told(desk).waitFor();
    await reply().fill('Hej Erik, jag läser nu');
    await scene.checkAccessibility(desk, 'old-page-desk');
    await upgraded(desk);
    await desk.getByRole('button', { name: 'Ladda om' }).click();
    await told(desk).waitFor({ state: 'detached' });
    expect(await reply().inputValue()).toBe('Hej Erik, jag läser nu');
  });
});
