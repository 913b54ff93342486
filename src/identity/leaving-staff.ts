import type { CommissionCaller } from './caller.js';

/**
 * What happens to the cases that staff hold when they sign out. The queue provides it, in a global module;
 * without one the application does not start.
 */
export abstract class LeavingStaff {
  /** Called when the session has ended. What cannot be done now is done when they count as gone. */
  abstract leave(commission: CommissionCaller): Promise<void>;
}
