/** How old a webhook of the media server may be: it is sent at once, and again for some seconds. */
export const WEBHOOK_AGE_MS = 5 * 60_000;
/** How far its clock may be ahead of ours. */
const AHEAD_MS = 30_000;

/** Whether a webhook is fresh enough to be accepted. @param createdAtSeconds by the media server's clock */
export function isFresh(createdAtSeconds: number, now: Date): boolean {
  const age = now.getTime() - createdAtSeconds * 1000;
  return age <= WEBHOOK_AGE_MS && age >= -AHEAD_MS;
}
