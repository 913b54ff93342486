import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Subject } from 'rxjs';
import { DataSource } from 'typeorm';
import { ChannelListener } from '../database/channel-listener.js';

/** The database itself sends a notice here when a change is committed, whoever made the change. */
const CALLERS_CHANNEL = 'slussen_callers';

/**
 * Hears, in every process, that a caller may have lost rights: `changes$` gives the id of a session that has
 * ended, or of a commission or a staff member that has changed. Null means that notices may have been missed.
 */
@Injectable()
export class CallerChanges implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly subject = new Subject<string | null>();
  private readonly listener: ChannelListener;
  readonly changes$ = this.subject.asObservable();

  constructor(@InjectDataSource() dataSource: DataSource) {
    const { url } = dataSource.options as { url?: string };
    this.listener = new ChannelListener(
      url,
      CALLERS_CHANNEL,
      (id) => id && this.subject.next(id),
      () => this.subject.next(null),
    );
  }

  onApplicationBootstrap(): Promise<void> {
    return this.listener.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.listener.stop();
  }
}
