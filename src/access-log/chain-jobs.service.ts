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
import { addToChain } from './access-log-chain.js';

const EVERY_MS = 5 * 60_000;

/**
 * Links what was written to the access log to all before it, every few minutes, and says how far and by which hash outside
 * the database: in the log of the service, and in the file that the settings name.
 */
@Injectable()
export class ChainJobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ChainJobs.name);
  private stop?: () => void;

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
    const newest = await addToChain(this.dataSource.manager);
    if (!newest) return;
    this.logger.log(newest, 'access log anchored');
    const { ACCESS_LOG_ANCHORS } = this.settings;
    if (!ACCESS_LOG_ANCHORS) return;
    const line = JSON.stringify({ at: this.clock.now().toISOString(), ...newest });
    await appendFile(ACCESS_LOG_ANCHORS, `${line}\n`);
  }
}
