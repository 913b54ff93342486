import { URGENCIES, type Urgency } from '../contracts/words.js';
import type { CheckIn } from './flow.types.js';

/** So long somebody may take to answer before staff are told; at other urgencies nobody is told. */
const ANSWER_WITHIN_MINUTES: Readonly<Partial<Record<Urgency, number>>> = { 1: 5, 2: 15, 3: 60 };

/** When the check-in after so many is asked of somebody who has waited since then; null when there is none. */
export function askedAt(
  checkIns: readonly Pick<CheckIn, 'afterMinutes'>[],
  begun: number,
  since: Date,
): Date | null {
  const next = checkIns[begun];
  return next ? new Date(since.getTime() + next.afterMinutes * 60_000) : null;
}

/** How long somebody may take to answer at each urgency at which staff are told of it, for those who read a flow. */
export function answerTimes(): { urgency: Urgency; minutes: number }[] {
  return URGENCIES.flatMap((urgency) => {
    const minutes = answerWithin(urgency);
    return minutes === null ? [] : [{ urgency, minutes }];
  });
}

/** How many minutes may pass without an answer; null where it does not matter. */
export function answerWithin(urgency: Urgency): number | null {
  return ANSWER_WITHIN_MINUTES[urgency] ?? null;
}
