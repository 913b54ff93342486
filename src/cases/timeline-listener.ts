import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ChannelListener } from '../database/channel-listener.js';
import { Cases, TIMELINE_CHANNEL } from './case.service.js';
import { type CommittedChange, TimelineFeed } from './timeline-feed.js';

/** Hears what other processes commit; `missed$` of the feed says when notices may have been missed. */
@Injectable()
export class TimelineListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listener: ChannelListener;

  constructor(
    private readonly cases: Cases,
    private readonly feed: TimelineFeed,
  ) {
    const { url } = cases.dataSource.options as { url?: string };
    this.listener = new ChannelListener(
      url,
      TIMELINE_CHANNEL,
      (payload) => this.hear(payload),
      () => feed.sayMissed(),
    );
  }

  onApplicationBootstrap(): Promise<void> {
    return this.listener.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.listener.stop();
  }

  private hear(payload: string): void {
    const word = JSON.parse(payload) as Partial<CommittedChange> & { node: string; caseId: string };
    if (word.node === this.cases.nodeId) return;
    this.feed.publish({
      caseId: word.caseId,
      entries: [],
      unitIds: word.unitIds ?? [],
      arrived: word.arrived ?? null,
      consultationIds: word.consultationIds,
      caseChanged: word.caseChanged ?? false,
    });
  }
}
