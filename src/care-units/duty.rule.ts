import type { Commission } from './staff.entity.js';

/** An open desk reports every 20 seconds. Two missed reports may be the network's fault, three are not. */
export const ON_DUTY_MS = 60_000;

/** Whether somebody has the desk open in this commission. Commissions for managing never count as on duty. */
export function isOnDuty(
  { lastSeenAt, manages }: Pick<Commission, 'lastSeenAt' | 'manages'>,
  now: Date,
): boolean {
  return manages === null && lastSeenAt !== null && lastSeenAt.getTime() > now.getTime() - ON_DUTY_MS;
}
