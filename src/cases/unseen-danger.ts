import type { EntityManager } from 'typeorm';
import { ProblemException } from '../config/problem.exception.js';
import { type SeenUpTo, tellsOfDanger } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';
import { readNotSaid } from './timeline.js';

/**
 * Nobody judges what they have not seen.
 * @throws ProblemException conflict when something dangerous became known after what was shown
 */
export async function refuseUnseenDanger(
  manager: EntityManager,
  { id, urgency }: CareCase,
  { upTo = null }: SeenUpTo,
): Promise<void> {
  if (upTo === null) return;
  const entries = await readNotSaid(manager, id);
  if (!entries.some((entry) => entry.number > upTo && tellsOfDanger(entry))) return;
  const now = urgency === null ? '' : ` Its urgency is ${urgency} now.`;
  throw new ProblemException(
    'conflict',
    `Something dangerous has become known of the case since.${now} Read it, then choose again.`,
  );
}
