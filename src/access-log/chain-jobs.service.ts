import { appendFile } from 'node:fs/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../config/clock.js';
import { SETTINGS } from '../config/config.module.js';
import type { Settings } from '../config/environment.js';
import { repeat } from '../config/repeat.js';
import { addToChain, newestLink } from './access-log-chain.js';
import type { Anchor } from './chain.rule.js';

const EVERY_MS = 5 * 60_000;

/**
 * Links what was written to the access log to all before it, every few minutes, and says how far and by which hash outside
 * the database: in the log of the service, and in the file that the settings name.
 */
@Injectable()
export class ChainJobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ChainJobs.name);
  private stop?: () => void;
  /** What the file of anchors has not been told yet; undefined: not known, as the process has just begun. */
  private untold?: Anchor | null;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(ChainJobs.name, EVERY_MS, () => this.run());
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }

  async run(): Promise<void> {
    const { manager } = this.dataSource;
    const added = await addToChain(manager);
    if (added) this.logger.log(added, 'access log anchored');
    const { ACCESS_LOG_ANCHORS } = this.settings;
    if (!ACCESS_LOG_ANCHORS) return;
    // Where the file could not be written, here or in a process before, it is told as soon as it can be.
    const newest = added ?? (this.untold === undefined ? await newestLink(manager) : this.untold);
    this.untold = newest;
    if (!newest) return;
    const line = JSON.stringify({ at: this.clock.now().toISOString(), ...newest });
    await appendFile(ACCESS_LOG_ANCHORS, `${line}\n`);
    if (this.untold === newest) this.untold = null;
  }
}
