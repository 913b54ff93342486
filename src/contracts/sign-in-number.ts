const FIRST = 1_000;
const HOW_MANY = 9_000;

/**
 * The four digits that stand where a sign-in began, to be written where it ends when the two windows cannot reach each
 * other: whoever was sent somebody else's link has no such page before them. Of the challenge, which both sides know.
 */
export function signInNumber(challenge: string): string {
  const sum = [...challenge].reduce((before, sign) => (before * 31 + sign.charCodeAt(0)) % HOW_MANY, 0);
  return String(FIRST + sum);
}
