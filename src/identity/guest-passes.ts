import type { GuestCaller } from './caller.js';

/**
 * Who holds a guest's pass to a call. The room of calls provides it, in a global module; without one the application
 * does not start.
 */
export abstract class GuestPasses {
  /** The guest of a pass that is good now, else null. */
  abstract find(pass: string): Promise<GuestCaller | null>;
  /** Whether the guest's pass is still good. */
  abstract isLive(guest: GuestCaller): Promise<boolean>;
}
