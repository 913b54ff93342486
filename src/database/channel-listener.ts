import { Logger } from '@nestjs/common';
import pg from 'pg';
import { repeat } from '../config/repeat.js';

const RETRY_MS = 1_000;
const BEAT_MS = 3_000;

/**
 * Listens on one of the database's channels. A notice travels with the commit that sends it, so it arrives even if the
 * process that committed dies right after. When our connection was cut, or was silently dead, notices may have been
 * missed: then `missed` is called once the connection is back.
 */
export class ChannelListener {
  private readonly logger: Logger;
  private client?: pg.Client;
  private retry?: NodeJS.Timeout;
  private stopBeat?: () => void;
  private stopped = false;

  /** @param url address of the database */
  constructor(
    private readonly url: string | undefined,
    private readonly channel: string,
    private readonly hear: (payload: string) => void,
    private readonly missed: () => void,
  ) {
    this.logger = new Logger(`${ChannelListener.name} ${channel}`);
  }

  /** Resolves when it listens, or has begun to try. */
  async start(): Promise<void> {
    await this.listen(false);
    this.stopBeat = repeat(ChannelListener.name, BEAT_MS, () => this.beat());
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.stopBeat?.();
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(again: boolean): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'slussen listener',
      connectionTimeoutMillis: BEAT_MS,
      query_timeout: BEAT_MS,
    });
    const lost = () => {
      if (this.client === client) this.listenAgain();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      if (again) this.missed();
    } catch (err) {
      this.logger.warn({ err }, 'cannot listen to other processes, trying again');
      this.listenAgain();
    }
  }

  /** A connection can die without an error: one that does not answer is given up. */
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
}
