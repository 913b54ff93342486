import { createHash, createHmac, randomBytes } from 'node:crypto';

/** The format of tokens and one-time codes: 256 bits in base64url. */
export const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A new secret of 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The stored form of a token: a plain hash is enough for 256 bits. Also the S256 challenge of a verifier. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * The next token at a renewal. It is derived, so that a renewal whose answer was lost, or one requested by
 * two tabs at once, gives the same token again; without our secret nobody can derive it.
 */
export function nextToken(token: string, secret: string): string {
  return createHmac('sha256', `resident-session:${secret}`).update(token).digest('base64url');
}

/**
 * The token of a sign-in that is handed over. It is derived like the next one, so that a hand-over whose answer was
 * lost gives the same again to the frame that has the verifier, and to no other.
 */
export function handedOverToken(code: string, verifier: string, secret: string): string {
  return createHmac('sha256', `hand-over:${secret}`).update(`${code} ${verifier}`).digest('base64url');
}
