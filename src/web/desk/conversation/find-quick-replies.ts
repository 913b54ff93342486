import type { Language, QuickReply } from '../../../contracts/index.js';

function plain(text: string): string {
  return text.toLocaleLowerCase('sv');
}

/** The search text after a leading `/`, or null when the text does not begin with one. */
export function quickQuery(text: string): string | null {
  return text.startsWith('/') && !text.includes('\n') ? text.slice(1).trim() : null;
}

/**
 * The quick replies in which every word of the query is found, in the title or in the text of that language; those
 * whose title begins with the query first, then by title.
 */
export function findQuickReplies(
  replies: readonly QuickReply[],
  query: string,
  language: Language,
): QuickReply[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const begins = (reply: QuickReply) => plain(reply.title).startsWith(plain(query));
  return replies
    .filter((reply) => {
      const whole = plain(`${reply.title} ${reply.text[language]}`);
      return words.every((word) => whole.includes(word));
    })
    .sort((a, b) => Number(begins(b)) - Number(begins(a)) || a.title.localeCompare(b.title, 'sv'));
}
