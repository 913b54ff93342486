import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { repeat } from '../config/repeat.js';
import { Cases, TIMELINE_CHANNEL } from './case.service.js';
import { type CommittedChange, TimelineFeed } from './timeline-feed.js';

const RETRY_MS = 1_000;
const BEAT_MS = 3_000;

/**
 * Hears what other processes commit. The word travels with their commit, so it arrives even if they die right after.
 * When our line to the database was cut, or has gone silent without a word, words may have been missed: the feed's
 * `missed$` then says so.
 */
@Injectable()
export class TimelineListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(TimelineListener.name);
  private client?: pg.Client;
  private retry?: NodeJS.Timeout;
  private stopBeat?: () => void;
  private stopped = false;

  constructor(
    private readonly cases: Cases,
    private readonly feed: TimelineFeed,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen(false);
    this.stopBeat = repeat(TimelineListener.name, BEAT_MS, () => this.beat());
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.stopBeat?.();
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(again: boolean): Promise<void> {
    const { url } = this.cases.dataSource.options as { url?: string };
    const client = new pg.Client({
      connectionString: url,
      application_name: 'slussen listener',
      connectionTimeoutMillis: BEAT_MS,
      query_timeout: BEAT_MS,
    });
    const lost = () => {
      if (this.client === client) this.listenAgain();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => this.hear(payload ?? '{}'));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${TIMELINE_CHANNEL}`);
      if (again) this.feed.sayMissed();
    } catch (err) {
      this.logger.warn({ err }, 'cannot listen to other processes, trying again');
      this.listenAgain();
    }
  }

  /** Nobody tells of a line that has gone silent: one that does not answer is given up. */
  private async beat(): Promise<void> {
    const { client } = this;
    await client?.query('SELECT 1').catch(() => {
      if (this.client === client) this.listenAgain();
    });
  }

  private listenAgain(): void {
    const old = this.client;
    this.client = undefined;
    old?.end().catch(() => undefined);
    if (this.stopped) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.listen(true), RETRY_MS);
  }

  private hear(payload: string): void {
    const word = JSON.parse(payload) as Partial<CommittedChange> & { node: string; caseId: string };
    if (word.node === this.cases.nodeId) return;
    this.feed.publish({
      caseId: word.caseId,
      entries: [],
      unitIds: word.unitIds ?? [],
      arrived: word.arrived ?? null,
      caseChanged: word.caseChanged ?? false,
    });
  }
}
