import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { TimelineEntry, Urgency } from '../contracts/index.js';

/** Something that is committed; told only after the commit. */
export interface CommittedChange {
  caseId: string;
  /** In order of number, without gaps; empty when another process committed them. */
  entries: TimelineEntry[];
  /** Units whose queue looks different now. */
  unitIds: string[];
  /** A case that came into a queue. */
  arrived: { unitId: string; urgency: Urgency } | null;
  /** Threads of consultations that have grown, if any. */
  consultationIds?: string[];
  /** What is shown of the case changed: those who look at it fetch it anew. */
  caseChanged: boolean;
}

/** How later rooms hear what was committed, here or in another process. */
@Injectable()
export class TimelineFeed {
  private readonly subject = new Subject<CommittedChange>();
  private readonly missed = new Subject<void>();
  readonly changes$ = this.subject.asObservable();
  /** Words of other processes may have been missed: look for yourself. */
  readonly missed$ = this.missed.asObservable();

  publish(change: CommittedChange): void {
    this.subject.next(change);
  }

  sayMissed(): void {
    this.missed.next();
  }
}
