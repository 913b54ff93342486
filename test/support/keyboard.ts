import type { Locator, Page } from 'playwright-core';
import { LOADED_MS, until } from './until.js';

/** What of a document's elements is asked for in the page; these tests are compiled without a browser's types. */
interface PageElement {
  ownerDocument: { activeElement: unknown; defaultView: { getComputedStyle(element: PageElement): Outline } };
  closest(selector: string): PageElement | null;
  nextElementSibling: PageElement | null;
}
interface Outline {
  outlineStyle: string;
  outlineWidth: string;
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((node) => {
    const element = node as unknown as PageElement;
    return element.ownerDocument.activeElement === element;
  });
}

/** By its own outline, or that of what is drawn in its place. */
function showsFocus(target: Locator): Promise<boolean> {
  return target.evaluate((node) => {
    const element = node as unknown as PageElement;
    const view = element.ownerDocument.defaultView;
    return [element, element.closest('label'), element.nextElementSibling].some((drawn) => {
      if (!drawn) return false;
      const { outlineStyle, outlineWidth } = view.getComputedStyle(drawn);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
  });
}

const PLACE_OF_FOCUS =
  "[document.hasFocus(), [...document.querySelectorAll('*')].indexOf(document.activeElement)].join(' ')";
const MOST_TABS = 60;

/** Someone who uses the keyboard alone. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Goes on with Tab until the focus is there, and looks that it shows. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let tabs = 0; !(await hasFocus(target)); tabs += 1) {
      if (tabs === MOST_TABS) throw new Error(`${target} is not reached with Tab`);
      await this.tab();
    }
    await until(`the focus shows on ${target}`, () => showsFocus(target), 2_000);
  }

  /** One Tab; waits until the focus has moved, which between a page and a frame takes a moment. */
  private async tab(): Promise<void> {
    const before = await this.focus();
    await this.page.keyboard.press('Tab');
    await until('Tab moves the focus', async () => (await this.focus()) !== before);
  }

  /** Where the focus is, to compare with: its place in the document that has it. */
  private async focus(): Promise<string> {
    const places = await Promise.all(
      this.page.frames().map((frame) => frame.evaluate<string>(PLACE_OF_FOCUS)),
    );
    return places.join();
  }

  /** Goes there with Tab and presses Enter. */
  async choose(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.press('Enter');
  }

  /** Waits until the focus has been moved there. */
  async arrivesAt(target: Locator): Promise<void> {
    await target.waitFor();
    await until(`the focus is on ${target}`, () => hasFocus(target), LOADED_MS);
  }
}
