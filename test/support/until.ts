/** As long as a slow machine may take; but shorter than the browsers' polls, which would hide that a word was lost. */
export const WITHIN_MS = 15_000;

/** A browser that has just started, on a busy machine, takes its time for its first page, and for drawing any. */
export const LOADED_MS = 60_000;

/** Waits for a condition, looked at often; fails with what was waited for. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  ms = WITHIN_MS,
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Not within ${ms / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
