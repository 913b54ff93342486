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
