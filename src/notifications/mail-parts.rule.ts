/** One part of a mail that holds no others, decoded. */
export interface MailPart {
  /** In small letters, such as `message/delivery-status`. */
  type: string;
  /** Its lines end with `\n`. */
  text: string;
}

/** Parts within parts within parts: whatever is deeper is no mail that people or servers send. */
const DEEPEST = 5;

/** The parts of a mail (RFC 2045), in their order; one that is not whole is read as far as it goes. */
export function mailParts(mail: string): MailPart[] {
  return partsOf(mail.replaceAll('\r\n', '\n'), DEEPEST);
}

function partsOf(part: string, deepest: number): MailPart[] {
  const end = part.search(/^\n|\n\n/);
  const head = unfolded(end < 0 ? part : part.slice(0, end));
  const body = end < 0 ? '' : part.slice(end).replace(/^\n{1,2}/, '');
  const type = (/^content-type:[ \t]*([^;\s]+)/im.exec(head)?.[1] ?? 'text/plain').toLowerCase();
  const boundary = /^content-type:.*?;[ \t]*boundary="?([^";\n]+)/im.exec(head)?.[1]?.trimEnd();
  if (!type.startsWith('multipart/') || !boundary || deepest === 0)
    return [{ type, text: decoded(body, /^content-transfer-encoding:[ \t]*(\S+)/im.exec(head)?.[1]) }];
  const found: MailPart[] = [];
  for (const each of `\n${body}`.split(`\n--${boundary}`).slice(1)) {
    if (each.startsWith('--')) break;
    found.push(...partsOf(each.replace(/^[^\n]*\n?/, ''), deepest - 1));
  }
  return found;
}

/** Headers whose lines go on are one line each. */
export function unfolded(head: string): string {
  return head.replace(/\n[ \t]+/g, ' ');
}

function decoded(body: string, encoding: string | undefined): string {
  switch (encoding?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n');
    case 'quoted-printable': {
      const bytes = body
        .replace(/=[ \t]*\n/g, '')
        .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      return bytes.replaceAll('\r\n', '\n');
    }
    default:
      return body;
  }
}
