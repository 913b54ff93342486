import type { GuestPass } from '../../contracts/index.js';

const KEY = 'slussen.guest';

/** The pass of this tab, so that a page loaded anew is still in the call; gone when the tab is closed. */
export function keptPass(): GuestPass | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as GuestPass | null;
  } catch {
    return null;
  }
}

export function keepPass(pass: GuestPass | null): void {
  try {
    if (pass) sessionStorage.setItem(KEY, JSON.stringify(pass));
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing: the page must then stay open.
  }
}

/** Takes the token out of the address, so that it is neither kept in the history nor copied with the address. */
export function takeToken(): string | null {
  const token = window.location.hash.slice(1);
  if (!token) return null;
  window.history.replaceState(null, '', window.location.pathname);
  return token;
}
