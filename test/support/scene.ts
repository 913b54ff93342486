import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Result, RunOptions } from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Frame,
  type Locator,
  type Page,
} from 'playwright-core';
import { PROJECT_ROOT } from '../../src/config/project-root.js';
import { startTestApp, type TestApp } from './app.js';
import { chromiumWith } from './chromium-launch.js';
import type { NetworkLine } from './network-line.js';
import { StaffMember } from './people.js';
import { LOADED_MS, until } from './until.js';
import { WhatPagesShow } from './what-pages-show.js';

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };
/** What a page that is loaded takes at most to show something, on a busy machine. */
const SHOWN_MS = 40_000;
const SCREENSHOTS = process.env.SCREENSHOTS;
const AXE = readFileSync(path.join(PROJECT_ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA and what it stands on; what is well is not told of. */
const ASKED: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

interface Phone {
  locale?: string;
  /** The line to the network that it goes through. */
  line?: NetworkLine;
  /** Where its browser keeps what outlives it, so that it can be closed and started again. */
  folder?: string;
  /** Another browser than the scene's own. */
  browser?: Browser;
}

/** A scene: the whole application on an empty database with the demo region, and people with browsers of their own. */
export class Scene {
  private readonly contexts: BrowserContext[] = [];
  private readonly shown = new WhatPagesShow();

  private constructor(
    readonly test: TestApp,
    private readonly browser: Browser,
    private readonly name: string,
  ) {}

  /**
   * @param now local time at which the scene begins
   * @param databaseUrl instead of a new database in the tests' PostgreSQL
   * @param flags more of Chromium's flags; without any, its people use the one Chromium that all scenes share
   * @param devices whether cameras, microphones or pushes are used, which only a whole Chromium has
   */
  static async open(
    name: string,
    now: string,
    {
      env = {},
      databaseUrl,
      flags = [],
      devices = false,
    }: { env?: Record<string, string>; databaseUrl?: string; flags?: string[]; devices?: boolean } = {},
  ): Promise<Scene> {
    const test = await startTestApp({ now, env, databaseUrl });
    try {
      const { TEST_CHROMIUM, TEST_CHROMIUM_WHOLE } = process.env;
      const shared = flags.length === 0 ? (devices ? TEST_CHROMIUM_WHOLE : TEST_CHROMIUM) : undefined;
      const browser = shared ? await chromium.connect(shared) : await chromium.launch(chromiumWith(flags));
      return new Scene(test, browser, name);
    } catch (error) {
      await test.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
    await this.browser.close();
    await this.test.close();
  }

  /** A phone that opens a host page with the widget in it. */
  async resident(hostPage: string, options: Phone = {}): Promise<WidgetPage> {
    const widget = await this.phone(hostPage, options);
    await widget.open();
    return widget;
  }

  /** A phone on which nothing is opened yet. */
  async phone(
    hostPage: string,
    { locale = 'sv-SE', line, folder, browser }: Phone = {},
  ): Promise<WidgetPage> {
    const context = await this.context(PHONE, locale, line, folder, browser);
    return new WidgetPage(this, context, await context.newPage(), hostPage);
  }

  /** A phone's browser with nothing in it, for a page of our own. */
  async browserPage(locale = 'sv-SE'): Promise<Page> {
    return (await this.context(PHONE, locale)).newPage();
  }

  /** A desk at which nobody has signed in. */
  async desk({ locale = 'sv-SE' }: { locale?: string } = {}): Promise<Page> {
    const context = await this.context(WIDE, locale);
    const page = await context.newPage();
    await page.goto(`${this.test.origin}/desk/`);
    return page;
  }

  /** A desk, signed in as a member of staff: by the pages where a unit is to be chosen, else before it is opened. */
  async staff(who: RegExp, { unit, line }: { unit?: RegExp; line?: NetworkLine } = {}): Promise<Page> {
    const context = await this.context(WIDE, 'sv-SE', line);
    const page = await context.newPage();
    if (!unit) {
      const { cookie } = await StaffMember.signedIn(this.test.origin, who);
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: this.test.origin, httpOnly: true, sameSite: 'Lax' }]);
    }
    await page.goto(`${this.test.origin}/desk/`);
    if (unit) {
      await page.getByRole('link', { name: 'Logga in' }).click();
      await page.getByRole('button', { name: who }).click();
      await page.getByRole('button', { name: unit }).click();
    }
    // Managers and clinical editors see their pages, and no cases.
    await page
      .getByRole('button', { name: /Nästa ärende/ })
      .or(page.getByRole('link', { name: /^(Mottagning|Triageflöden)$/ }))
      .first()
      .waitFor();
    return page;
  }

  /** No violation of the accessibility rules on what is shown now. */
  async checkAccessibility(page: Page, view: string, frame: Frame = page.mainFrame()): Promise<void> {
    await this.screenshot(page, view);
    if (!(await frame.evaluate<boolean>('Boolean(window.axe)'))) await frame.evaluate(AXE);
    const violations = await frame.evaluate<Result[]>(
      `axe.run(document, ${JSON.stringify(ASKED)}).then(({ violations }) => violations)`,
    );
    const found = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
    if (found.length > 0) throw new Error(`${view} breaks accessibility rules:\n${found.join('\n')}`);
  }

  /** Keeps a picture of each view when SCREENSHOTS names a folder, and one of the whole page where it is longer. */
  async screenshot(page: Page, view: string): Promise<void> {
    if (!SCREENSHOTS) return;
    await mkdir(SCREENSHOTS, { recursive: true });
    const file = path.join(SCREENSHOTS, `${this.name}-${view}`);
    await page.screenshot({ path: `${file}.png` });
    const window = page.viewportSize();
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    if (!window || height <= window.height) return;
    // A frame is painted only as far as the window reaches.
    await page.setViewportSize({ ...window, height });
    await page.screenshot({ path: `${file}-whole.png` });
    await page.setViewportSize(window);
  }

  private async context(
    viewport: { width: number; height: number },
    locale: string,
    line?: NetworkLine,
    folder?: string,
    browser = this.browser,
  ): Promise<BrowserContext> {
    const options = {
      proxy: line && { server: line.address },
      viewport,
      locale,
      timezoneId: 'Europe/Stockholm',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    } as const;
    const context = folder
      ? await chromium.launchPersistentContext(folder, { ...options, ...chromiumWith() })
      : await browser.newContext(options);
    context.setDefaultTimeout(SHOWN_MS);
    context.setDefaultNavigationTimeout(LOADED_MS);
    this.contexts.push(context);
    this.shown.watch(context);
    return context;
  }
}

/** The widget as a resident uses it: a host page, and Slussen's frame in it. */
export class WidgetPage {
  constructor(
    private readonly scene: Scene,
    readonly context: BrowserContext,
    public page: Page,
    private readonly hostPage: string,
  ) {}

  /** The frame; its element lies in a closed shadow tree, so it is found by its address. */
  get frame(): Frame {
    const frame = this.page.frame({ url: /\/widget\// });
    if (!frame) throw new Error('The widget is not on the page');
    return frame;
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.scene.test.hostOrigin}/demo/host/${this.hostPage}`);
    await this.ready();
  }

  /** Waits for the widget after its page was opened or loaded again. */
  async ready(): Promise<void> {
    await until(
      'the widget is on the page',
      () => this.page.frame({ url: /\/widget\// }) !== null,
      LOADED_MS,
    );
    await this.frame.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Another tab of the same browser, with the same page. */
  async newTab(): Promise<WidgetPage> {
    const tab = new WidgetPage(this.scene, this.context, await this.context.newPage(), this.hostPage);
    await tab.open();
    return tab;
  }

  /** Closes the page and opens it again, with what the browser has kept. */
  async reopen(): Promise<void> {
    await this.page.close();
    this.page = await this.context.newPage();
    await this.open();
  }

  check(view: string): Promise<void> {
    return this.scene.checkAccessibility(this.page, view, this.frame);
  }

  /** Waits until the whole of it is in the window, without scrolling. */
  comesInSight(what: Locator): Promise<void> {
    return until(`${what} is in sight`, async () => {
      const [box, window] = [await what.boundingBox(), this.page.viewportSize()];
      return box !== null && window !== null && box.y >= 0 && box.y + box.height <= window.height;
    });
  }

  /** How far from the top of the window the text of a question stands, once nothing moves it any more. */
  async beginsAt(question: RegExp): Promise<number> {
    const text = this.frame.getByRole('group', { name: question }).getByRole('heading', { level: 2 });
    await text.waitFor();
    let [before, now] = [Number.NaN, (await text.boundingBox())?.y ?? 0];
    await until(`${question} stands still`, async () => {
      await this.page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
      );
      [before, now] = [now, (await text.boundingBox())?.y ?? 0];
      return before === now;
    });
    return now;
  }

  /** Describes the problem and picks a contact reason. */
  async describe(words: string, age: number | null, reason: RegExp): Promise<void> {
    await this.begin(words, age);
    await this.press(reason);
  }

  /** Describes the problem, and goes on to what is shown of it. */
  async begin(words: string, age: number | null): Promise<void> {
    await this.frame.getByRole('textbox', { name: 'Vad vill du ha hjälp med?' }).fill(words);
    if (age !== null) await this.frame.getByRole('textbox', { name: 'År' }).fill(String(age));
    await this.press('Gå vidare');
  }

  async press(name: string | RegExp): Promise<void> {
    await this.frame.getByRole('button', { name, exact: typeof name === 'string' }).click();
  }

  /** Waits for a question with choices, picks, and goes on. */
  async answer(question: RegExp, ...answers: RegExp[]): Promise<void> {
    const group = this.frame.getByRole('group', { name: question });
    await group.waitFor();
    for (const answer of answers) {
      const radio = group.getByRole('radio', { name: answer });
      if ((await radio.count()) > 0) return radio.click(); // a tap goes on by itself
      const choice = group.getByRole('checkbox', { name: answer });
      const goesOn = (await choice.getAttribute('value')) === 'none' && (await this.ticked(group)) === 0;
      await choice.click();
      if (goesOn) return;
    }
    await this.press('Gå vidare');
  }

  private ticked(group: Locator): Promise<number> {
    return group.getByRole('checkbox', { checked: true }).count();
  }

  /** Answers a question on a scale, and goes on. */
  async scale(question: RegExp, step: number): Promise<void> {
    const group = this.frame.getByRole('group', { name: question });
    await group.getByRole('radio', { name: new RegExp(`^${step}\\b`) }).click();
    await this.press('Gå vidare');
  }

  /** Answers a question for how long, and goes on. */
  async duration(question: RegExp, amount: number, unit: string): Promise<void> {
    const group = this.frame.getByRole('group', { name: question });
    await group.getByRole('textbox', { name: 'Hur länge' }).fill(String(amount));
    await group.getByRole('combobox', { name: 'Enhet' }).selectOption(unit);
    await this.press('Gå vidare');
  }

  /** Signs in through the provider's window, and comes back. */
  async signIn(who: RegExp): Promise<void> {
    const [window] = await Promise.all([
      this.page.waitForEvent('popup'),
      this.frame
        .getByRole('link', { name: /^Logga in/ })
        .first()
        .click(),
    ]);
    await Promise.all([window.waitForEvent('close'), window.getByRole('button', { name: who }).click()]);
  }
}
