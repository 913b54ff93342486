import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath, chromiumWith, shellPath } from './chromium-launch.js';

/** A page and the frames in it share a process: another one for the widget would cost more than the widget itself. */
const ONE_PROCESS = ['--disable-site-isolation-trials'];
const FLOWS = path.join(import.meta.dirname, '../../triage-flows');

/**
 * Starts one throw-away PostgreSQL and one Chromium (two, where there is one without windows) for all integration tests.
 * Each test file makes databases of its own in the one (`test/support/database.ts`), each scene contexts of its own in the
 * other (`test/support/scene.ts`). Reads the triage flows once. Runs on the built server: `npm test` builds first.
 */
export default async function setUp() {
  const { EmbeddedPostgres } = await import('../../dist/src/database/embedded-postgres.js');
  const folder = await mkdtemp(path.join(tmpdir(), 'slussen-test-'));
  const postgres = new EmbeddedPostgres(folder, [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=250',
  ]);
  await postgres.start();
  process.env.TEST_POSTGRES_URL = postgres.ownerUrl;
  process.env.TEST_FLOWS = path.join(folder, 'flows.json');
  const { FLOW_FILES } = await import('../../dist/src/triage/flow-files.js');
  await writeFile(process.env.TEST_FLOWS, JSON.stringify(FLOW_FILES.flows(FLOWS)));
  const whole = chromiumPath() ? await chromium.launchServer(chromiumWith()) : null;
  if (whole) process.env.TEST_CHROMIUM_WHOLE = whole.wsEndpoint();
  const shellFile = shellPath();
  const shell = shellFile ? await chromium.launchServer(chromiumWith(ONE_PROCESS, shellFile)) : null;
  const most = shell ?? whole;
  if (most) process.env.TEST_CHROMIUM = most.wsEndpoint();
  globalThis.forTests = { postgres, folder, browsers: [shell, whole] };
}
