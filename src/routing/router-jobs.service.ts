import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Runner, run, Logger as WorkerLogger } from 'graphile-worker';
import pg from 'pg';
import type { Subscription } from 'rxjs';
import { DataSource } from 'typeorm';
import { NetworkFeed } from '../care-units/network-feed.js';
import { type CommittedChange, TimelineFeed } from '../cases/timeline-feed.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { changesQueues } from '../contracts/index.js';
import { NetworkSnapshots } from './network-snapshots.service.js';
import { ReRouter } from './re-router.service.js';

const LOOK_AGAIN = 'look-again';
/** Many changes that come close together are one look. */
const SOON_MS = 300;
const RETRY_MS = 2_000;

/**
 * Has waiting cases looked at again: soon after something has changed, and every minute, for opening and closing times
 * and for staff who have vanished. The jobs lie in PostgreSQL: however many processes run, one of them takes each. They
 * are in no named queue, which would stay locked for hours after a process that died in the middle of a look.
 */
@Injectable()
export class RouterJobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RouterJobs.name);
  private readonly subscriptions: Subscription[] = [];
  private pool?: pg.Pool;
  private runner?: Runner;
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly reRouter: ReRouter,
    private readonly snapshots: NetworkSnapshots,
    private readonly feed: TimelineFeed,
    private readonly networkFeed: NetworkFeed,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.ROUTER_JOBS) return;
    this.subscriptions.push(
      this.feed.changes$.subscribe((change) => {
        if (matters(change)) this.soon();
      }),
      this.networkFeed.changes$.subscribe(() => this.soon()),
    );
    await this.begin();
    this.soon();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    await this.runner?.stop().catch(() => undefined); // it has ended by itself when the database went away
    await this.pool?.end();
  }

  private async begin(): Promise<void> {
    this.pool ??= this.connect();
    this.runner = await run({
      pgPool: this.pool,
      concurrency: 1,
      noHandleSignals: true,
      // Without a delay the end of a job is written by nobody's promise: a database that is away would end the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new WorkerLogger(() => (level, message) => this.logger.debug({ level }, message)),
      taskList: {
        [LOOK_AGAIN]: async () => {
          await this.snapshots.take();
          await this.reRouter.lookAgain();
        },
      },
      crontab: `* * * * * ${LOOK_AGAIN} ?jobKey=${LOOK_AGAIN}&max=1`,
    });
    this.runner.promise.catch((err: unknown) => this.beginAgain(err));
  }

  /** A line that is cut is told of by the query or the runner that had it; an error without a listener would end us. */
  private connect(): pg.Pool {
    const { url } = this.dataSource.options as { url?: string };
    const pool = new pg.Pool({ connectionString: url, max: 3, application_name: 'slussen router' });
    pool.on('error', (err) => this.logger.debug({ err }, 'an idle line to the database was cut'));
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  }

  /** A database that is away for a while ends the runner; the looks go on when it is back. */
  private beginAgain(err: unknown): void {
    if (this.stopped) return;
    this.logger.warn({ err }, 'the router cannot reach its jobs, trying again');
    setTimeout(() => {
      if (!this.stopped) this.begin().catch((again: unknown) => this.beginAgain(again));
    }, RETRY_MS).unref();
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.runner
        ?.addJob(LOOK_AGAIN, {}, { jobKey: LOOK_AGAIN, maxAttempts: 1 })
        .catch((err: unknown) => this.logger.warn({ err }, 'cases are looked at again within a minute'));
    }, SOON_MS);
  }
}

/** Whether who waits or who is free has changed. A move by the router itself is known to it. */
function matters({ entries }: CommittedChange): boolean {
  const kinds = entries.map(({ kind }) => kind);
  return kinds.some((kind) => changesQueues(kind) && !(kind === 'routed' && kinds.includes('moved')));
}
