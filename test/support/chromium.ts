import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The program that plays the scenes: `CHROMIUM` if set, else the first of the usual names on the PATH; null if none. */
export function chromiumPath(): string | null {
  const { CHROMIUM, PATH = '' } = process.env;
  const onPath = PATH.split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...(CHROMIUM ? [CHROMIUM] : []), ...onPath, ...ELSEWHERE].find((file) => existsSync(file)) ?? null;
}

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
