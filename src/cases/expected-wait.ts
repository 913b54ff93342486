/** How many of the latest waits are looked at, and how few are too few to say anything honest. */
export const WAITS_LOOKED_AT = 40;
const TOO_FEW = 5;

/** Minutes between which most waits fell. */
export interface WaitRange {
  fromMinutes: number;
  toMinutes: number;
}

/**
 * "Usually within …": the 10th and 90th percentile (nearest rank) of the latest waits of the same urgency, rounded up
 * to steps a person would say: single minutes to 5, fives to 60, then quarters of an hour.
 * @param waitsMs waits from joining the queue to being taken, in milliseconds, in any order
 * @returns null when there are fewer than five
 */
export function expectedWait(waitsMs: readonly number[]): WaitRange | null {
  if (waitsMs.length < TOO_FEW) return null;
  const sorted = [...waitsMs].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const fromMinutes = sayable(at(0.1));
  return { fromMinutes, toMinutes: Math.max(fromMinutes, sayable(at(0.9))) };
}

function sayable(ms: number): number {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  const step = minutes <= 5 ? 1 : minutes <= 60 ? 5 : 15;
  return Math.ceil(minutes / step) * step;
}
