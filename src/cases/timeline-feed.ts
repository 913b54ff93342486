import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { TimelineEntry, Urgency } from '../contracts/index.js';

/** A committed change; published only after the commit. */
export interface CommittedChange {
  caseId: string;
  /** In order of number, without gaps; empty when another process committed them. */
  entries: TimelineEntry[];
  /** Units whose queue looks different now. */
  unitIds: string[];
  /** A case that came into a queue. */
  arrived: { unitId: string; urgency: Urgency } | null;
  /** Threads of consultations that have new entries, if any. */
  consultationIds?: string[];
  /** The visible part of the case changed: clients that show it fetch it again. */
  caseChanged: boolean;
}

/** How later rooms hear of commits, here or in another process. */
@Injectable()
export class TimelineFeed {
  private readonly subject = new Subject<CommittedChange>();
  private readonly missed = new Subject<void>();
  readonly changes$ = this.subject.asObservable();
  /** Notices from other processes may have been missed: look for yourself. */
  readonly missed$ = this.missed.asObservable();

  publish(change: CommittedChange): void {
    this.subject.next(change);
  }

  sayMissed(): void {
    this.missed.next();
  }
}
