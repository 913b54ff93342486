import type { PolicyView } from '../contracts/index.js';

/**
 * The contact reasons that a policy may name. The triage provides them, in a global module; without them the
 * application does not start.
 */
export abstract class ContactReasons {
  /** All contact reasons that were ever loaded, each with its newest name. */
  abstract all(): Promise<PolicyView['reasons']>;
}
