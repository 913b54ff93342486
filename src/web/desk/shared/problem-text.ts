import { ProblemError } from '../../api/api.js';
import type { DeskTexts } from '../texts/desk-texts.js';

/** Whether an error means that the session is over. */
export function isSessionOver(error: unknown): boolean {
  return (
    error instanceof ProblemError && (error.code === 'not-signed-in' || error.code === 'session-expired')
  );
}

/** What a page handles itself where it may come, or cannot be helped by the reader. */
type ToldAsOurs =
  | 'away'
  | 'timeout'
  | 'database-away'
  | 'calls-away'
  | 'channel-away'
  | 'internal'
  | 'not-signed-in'
  | 'session-expired'
  | 'wrong-csrf-token'
  | 'wrong-code'
  | 'enough-cases'
  | 'old-page';

/** What went wrong and what to do, in the reader's language. The server's own text is kept for wrong fields only. */
export function problemText(error: unknown, { t }: Pick<DeskTexts, 't'>): string {
  if (!(error instanceof ProblemError)) return t('problemOther');
  if (error.passing && error.code !== 'too-many-requests') return t('problemAway');
  switch (error.code) {
    case 'wrong-state':
    case 'wrong-flow-version':
      return t('problemWrongState');
    case 'conflict':
      return t('problemConflict');
    case 'time-taken':
      return t('timeTaken');
    case 'not-allowed':
      return t('problemNotAllowed');
    case 'not-found':
      return t('problemNotFound');
    case 'too-many-requests':
      return t('problemTooMany');
    case 'not-an-image':
    case 'too-large':
      return t('attachFailed');
    case 'storage-full':
      return t('problemStorage');
    case 'bad-input':
    case 'wrong-answer': {
      const fields = error.problem.errors?.map((field) => field.message).join(' ');
      return fields || error.problem.detail;
    }
    default:
      // Named, so that a new code has to be placed; one that only a newer server knows comes here too.
      error.code satisfies ToldAsOurs;
      return t('problemOther');
  }
}
