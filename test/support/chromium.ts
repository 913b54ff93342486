import { chromiumPath } from './chromium-launch.js';

/**
 * `describe` for tests that need Chromium. Without one they are skipped, and the name of what was left out is printed;
 * where the tests decide (CI=true) that is a failure instead.
 */
export function describeWithChromium(name: string, tests: () => void): void {
  if (chromiumPath()) {
    describe(name, tests);
  } else if (process.env.CI) {
    it(`${name}: needs Chromium`, () => {
      throw new Error('Chromium is missing: install it, or name the program in CHROMIUM');
    });
  } else {
    process.stderr.write(`Skipped, because Chromium is missing (name it in CHROMIUM): ${name}\n`);
    describe.skip(name, tests);
  }
}
