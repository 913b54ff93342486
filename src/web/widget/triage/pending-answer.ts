import type { AnswerValue, ResidentCase } from '../../../contracts/index.js';
import type { Store } from '../../api/storage.js';

/** An answer that the server may not have yet. */
export interface PendingAnswer {
  questionId: string;
  value: AnswerValue;
}

/** Where it is kept, so that a reload without connection does not lose it. */
export function pendingKeyOf(caseId: string): string {
  return `answer.${caseId}`;
}

/**
 * The answer of a case that was still to be sent when the page was loaded anew: to its present question, or `earlier`:
 * another one than was given before. Null when there is none, the server has it, or its question is asked no more.
 */
export function readPending(
  store: Pick<Store, 'get'>,
  { id, triage }: Pick<ResidentCase, 'id' | 'triage'>,
): (PendingAnswer & { earlier: boolean }) | null {
  const pending = store.get<PendingAnswer>(pendingKeyOf(id));
  if (!pending) return null;
  if (triage?.question?.id === pending.questionId) return { ...pending, earlier: false };
  const given = triage?.answered.find(({ question }) => question.id === pending.questionId);
  if (!given || JSON.stringify(given.value) === JSON.stringify(pending.value)) return null;
  return { ...pending, earlier: true };
}
