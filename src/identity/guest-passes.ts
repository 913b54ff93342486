import type { GuestCaller } from './caller.js';

/**
 * Finds the guest with a pass to a call. The room of calls provides it, in a global module; without one the
 * application does not start.
 */
export abstract class GuestPasses {
  /** The guest of a pass that is valid now, else null. */
  abstract find(pass: string): Promise<GuestCaller | null>;
  /** Whether the guest's pass is still valid. */
  abstract isLive(guest: GuestCaller): Promise<boolean>;
}
