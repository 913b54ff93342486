import {
  Injectable,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { Clock } from '../config/clock.js';
import { DemoRegion } from './demo-region.js';
import { HostPagesController } from './host-pages.controller.js';

const HOUR_MS = 3_600_000;

/** Keeps the demo's bookable times four weeks ahead while the program runs. */
@Injectable()
export class DemoTimes implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('DemoTimes');
  private readonly region = new DemoRegion();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.offer(), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** A failure is written down and mended by the next hour's try. */
  private async offer(): Promise<void> {
    try {
      const added = await this.region.offerTimes(this.dataSource.manager, this.clock.now());
      if (added > 0) this.logger.log({ added }, 'bookable times added');
    } catch (error) {
      this.logger.error({ err: error }, 'bookable times could not be added');
    }
  }
}

/** The running part of the demo region; import it only in the demo. */
@Module({ imports: [CareUnitModule], controllers: [HostPagesController], providers: [DemoTimes] })
export class DemoRegionModule {}
