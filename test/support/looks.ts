import type { Frame, Locator, Page } from 'playwright-core';
import sharp from 'sharp';

/** By how much of its grey (0 to 255) a point has to change to be seen by anyone. */
const SEEN = 100;
/** What WCAG 1.4.12 lets readers set; nothing may be lost by it. */
const SPACING = `*, *::before, *::after {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

/** Texts that reach out of the control that they stand in or lie on another text, and tabs that lie on each other. */
const CROWDED = `(() => {
  const found = [];
  const lies = (rect) => [rect.left, rect.top, rect.right, rect.bottom].map(Math.round).join(' ');
  const controls = [...document.querySelectorAll('button, a[href], summary, label, [role=tab], [role=menuitem]')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }));
  for (const control of controls) {
    const box = control.getBoundingClientRect();
    if (box.width <= 1) continue;
    const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const style = getComputedStyle(text.parentElement);
      if (!text.data.trim() || style.clipPath !== 'none' || style.textOverflow === 'ellipsis') continue;
      if (text.parentElement.closest('.hidden, .only-read, svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const rect of range.getClientRects()) {
        const isOut = rect.left < box.left - 1 || rect.right > box.right + 1
          || rect.top < box.top - 4 || rect.bottom > box.bottom + 4;
        if (isOut && getComputedStyle(control).display !== 'inline') {
          found.push(text.data + ' (' + lies(rect) + ') is not within ' + lies(box));
        }
      }
    }
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = [];
  while (texts.nextNode()) {
    const { data, parentElement: within } = texts.currentNode;
    if (!data.trim() || !within.checkVisibility({ visibilityProperty: true })) continue;
    if (within.closest('.hidden, .only-read, .skip, script, style, svg, .mantine-Notifications-root')) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const lines = [...range.getClientRects()];
    if (lines.length > 4 && lines.every(({ width }) => width < 24)) found.push(data + ' is squeezed');
    for (const { left, top, right, bottom } of lines) {
      const shown = { data, within, left, top: top + 3, right, bottom: bottom - 3 };
      for (let box = within; box; box = box.parentElement) {
        if (getComputedStyle(box).overflow === 'visible') continue;
        const clip = box.getBoundingClientRect();
        shown.left = Math.max(shown.left, clip.left);
        shown.top = Math.max(shown.top, clip.top);
        shown.right = Math.min(shown.right, clip.right);
        shown.bottom = Math.min(shown.bottom, clip.bottom);
      }
      if (shown.left < shown.right && shown.top < shown.bottom) seen.push(shown);
    }
  }
  seen.forEach((a, n) => {
    for (const b of seen.slice(n + 1)) {
      if (a.within === b.within) continue;
      if (a.left < b.right - 2 && b.left < a.right - 2 && a.top < b.bottom - 2 && b.top < a.bottom - 2) {
        found.push(a.data + ' (' + lies(a) + ') lies on ' + b.data + ' (' + lies(b) + ')');
      }
    }
  });
  const tabs = controls.filter((each) => each.getAttribute('role') === 'tab');
  tabs.forEach((one, n) => {
    for (const other of tabs.slice(n + 1)) {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) {
        found.push(one.textContent + ' lies on ' + other.textContent);
      }
    }
  });
  return found;
})()`;

const LOW = `[...document.querySelectorAll(
    'button, summary, select, textarea, a[href], [role=tab], input:not([type=file], [hidden])',
  )]
  .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
  .filter((each) => !each.closest('.hidden, .only-read, .skip') && getComputedStyle(each).display !== 'inline')
  .map((each) => (each.type === 'checkbox' || each.type === 'radio' ? (each.closest('label, [class*=-body]') ?? each) : each))
  .filter((each) => each.getBoundingClientRect().width > 1 && each.getBoundingClientRect().height < 43.5)
  .map((each) => (each.textContent || each.className) + ': ' + each.getBoundingClientRect().height)`;

/** Spaces the texts of a page as its reader may. */
export async function spaceTexts(page: Page | Frame): Promise<void> {
  await page.addStyleTag({ content: SPACING }).catch(async () => {
    // A page whose policy allows no such styles takes a sheet of its own.
    await page.evaluate(`(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${JSON.stringify(SPACING)});
      document.adoptedStyleSheets.push(sheet);
    })()`);
  });
}

/** What of the texts is cut off, or lies on something else. */
export function crowded(page: Page | Frame): Promise<string[]> {
  return page.evaluate<string[]>(CROWDED);
}

/** How many points of a thing look clearly different after something was done with it. */
export async function pointsChangedBy(what: Locator, act: () => Promise<unknown>): Promise<number> {
  const before = await greysOf(what);
  await act();
  const after = await greysOf(what);
  let count = 0;
  for (let n = 0; n < Math.min(before.length, after.length); n += 1) {
    if (Math.abs(before[n]! - after[n]!) > SEEN) count += 1;
  }
  return count;
}

async function greysOf(what: Locator): Promise<Buffer> {
  return sharp(await what.screenshot({ animations: 'disabled' }))
    .greyscale()
    .raw()
    .toBuffer();
}

/** Controls that a finger would miss: less than 44 px high, beside links within a text. */
export function lowControls(page: Page | Frame): Promise<string[]> {
  return page.evaluate<string[]>(LOW);
}
