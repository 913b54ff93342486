import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApplication } from './application.js';
import { ShiftedClock } from './config/clock.js';
import type { Settings } from './config/environment.js';
import { parseEnvironment } from './config/parse-environment.js';
import { StartError } from './config/start-error.js';
import { followConnections } from './connections.js';
import { EmbeddedPostgres } from './database/embedded-postgres.js';
import { DemoRegion } from './demo/demo-region.js';
import { checkDatabase, connected, prepareDatabase } from './prepare-database.js';

type Undo = () => Promise<unknown>;

/** How long requests under way may take to end when the program stops. */
const GRACE_MS = 5_000;

/** Starts everything, and stops it in the reverse order on Ctrl-C or SIGTERM, also in the middle of starting. */
async function main(): Promise<void> {
  const settings = parseEnvironment(process.env, new Date(), () => randomBytes(32).toString('hex'));
  const undo: Undo[] = [];
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort());
  const untilStopped = new Promise<void>((resolve) =>
    stopped.signal.addEventListener('abort', () => resolve()),
  );
  try {
    await start(settings, undo, stopped.signal);
    await untilStopped;
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
  } finally {
    for (const step of undo.reverse()) {
      // One step that fails must not leave PostgreSQL running.
      await step().catch((error: unknown) => process.stderr.write(`Stopping: ${String(error)}\n`));
    }
  }
}

async function start(settings: Settings, undo: Undo[], stopped: AbortSignal): Promise<void> {
  const clock = new ShiftedClock(settings.clockOffsetMs);
  const { ownerUrl, runningUrl } = await databaseOf(settings, undo);
  stopped.throwIfAborted();
  if (ownerUrl) await prepareDatabase(ownerUrl, runningUrl);
  stopped.throwIfAborted();
  const dataSource = await connected(runningUrl, settings.DATABASE_POOL);
  undo.push(async () => dataSource.isInitialized && dataSource.destroy());
  await checkDatabase(dataSource, settings);
  if (settings.DEMO) await DemoRegion.fillOnce(dataSource, clock);
  stopped.throwIfAborted();
  const app = await createApplication(settings, dataSource, clock);
  const cutAll = followConnections(app.getHttpServer());
  undo.push(() => close(app, cutAll));
  stopped.throwIfAborted();
  await listen(app, settings);
  sayWhere(settings);
}

/** The database that the settings name, or one of our own. */
async function databaseOf(
  { DATA_DIR, DATABASE_URL, DATABASE_OWNER_URL }: Settings,
  undo: Undo[],
): Promise<{ ownerUrl?: string; runningUrl: string }> {
  if (DATABASE_URL) return { ownerUrl: DATABASE_OWNER_URL, runningUrl: DATABASE_URL };
  const postgres = new EmbeddedPostgres(DATA_DIR);
  await postgres.start();
  undo.push(() => postgres.stop());
  return postgres;
}

async function listen(app: NestExpressApplication, { PORT: port, LISTEN_ADDRESS }: Settings): Promise<void> {
  try {
    await (LISTEN_ADDRESS ? app.listen(port, LISTEN_ADDRESS) : app.listen(port));
  } catch (error) {
    const why: Record<string, string> = {
      EADDRINUSE: 'is taken by another program; set PORT to another one',
      EACCES: 'needs more rights; set PORT to another one',
      EADDRNOTAVAIL: 'cannot be had: LISTEN_ADDRESS is no address of this machine',
    };
    const reason = why[(error as NodeJS.ErrnoException).code ?? ''];
    if (!reason) throw error;
    throw new StartError(`The port ${port} ${reason}`);
  }
}

/** Lets requests under way end, for a while. */
async function close(app: NestExpressApplication, cutAll: () => void): Promise<void> {
  const cut = setTimeout(cutAll, GRACE_MS);
  await app.close();
  clearTimeout(cut);
}

function sayWhere({ PORT, PUBLIC_URL, DEMO, LISTEN_ADDRESS }: Settings): void {
  const origin = PUBLIC_URL ?? `http://localhost:${PORT}`;
  if (!DEMO) {
    new Logger('Slussen').log({ origin }, 'ready');
    return;
  }
  process.stdout.write(`
Slussen is ready: ${origin}/
  Residents:     http://127.0.0.1:${PORT}/demo/host/region (and a page for each clinic)
  Staff's desk:  ${origin}/desk/
  API:           ${origin}/api/docs
  Ctrl-C stops it.
${LISTEN_ADDRESS === '127.0.0.1' ? '' : '  LISTEN_ADDRESS lets others reach it: in the demo they sign in as whom they want.\n'}
`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const forPeople = error instanceof StartError;
    const text =
      error instanceof Error ? (forPeople ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`\nSlussen could not start.\n${text}\n`);
    process.exit(1);
  },
);
