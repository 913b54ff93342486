import { spawnSync } from 'node:child_process';
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
  const { CHROMIUM } = process.env;
  if (CHROMIUM && existsSync(CHROMIUM)) return CHROMIUM;
  return NAMES.map(onPath).find((file) => file) ?? ELSEWHERE.find((file) => existsSync(file)) ?? null;
}

/**
 * Chromium without windows, cameras and pushes, of the same version: it costs less, and shows pages alike. Null where there
 * is none, or `CHROMIUM` names the one to use.
 */
export function shellPath() {
  const whole = chromiumPath();
  const shell = process.env.CHROMIUM ? null : onPath('chromium-headless-shell');
  const version = whole && shell && versionOf(whole);
  return version && versionOf(shell) === version ? shell : null;
}

function versionOf(file) {
  return /\d+(\.\d+){3}/.exec(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout)?.[0];
}

function onPath(name) {
  const { PATH = '' } = process.env;
  const files = PATH.split(path.delimiter).map((folder) => path.join(folder, name));
  return files.find((file) => existsSync(file)) ?? null;
}

/** How Chromium is started for scenes. In plain JavaScript, because what starts it for all of them is not compiled. */
export function chromiumWith(flags = [], executablePath = chromiumPath() ?? undefined) {
  return { executablePath, args: [...FLAGS, ...flags] };
}
