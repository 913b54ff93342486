import type { EntityManager } from 'typeorm';

/**
 * What happens to a visitor's case when the visitor signs in: they become the person's. The cases room provides it, in
 * a global module; without one the application does not start.
 */
export abstract class CaseAdoption {
  /**
   * Called inside the transaction in which the session becomes the person's.
   * @param caseId the case at hand; null when there is none; undefined when it is not said
   */
  abstract adopt(
    sessionId: string,
    personId: string,
    caseId: string | null | undefined,
    manager: EntityManager,
  ): Promise<void>;
}
