import { equalSecrets } from '../config/secrets.js';

/** The header that carries the session's csrf token. */
export const CSRF_HEADER = 'x-csrf-token';

/** What a request says about its origin. */
export interface RequestSource {
  method: string;
  csrfToken: string | undefined;
  /** `Sec-Fetch-Site`, which scripts cannot set. */
  fetchSite: string | undefined;
  origin: string | undefined;
}

const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that relies on a cookie comes from our own page: reads always may; everything else needs
 * the session's own token, and nothing that the browser says about the origin may contradict it.
 */
export function isFromOwnPage(source: RequestSource, sessionToken: string, ownOrigin: string): boolean {
  if (READS.includes(source.method)) return true;
  if (!source.csrfToken || !equalSecrets(source.csrfToken, sessionToken)) return false;
  if (source.fetchSite !== undefined) return source.fetchSite === 'same-origin';
  return source.origin === undefined || source.origin === ownOrigin;
}

/**
 * Whether a socket that relies on a cookie is opened by our own page. Browsers name the origin when a
 * WebSocket is opened, but not when long polling begins with a same-origin read: then they say so in
 * `Sec-Fetch-Site`.
 */
export function isOwnHandshake(
  source: Pick<RequestSource, 'fetchSite' | 'origin'>,
  ownOrigin: string,
): boolean {
  return source.origin === undefined ? source.fetchSite === 'same-origin' : source.origin === ownOrigin;
}
