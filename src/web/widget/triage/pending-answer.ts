import type { AnswerValue, Duration, ResidentCase } from '../../../contracts/index.js';
import type { Store } from '../../api/storage.js';

/** An answer that the server may not have yet. */
export interface PendingAnswer {
  questionId: string;
  value: AnswerValue;
  /** Of a change: the answer that it changes. */
  before?: AnswerValue;
}

/** Where it is kept, so that a reload without connection does not lose it. */
export function pendingKeyOf(caseId: string): string {
  return `answer.${caseId}`;
}

/**
 * Whether an answer is still to be sent, by the case as the server has it: to its present question, or in the place of
 * the very answer that was changed. Not when the server has it, the question is asked no more, or another device has
 * answered since: what is older never replaces what is newer.
 */
export function stillStands(pending: PendingAnswer, triage: ResidentCase['triage']): boolean {
  const isChange = 'before' in pending;
  if (triage?.question?.id === pending.questionId) return !isChange;
  const given = triage?.answered.find(({ question }) => question.id === pending.questionId);
  if (!given || pending.before === undefined) return false;
  return isSame(given.value, pending.before) && !isSame(given.value, pending.value);
}

/** Null when none is still to be sent; what was kept is then kept no longer. */
export function readPending(
  store: Pick<Store, 'get' | 'remove'>,
  { id, triage }: Pick<ResidentCase, 'id' | 'triage'>,
): PendingAnswer | null {
  const key = pendingKeyOf(id);
  const pending = store.get<PendingAnswer>(key);
  if (pending && stillStands(pending, triage)) return pending;
  store.remove(key);
  return null;
}

/** In `several` the order says nothing, nor does that of the fields of a duration. */
function isSame(one: AnswerValue, other: AnswerValue): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((id) => other.includes(id));
  }
  if (isDuration(one) && isDuration(other)) return one.amount === other.amount && one.unit === other.unit;
  return one === other;
}

function isDuration(value: AnswerValue): value is Duration {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
