import { Injectable, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CareUnitModule } from '../care-units/care-unit.module.js';
import { Clock } from '../config/clock.js';
import { repeat } from '../config/repeat.js';
import { DemoRegion } from './demo-region.js';
import { HostPagesController } from './host-pages.controller.js';

const HOUR_MS = 3_600_000;

/** Keeps the demo's bookable times four weeks ahead while the program runs. */
@Injectable()
export class DemoTimes implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly region = new DemoRegion();
  private stop?: () => void;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.stop = repeat(DemoTimes.name, HOUR_MS, () =>
      this.region.offerTimes(this.dataSource.manager, this.clock.now()),
    );
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }
}

/** The running part of the demo region; import it only in the demo. */
@Module({ imports: [CareUnitModule], controllers: [HostPagesController], providers: [DemoTimes] })
export class DemoRegionModule {}
