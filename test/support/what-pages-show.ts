import type { BrowserContext, Page } from 'playwright-core';

/** What is added to the error of a test that has failed (`environment.js`). */
declare global {
  var whatPagesShow: (() => Promise<string>) | undefined;
}

const TEXT_MAX = 1500;
const TROUBLES_MAX = 12;

/**
 * Tells, when a test fails, what every page of its scene shows at that moment, and what went wrong on it: a failure that
 * comes once in a hundred runs has to tell its cause then.
 */
export class WhatPagesShow {
  private readonly contexts: BrowserContext[] = [];
  private readonly troubles: string[] = [];

  constructor() {
    globalThis.whatPagesShow = () => this.tell();
  }

  watch(context: BrowserContext): void {
    this.contexts.push(context);
    context.on('weberror', (error) => this.note(`${error.page()?.url()}: ${error.error().stack}`));
    context.on('requestfailed', (request) => this.note(`${request.url()}: ${request.failure()?.errorText}`));
    context.on('response', (response) => {
      if (response.status() >= 400) this.note(`${response.url()}: ${response.status()}`);
    });
  }

  private note(trouble: string): void {
    this.troubles.push(`${new Date().toISOString()} ${trouble}`);
    if (this.troubles.length > TROUBLES_MAX) this.troubles.shift();
  }

  /** The page that was opened last comes first. */
  private async tell(): Promise<string> {
    const pages = await Promise.all(this.contexts.flatMap((context) => context.pages()).map(describe));
    return ['Troubles of all pages:', ...this.troubles, ...pages.reverse()].join('\n');
  }
}

/** Address and text of a page with its frames; a page that answers no more must not hold up the tests. */
async function describe(page: Page): Promise<string> {
  const texts = page.frames().map(async (frame) => {
    const text = await frame
      .locator('body')
      .ariaSnapshot({ timeout: 5000 })
      .catch((error: unknown) => `cannot be read: ${String(error)}`);
    return `${frame.url()} shows:\n${text.slice(0, TEXT_MAX)}`;
  });
  return (await Promise.all(texts)).join('\n');
}
