import type { EntityManager } from 'typeorm';

/**
 * What happens to a visitor's case when the visitor signs in: it becomes the person's. The cases room
 * provides it, in a global module; without one the application does not start.
 */
export abstract class CaseAdoption {
  /**
   * Called inside the transaction in which the session becomes the person's.
   * @param caseId the current case; null when there is none; undefined when it is not stated
   */
  abstract adopt(
    sessionId: string,
    personId: string,
    caseId: string | null | undefined,
    manager: EntityManager,
  ): Promise<void>;
}
