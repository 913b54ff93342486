import type { EntityManager } from 'typeorm';
import type { CareCase } from './case.entity.js';
import type { NewEntry } from './timeline.js';

/** What a follower has to add to a change. */
export interface Following {
  entries: NewEntry[];
  /** Units beside the case's own whose lists look different now. */
  unitIds: string[];
}

/**
 * A later room that must keep pace with who has a case. It makes itself known by `Cases.followedBy` and is asked, within
 * the transaction of the change, each time a case changes state or holder.
 */
export interface CaseFollower {
  follow(manager: EntityManager, before: CareCase, after: CareCase, now: Date): Promise<Following>;
}
