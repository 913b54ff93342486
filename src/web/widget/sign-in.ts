import { addressOf } from '../../contracts/index.js';

/** A proof key for one sign-in: the frame keeps `verifier`, the window gets `challenge` (PKCE, S256). */
export interface ProofKey {
  verifier: string;
  challenge: string;
}

export async function newProofKey(): Promise<ProofKey> {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(48)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: base64url(new Uint8Array(digest)) };
}

/** Where the window goes. */
export function signInAddress(challenge: string): string {
  return addressOf('GET /sign-in/resident', { query: { challenge } }).path;
}

/** The one-time code that the window hands back for this challenge, or null for any other message. */
export function codeFrom(
  event: Pick<MessageEvent, 'origin' | 'data'>,
  ownOrigin: string,
  ownChallenge: string,
): string | null {
  if (event.origin !== ownOrigin || typeof event.data !== 'object' || event.data === null) return null;
  const { type, code, challenge } = event.data as Record<string, unknown>;
  return type === 'slussen:signed-in' && challenge === ownChallenge && typeof code === 'string' ? code : null;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
