import type { Commission } from './staff.entity.js';

/** A desk gives a sign of life every 20 seconds; two that are missed may be the network's fault, three are not. */
export const ON_DUTY_MS = 60_000;

/** Whether someone has the desk open in this commission. One that manages counts for no one on duty. */
export function isOnDuty(
  { lastSeenAt, manages }: Pick<Commission, 'lastSeenAt' | 'manages'>,
  now: Date,
): boolean {
  return manages === null && lastSeenAt !== null && lastSeenAt.getTime() > now.getTime() - ON_DUTY_MS;
}
