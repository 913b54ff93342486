import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // In place of Playwright's list, which also switches off that storage is kept apart by site. Without that, a Chromium
  // that blocks third-party cookies denies the frame all storage, as no browser of residents does.
  `--disable-features=${[
    'MediaRouter',
    'OptimizationHints',
    'PaintHolding',
    'Translate',
    // Nor does it begin a process in advance for a page that may come, or two for each window's address field, which
    // cost more than most pages.
    'SpareRendererForSitePerProcess',
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
  ]}`,
  // For calls: a camera that shows a moving picture and a microphone that beeps. More pictures would only cost more.
  '--use-fake-device-for-media-stream=fps=5',
];

/** The program that plays the scenes: `CHROMIUM` if set, else the first of the usual names on the PATH; null if none. */
export function chromiumPath() {
  const { CHROMIUM, PATH = '' } = process.env;
  const onPath = PATH.split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...(CHROMIUM ? [CHROMIUM] : []), ...onPath, ...ELSEWHERE].find((file) => existsSync(file)) ?? null;
}

/** How Chromium is started for scenes. In plain JavaScript, because what starts it for all of them is not compiled. */
export function chromiumWith(flags = []) {
  return { executablePath: chromiumPath() ?? undefined, args: [...FLAGS, ...flags] };
}
