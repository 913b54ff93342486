import type { AnsweredQuestion } from './triage.js';
import type { BilingualText } from './words.js';

/** What "none of these" denied: the other options of the question; empty for any other answer. */
export function deniedBy({ question, value }: AnsweredQuestion): BilingualText[] {
  if (question.kind !== 'several' || !Array.isArray(value)) return [];
  const options = question.options ?? [];
  const none = options.find(({ id }) => id === 'none');
  if (!none || value.length !== 1 || value[0] !== none.id) return [];
  return options.filter(({ exclusive }) => !exclusive).map(({ text }) => text);
}
