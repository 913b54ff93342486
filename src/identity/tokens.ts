import { createHash, createHmac, randomBytes } from 'node:crypto';

/** What tokens and one-time codes look like: 256 bits in base64url. */
export const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A new secret of 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. The token has 256 bits, so a plain hash is enough. Also the S256 challenge of a verifier. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * The token that follows at a renewal. It is derived, so that a renewal whose answer was lost, or one asked for by two
 * tabs at once, gives the same token again; without our secret nobody can derive it.
 */
export function nextToken(token: string, secret: string): string {
  return createHmac('sha256', `resident-session:${secret}`).update(token).digest('base64url');
}
