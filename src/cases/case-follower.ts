import type { EntityManager } from 'typeorm';
import type { CareCase } from './case.entity.js';
import type { NewEntry } from './timeline.js';

/** What a follower adds to a change. */
export interface Following {
  entries: NewEntry[];
  /** Units other than the case's own whose lists look different now. */
  unitIds: string[];
}

/**
 * A later room that must keep up with who has a case. It registers with `Cases.followedBy` and is asked,
 * within the transaction of the change, each time a case changes state or holder.
 */
export interface CaseFollower {
  follow(manager: EntityManager, before: CareCase, after: CareCase, now: Date): Promise<Following>;
}
