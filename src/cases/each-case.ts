import type { Logger } from '@nestjs/common';

/** Does something to each case in turn. A failure is logged and does not hold up the others. */
export async function forEachCase(
  logger: Pick<Logger, 'error'>,
  cases: readonly { id: string }[],
  task: (caseId: string) => Promise<unknown>,
): Promise<void> {
  for (const { id: caseId } of cases) {
    try {
      await task(caseId);
    } catch (err) {
      logger.error({ err, caseId }, 'a case was passed over');
    }
  }
}
