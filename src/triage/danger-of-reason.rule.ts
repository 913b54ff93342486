import type { Flow } from './flow.types.js';

/**
 * How dangerous a contact reason can be, from what its flow asks: the more urgent its red flags and its calmest
 * ordinary ending, the higher. Used to put the most urgent of several complaints first.
 */
export function dangerOf(flow: Flow): number {
  const urgencies = flow.questions.flatMap(({ redFlags }) => redFlags.map(({ urgency }) => urgency));
  const count = (urgency: number) => urgencies.filter((each) => each === urgency).length;
  const share = urgencies.length === 0 ? 0 : (2 * count(1) + count(2)) / (2 * urgencies.length);
  return 10 - 2 * flow.otherwise.urgency + share;
}
