import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';
import { ChannelListener } from '../database/channel-listener.js';
import { CareUnits } from './care-unit.service.js';
import { NETWORK_CHANNEL } from './network-channel.js';

/**
 * Listens for changes of a unit's hours or staff on duty, made by any process: empties the cache of units, then emits on
 * `changes$`. Null means that notices may have been missed: any unit may have changed.
 */
@Injectable()
export class NetworkFeed implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly subject = new Subject<string | null>();
  private readonly listener: ChannelListener;
  /** Ids of the units that changed. */
  readonly changes$ = this.subject.asObservable();

  constructor(
    @InjectDataSource() dataSource: DataSource,
    private readonly careUnits: CareUnits,
  ) {
    const { url } = dataSource.options as { url?: string };
    this.listener = new ChannelListener(
      url,
      NETWORK_CHANNEL,
      (unitId) => this.tell(unitId),
      () => this.tell(null),
    );
  }

  onApplicationBootstrap(): Promise<void> {
    return this.listener.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.listener.stop();
  }

  private tell(unitId: string | null): void {
    this.careUnits.forget();
    this.subject.next(unitId);
  }
}
