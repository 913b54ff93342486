import type { Page } from 'playwright-core';
import type { Scene } from './scene.js';
import { until } from './until.js';

const WIDTHS = [1440, 1024];
/** With pictures (`npm run looks`) each view is looked at in all its widths and colours; else in the first of them. */
export const IN_ALL_SIZES = Boolean(process.env.SCREENSHOTS);
/** Colours are at once as they become; what goes on for ever is left alone. Waiting would not do: hidden parts never arrive. */
const SETTLED = `document.getAnimations()
  .filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime))
  .forEach((animation) => animation.finish())`;

/** Opens the menu of what is done with a case more seldom, and picks from it. */
export async function pressFolded(desk: Page, name: string): Promise<void> {
  await desk.getByRole('button', { name: 'Mer', exact: true }).click();
  await desk.getByRole('menuitem', { name }).click();
}

/** A desk that is set to English from now on. */
export async function inEnglish(desk: Page): Promise<void> {
  await desk.evaluate(`localStorage.setItem('slussen.desk.language', '"en"')`);
  await desk.reload();
  // Managers and clinical editors have their pages and no queue.
  await desk
    .getByRole('button', { name: /^Next case/ })
    .or(desk.getByRole('link', { name: /^(Unit|Triage flows)$/ }))
    .first()
    .waitFor();
}

/**
 * The widths that the desk is made for: nothing reaches outside, and no accessibility rule is broken, light and dark.
 * The rules are looked at in one width and light only, unless `IN_ALL_SIZES`.
 */
export async function checkLooks(scene: Scene, desk: Page, view: string, widths = WIDTHS): Promise<void> {
  const before = desk.viewportSize();
  const schemes = IN_ALL_SIZES ? (['light', 'dark'] as const) : (['light'] as const);
  for (const width of widths) {
    await desk.setViewportSize({ width, height: 900 });
    for (const scheme of IN_ALL_SIZES || width === widths[0] ? schemes : []) {
      await desk.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await desk.locator(`html[data-theme="${scheme}"]`).waitFor();
      await desk.evaluate(SETTLED);
      await scene.checkAccessibility(desk, `${view}-${width}-${scheme}`);
    }
    // What does not fit is folded away a moment after the width has changed.
    await until(`${view} is within a window of ${width} px`, async () => {
      return (await desk.evaluate<number>('document.documentElement.scrollWidth')) <= width;
    });
  }
  await desk.emulateMedia({ colorScheme: null, reducedMotion: 'reduce' });
  if (before) await desk.setViewportSize(before);
}

/** Loads the page again, and counts from then on the tones that it plays. */
export async function countTones(page: Page): Promise<void> {
  await page.addInitScript(`
    window.tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...args) {
      window.tones += 1;
      return start.apply(this, args);
    };`);
  await page.reload();
}

/** How many tones it has played. */
export function tones(page: Page): Promise<number> {
  return page.evaluate<number>('window.tones');
}
