import { once } from 'node:events';
import { get } from 'node:http';
import type { Frame, Page } from 'playwright-core';
import { startTestApp, TUESDAY_MORNING } from '../support/app.js';
import { Chat } from '../support/chat.js';
import { describeWithChromium } from '../support/chromium.js';
import { HostSite } from '../support/host-site.js';
import { Scene } from '../support/scene.js';
import { LOADED_MS, until } from '../support/until.js';

const QUESTION = 'Vad vill du ha hjälp med?';
const SECRET = 'Det här är bara för vården';

/**
 * A page that does all it can to read along: opens every closed shadow tree, listens to every key and message before
 * anyone else, and keeps what it gets.
 */
const NOSY = `<script>
  window.got = { roots: [], keys: [], messages: [] };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    got.roots.push(root);
    return root;
  };
  for (const name of ['keydown', 'keyup', 'input', 'beforeinput', 'paste', 'compositionupdate', 'selectionchange'])
    window.addEventListener(name, (event) => got.keys.push(name + ' ' + (event.key || event.data || '')), true);
  window.addEventListener('message', (event) => got.messages.push(event.data), true);
</script>`;

/** What the nosy page reaches of the frame: the words that it got, or the name of what stopped it. */
const TRY_TO_READ = `(() => {
  const frame = got.roots.map((root) => root.querySelector('iframe')).find(Boolean);
  const attempt = (read) => { try { return String(read()); } catch (error) { return error.name; } };
  return {
    document: attempt(() => frame.contentDocument),
    window: attempt(() => frame.contentWindow.document.body.innerText),
    storage: attempt(() => frame.contentWindow.localStorage.length),
    address: attempt(() => frame.contentWindow.location.href),
    shadow: attempt(() => document.querySelector('slussen-widget').shadowRoot),
    ownStorage: attempt(() => JSON.stringify(localStorage) + document.cookie),
  };
})()`;

describeWithChromium('A host page', () => {
  let scene: Scene;
  let site: HostSite;
  let page: Page;

  beforeAll(async () => {
    // Browsers block third-party cookies; where this one would not, the flag makes it.
    scene = await Scene.open('host-page', TUESDAY_MORNING, { flags: ['--test-third-party-cookie-phaseout'] });
    site = await HostSite.open();
    ({ page } = await scene.phone('region'));
  });
  afterAll(async () => {
    await scene.close();
    await site.close();
  });

  const widgetFrames = (): Frame[] => page.frames().filter((frame) => /\/widget\//.test(frame.url()));

  /** Opens the site with this in its page, and waits for its widgets. */
  async function visit(body: string, widgets = 1): Promise<Frame[]> {
    site.body = body;
    await page.goto(site.origin);
    await until('the widgets are on the page', () => widgetFrames().length === widgets, LOADED_MS);
    for (const frame of widgetFrames()) await frame.getByRole('textbox', { name: QUESTION }).waitFor();
    return widgetFrames();
  }

  const script = (attributes = '') =>
    `<script async src="${scene.test.origin}/widget.js" ${attributes}></script>`;
  const heights = () =>
    page.evaluate<number[]>(
      "[...document.querySelectorAll('slussen-widget')].map((each) => each.getBoundingClientRect().height)",
    );

  it('cannot read what a resident writes, however it tries', async () => {
    const [frame] = await visit(NOSY + script('data-unit="herrgardet"'));
    await frame?.getByRole('textbox', { name: QUESTION }).click();
    await page.keyboard.type(SECRET);
    expect(await frame?.getByRole('textbox', { name: QUESTION }).inputValue()).toBe(SECRET);

    const reached = await page.evaluate<Record<string, string>>(TRY_TO_READ);
    expect(reached).toEqual({
      document: 'null',
      window: 'SecurityError',
      storage: 'SecurityError',
      address: 'SecurityError',
      shadow: 'null',
      ownStorage: '{}',
    });
    const got = await page.evaluate<{ keys: string[]; messages: { type: string }[] }>('window.got');
    expect(got.keys).toEqual([]);
    expect(got.messages.map(({ type }) => type)).toContain('slussen:height');
    expect(JSON.stringify(got.messages)).not.toContain(SECRET);
    for (const { type, ...rest } of got.messages) {
      expect(['slussen:height', 'slussen:show']).toContain(type);
      for (const value of Object.values(rest)) expect(['number', 'boolean']).toContain(typeof value);
    }
  });

  it('cannot call the API in the resident’s place', async () => {
    const answer = await page.evaluate<string>(
      `fetch('${scene.test.origin}/api/cases', { credentials: 'include' }).then((answer) => 'answered ' + answer.status, (error) => error.name)`,
    );
    expect(answer).toBe('TypeError');
  });

  it('that is not known to us cannot embed the widget; one that is known can', async () => {
    const known = await HostSite.open();
    const strict = await startTestApp({
      env: {
        DEMO: 'false',
        PUBLIC_URL: 'http://localhost',
        DATABASE_URL: 'postgresql://in-use-is-the-one-of-the-test',
        WIDGET_HOSTS: `${known.origin} https://www.1177.se`,
        ...Object.fromEntries(
          ['RESIDENT', 'STAFF'].flatMap((side) => [
            [`${side}_OIDC_ISSUER`, 'http://127.0.0.1:9'],
            [`${side}_OIDC_CLIENT_ID`, 'slussen'],
          ]),
        ),
        SESSION_SECRET: 'a-secret-for-tests-that-is-long-enough',
      },
    });
    known.body = `<script async src="${strict.origin}/widget.js" data-unit="herrgardet"></script>`;
    await page.goto(known.origin);
    await until('the widget is on the page', () => widgetFrames().length === 1, LOADED_MS);
    await widgetFrames()[0]?.getByRole('textbox', { name: QUESTION }).waitFor();

    site.body = known.body;
    await Promise.all([
      page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text())),
      page.goto(site.origin),
    ]);
    expect(await page.evaluate("document.querySelectorAll('slussen-widget').length")).toBe(1);
    for (const frame of page.frames().slice(1)) {
      expect(await frame.getByRole('textbox').count()).toBe(0);
    }
    await strict.close();
    await known.close();
  });

  it('frames the widget and nothing else, by whatever address it asks', async () => {
    const ask = async (address: string) => {
      const { status, headers } = await fetch(scene.test.origin + address);
      const [, ancestors] =
        /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '') ?? [];
      return { status, ancestors, options: headers.get('x-frame-options') };
    };
    expect(await ask('/widget/')).toMatchObject({
      status: 200,
      ancestors: expect.stringMatching(/^'self' http/),
      options: null,
    });
    for (const address of ['/desk/', '/guest/', '/desk/index.html', '/', '/api/docs']) {
      expect([address, await ask(address)]).toEqual([
        address,
        { status: 200, ancestors: "'none'", options: 'DENY' },
      ]);
    }
    for (const address of ['/widget/..%2fdesk/', '/widget/..%5cdesk/', '/demo/host/..%2F..%2fdesk/']) {
      expect([address, await ask(address)]).toMatchObject([address, { status: 404, ancestors: "'none'" }]);
    }
    // As from a page that is no browser's, which takes no steps out of an address.
    const { hostname, port } = new URL(scene.test.origin);
    const [answer] = await once(get({ hostname, port, path: '/widget/../desk/', family: 4 }), 'response');
    expect(answer.statusCode).toBe(404);
    answer.resume();
  });

  it('may hold two widgets, each as tall as it needs to be', async () => {
    const [first, second] = await visit(
      `${script()}<slussen-widget unit="herrgardet"></slussen-widget><slussen-widget unit="kungsor"></slussen-widget>`,
      2,
    );
    await first?.getByText('Herrgärdets vårdcentral').first().waitFor();
    await second?.getByText('Kungsörs vårdcentral').first().waitFor();
    const [before = 0, beforeSecond] = await heights();
    await first?.getByRole('textbox', { name: QUESTION }).fill('Rad\n'.repeat(12));
    await until('the first has grown', async () => ((await heights())[0] ?? 0) > before + 100);
    expect((await heights())[1]).toBe(beforeSecond);
    await scene.checkAccessibility(page, 'two widgets');
    for (const frame of [first, second])
      if (frame) await scene.checkAccessibility(page, 'two widgets frame', frame);
    await first?.getByRole('textbox', { name: QUESTION }).fill('');
    await until('the first has shrunk', async () => (await heights())[0] === before);
  });

  it('gets a widget from each of two scripts, and from one that is put there later', async () => {
    await visit(script('data-unit="herrgardet"') + script('data-unit="kungsor"'), 2);
    await page.evaluate(
      `document.querySelector('main').append(Object.assign(document.createElement('script'), { src: '${scene.test.origin}/widget.js' }))`,
    );
    await page.evaluate("document.querySelector('main').append(document.createElement('slussen-widget'))");
    await until('there are three', () => widgetFrames().length === 3, LOADED_MS);
  });

  it('never makes the frame scroll inside before there is a chat', async () => {
    const [frame] = await visit(script('data-unit="herrgardet"'));
    if (!frame) throw new Error('no widget');
    const fits = () =>
      frame.evaluate<boolean>(
        'document.documentElement.scrollHeight <= document.documentElement.clientHeight',
      );
    await until('the start fits', fits);
    await frame.getByRole('textbox', { name: QUESTION }).fill('Ont i ryggen');
    await frame.getByRole('textbox', { name: 'År' }).fill('35');
    await frame.getByRole('button', { name: 'Gå vidare' }).click();
    await frame.getByRole('button', { name: /Ont i ryggen/ }).waitFor();
    await until('the reasons fit', fits);
    await frame.getByRole('button', { name: /Ont i ryggen/ }).click();
    await frame.getByRole('group').first().waitFor();
    await until('the question fits', fits);
  });

  it('blocks third-party cookies, and sign-in and chat work all the same', async () => {
    const chat = await Chat.open(scene);
    const setCookie = "document.cookie = 'probe=1; SameSite=None; Secure; Path=/'; document.cookie";
    expect(await chat.anna.evaluate(setCookie)).toContain('probe=1'); // where it is no third party
    expect(await chat.samir.frame.evaluate(setCookie)).toBe('');
    await chat.samirSends('Hej');
    await chat.arrive({ samir: ['Hej'], anna: [] });
    await chat.annaSends('Hej Samir');
    await chat.arrive({ samir: [], anna: ['Hej Samir'] });
    await chat.bothSeeAll();
    await chat.samir.reopen();
    await chat.bothSeeAll();
  });
});
