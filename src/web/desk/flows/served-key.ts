import type { FlowReviewState } from '../../../contracts/index.js';

/** Whether residents get the present content of a flow now, and what changes at the next start, as a key of the texts. */
export function servedKey(
  { served, review }: { served: boolean; review: Pick<FlowReviewState, 'state'> },
  draftsServed: boolean,
) {
  const isNext = draftsServed || review.state === 'reviewed';
  if (served) return isNext ? 'served' : 'servedUntil';
  return isNext ? 'servedNext' : 'notServed';
}
