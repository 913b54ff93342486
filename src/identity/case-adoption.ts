import type { EntityManager } from 'typeorm';

/**
 * What happens to a visitor's cases when the visitor signs in: they become the person's. The cases room provides it, in
 * a global module; without one the application does not start.
 */
export abstract class CaseAdoption {
  /** Called inside the transaction in which the session becomes the person's. */
  abstract adopt(sessionId: string, personId: string, now: Date, manager: EntityManager): Promise<void>;
}
