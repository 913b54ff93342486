import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import type { EntityManager } from 'typeorm';
import type { CareCase } from '../cases/case.entity.js';
import { Cases } from '../cases/case.service.js';
import type { CaseFollower, Following } from '../cases/case-follower.js';
import { TimelineFeed } from '../cases/timeline-feed.js';
import type { TimelineKind } from '../contracts/index.js';
import { isWithHolder } from './call.rule.js';
import { Calls } from './call.service.js';
import { finish, openCallOf, participantsOf } from './call-record.js';

/** The entries that end a call. */
const ENDS: readonly TimelineKind[] = ['call-ended', 'call-declined', 'call-missed'];

/**
 * A call ends when its caller no longer holds the case: when the case is sent on, taken over, handed back or
 * closed, the same transaction ends the call. From then on the former holder has no seat in it, and the new
 * holder can call at once.
 */
@Injectable()
export class CallFollower implements OnModuleInit, OnApplicationShutdown, CaseFollower {
  private readonly logger = new Logger(CallFollower.name);
  private subscription?: Subscription;

  constructor(
    private readonly calls: Calls,
    private readonly cases: Cases,
    private readonly feed: TimelineFeed,
  ) {}

  onModuleInit(): void {
    this.cases.followedBy(this);
    this.subscription = this.feed.changes$.subscribe(({ caseId, entries }) => {
      if (entries.some(({ kind }) => ENDS.includes(kind))) this.closeRooms(caseId);
    });
  }

  onApplicationShutdown(): void {
    this.subscription?.unsubscribe();
  }

  async follow(manager: EntityManager, before: CareCase, after: CareCase, now: Date): Promise<Following> {
    const call = before.state === 'held' ? await openCallOf(manager, before.id) : null;
    if (!call || isWithHolder(call, after)) return { entries: [], unitIds: [] };
    const participants = await participantsOf(manager, call.id);
    const ending = { why: 'case-left', by: null, now } as const;
    return { entries: await finish(manager, { call, participants }, 'end', ending), unitIds: [] };
  }

  /** Not awaited: the commit does not depend on a media server that may be slow. The sweeper tries again. */
  private closeRooms(caseId: string): void {
    this.calls
      .closeRoomsOf(caseId)
      .catch((err: unknown) => this.logger.warn({ err, caseId }, 'the rooms of a case were not looked at'));
  }
}
