import { Logger } from '@nestjs/common';

/**
 * Runs a task at intervals, never twice at once, until it is stopped. A failure is logged; the next run tries again.
 * Does not keep the process alive.
 * @param everyMs milliseconds from one beginning to the next
 * @returns stops it
 */
export function repeat(name: string, everyMs: number, task: () => Promise<unknown>): () => void {
  const logger = new Logger(name);
  let running = false;
  const timer = setInterval(async () => {
    if (running) return;
    running = true;
    try {
      await task();
    } catch (err) {
      logger.warn({ err }, 'failed, tried again next time');
    } finally {
      running = false;
    }
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
