import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { createApplication } from '../../src/application.js';
import { Clock } from '../../src/config/clock.js';
import type { Settings } from '../../src/config/environment.js';
import { parseEnvironment } from '../../src/config/parse-environment.js';
import { followConnections } from '../../src/connections.js';
import { createDataSource } from '../../src/data-source.js';
import { DemoRegion } from '../../src/demo/demo-region.js';
import { prepareDatabase } from '../../src/prepare-database.js';
import { asOwner, asRunningRole, createFilledDatabase, queryAsOwner } from './database.js';
import { readFlowsOnce } from './flows.js';
import { freePort } from './ports.js';

/** A clock that runs with real time from a moment of the test's choosing, or stands still, and can be put forward. */
export class TestClock extends Clock {
  private offsetMs: number;
  private stoppedAt: number | null = null;

  /** @param local local time in Stockholm, e.g. `2026-11-24T09:20` */
  constructor(local: string) {
    super();
    this.offsetMs = toMillis(local) - Date.now();
  }

  now(): Date {
    return new Date((this.stoppedAt ?? Date.now()) + this.offsetMs);
  }

  /** Lets no time pass by itself from here on. */
  stop(): void {
    this.stoppedAt ??= Date.now();
  }

  /** Puts the clock forward. */
  forward({ minutes = 0, hours = 0 }: { minutes?: number; hours?: number }): void {
    this.offsetMs += (minutes + hours * 60) * 60_000;
  }

  set(local: string): void {
    this.offsetMs = toMillis(local) - (this.stoppedAt ?? Date.now());
  }
}

function toMillis(local: string): number {
  return DateTime.fromISO(local, { zone: 'Europe/Stockholm' }).toMillis();
}

export interface TestApp {
  app: NestExpressApplication;
  /** Where it listens, e.g. `http://localhost:40123`; host pages stand on `hostOrigin`. */
  origin: string;
  hostOrigin: string;
  /** As the service runs on it: it may not do all that its owner may. */
  dataSource: DataSource;
  /** What only the owner of the tables may do. */
  asOwner: (sql: string) => Promise<unknown>;
  clock: TestClock;
  settings: Settings;
  /** Ends the application as when its process ends: every connection is cut. Database and clock stay. */
  stop: () => Promise<void>;
  /** Starts it again on the same database and port, after `stop`. */
  startAgain: () => Promise<void>;
  close: () => Promise<void>;
}

/** Tuesday 24 November 2026, 09.20 in Stockholm: the directive's "a Tuesday at 9.20". */
export const TUESDAY_MORNING = '2026-11-24T09:20';
export const TUESDAY_EVENING = '2026-11-24T19:20';

/**
 * The whole application on a database of its own, filled with the demo region, listening on a free port.
 * @param databaseUrl instead of a new database in the tests' PostgreSQL
 */
export async function startTestApp({
  now = TUESDAY_MORNING,
  env = {},
  databaseUrl,
}: {
  now?: string;
  env?: Record<string, string>;
  databaseUrl?: string;
} = {}): Promise<TestApp> {
  const clock = new TestClock(now);
  const database = databaseUrl
    ? { url: databaseUrl, drop: async () => undefined }
    : await createFilledDatabase(clock);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'slussen-data-'));
  const port = await freePort();
  const settings = parseEnvironment(
    { NODE_ENV: 'test', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env },
    new Date(),
    () => 'a-secret-for-tests-that-is-long-enough',
  );
  const flowFiles = env.FLOWS_DIR ? undefined : await readFlowsOnce();
  let cutAll = (): void => undefined;
  const begin = async (): Promise<Pick<TestApp, 'app' | 'dataSource'>> => {
    if (databaseUrl) await prepareDatabase(asOwner(databaseUrl), asRunningRole(databaseUrl));
    const dataSource = createDataSource(asRunningRole(database.url), 20);
    await dataSource.initialize();
    if (databaseUrl) {
      await DemoRegion.fillOnce(dataSource, clock);
    }
    const app = await createApplication(settings, dataSource, clock, flowFiles);
    cutAll = followConnections(app.getHttpServer());
    await app.listen(port);
    return { app, dataSource };
  };
  const stop = async () => {
    const closed = test.app.close();
    cutAll();
    await closed;
  };
  const test: TestApp = {
    ...(await begin()),
    origin: `http://localhost:${port}`,
    hostOrigin: `http://127.0.0.1:${port}`,
    asOwner: (sql) => queryAsOwner(database.url, sql),
    clock,
    settings,
    stop,
    startAgain: async () => {
      Object.assign(test, await begin());
    },
    close: async () => {
      await stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return test;
}
