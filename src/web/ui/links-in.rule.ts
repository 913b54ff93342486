export interface TextPart {
  /** Where in the text it begins. */
  at: number;
  text: string;
  /** Where it leads, when it is a link. */
  href: string | null;
}

const ADDRESS = String.raw`(?:https:\/\/|(?<![\w.@/-])www\.)[^\s<>"]*[^\s<>".,;:!?)]`;
const MAIL = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;

/** A text in parts: web addresses, e-mail addresses and that telephone number, if there is one, are links. */
export function linksIn(text: string, phone: string | null): TextPart[] {
  const number = phone === null ? [] : [`(?<!\\d)${phone.replace(/[^\d ]/g, '\\$&')}(?!\\d)`];
  const pattern = new RegExp(`(${[ADDRESS, MAIL, ...number].join('|')})`);
  let at = 0;
  // What a pattern in brackets has matched stands at every other place.
  const parts = text.split(pattern).map((part, index) => {
    at += part.length;
    return { at: at - part.length, text: part, href: index % 2 === 1 ? hrefOf(part) : null };
  });
  return parts.filter((part) => part.text !== '');
}

function hrefOf(part: string): string {
  if (part.startsWith('https://')) return part;
  if (part.startsWith('www.')) return `https://${part}`;
  return part.includes('@') ? `mailto:${part}` : `tel:${part.replace(/[^\d+]/g, '')}`;
}
