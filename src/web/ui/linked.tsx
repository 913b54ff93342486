import { linksIn } from './links-in.rule.js';

/** A text whose addresses, and that telephone number, can be followed; pages open in a tab of their own. */
export function Linked({ text, phone = null }: { text: string; phone?: string | null }) {
  return linksIn(text, phone).map(({ at, text: part, href }) =>
    href ? (
      <a key={at} href={href} {...(href.startsWith('https:') ? { target: '_blank', rel: 'noreferrer' } : {})}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
