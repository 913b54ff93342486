import type { Language, Problem } from '../../../contracts/index.js';

/** What the server says of an answer that does not fit, in the reader's language; null where it says nothing. */
export function answerProblem({ detail, errors }: Problem, language: Language): string | null {
  return (language === 'en' ? errors?.[0]?.message : detail) || null;
}
