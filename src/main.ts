import { randomBytes } from 'node:crypto';
import { createApplication } from './application.js';
import { ShiftedClock } from './config/clock.js';
import { EnvironmentError, parseEnvironment, type Settings } from './config/environment.js';
import { createDataSource } from './database/data-source.js';
import { EmbeddedPostgres, lockFolder } from './database/embedded-postgres.js';
import { DemoRegion } from './demo/demo-region.js';
import { FlowFileError } from './triage/flow-loader.js';

type Undo = () => Promise<unknown>;

/** Starts everything, and stops it in the reverse order on Ctrl-C or SIGTERM. */
async function main(): Promise<void> {
  const settings = parseEnvironment(process.env, new Date(), () => randomBytes(32).toString('hex'));
  const undo: Undo[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      for (const step of undo.reverse()) await step();
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stop().then(() => process.exit(0), fail));
  }
  try {
    await start(settings, undo);
    if (stopping) await stopping;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(settings: Settings, undo: Undo[]): Promise<void> {
  const clock = new ShiftedClock(settings.clockOffsetMs);
  const dataSource = createDataSource(await databaseUrl(settings, undo), settings.DATABASE_POOL);
  await dataSource.initialize();
  undo.push(async () => dataSource.isInitialized && dataSource.destroy());
  await dataSource.runMigrations();
  if (settings.DEMO) await DemoRegion.fillOnce(dataSource, clock);
  const app = await createApplication(settings, dataSource, clock);
  undo.push(() => app.close());
  await app.listen(settings.PORT);
  sayWhere(settings);
}

async function databaseUrl(settings: Settings, undo: Undo[]): Promise<string> {
  if (settings.DATABASE_URL) return settings.DATABASE_URL;
  undo.push(await lockFolder(settings.DATA_DIR));
  const postgres = new EmbeddedPostgres(settings.DATA_DIR);
  undo.push(() => postgres.stop());
  await postgres.start();
  return postgres.url;
}

function sayWhere({ PORT, PUBLIC_URL, DEMO }: Settings): void {
  const origin = PUBLIC_URL ?? `http://localhost:${PORT}`;
  const lines = [
    `Slussen is ready: ${origin}/`,
    `  Staff's desk:  ${origin}/desk/`,
    `  API:           ${origin}/api/docs`,
  ];
  if (DEMO)
    lines.splice(
      1,
      0,
      `  Residents:     http://127.0.0.1:${PORT}/demo/host/region (and a page for each clinic)`,
    );
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}

function fail(error: unknown): never {
  const known = error instanceof EnvironmentError || error instanceof FlowFileError;
  const text =
    error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`\nSlussen could not start.\n${text}\n`);
  process.exit(1);
}

main().catch(fail);
