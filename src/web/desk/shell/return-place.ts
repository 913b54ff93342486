/** Where staff sign in; it comes back to /desk/. */
export const SIGN_IN = '/sign-in/staff';
const KEY = 'slussen.desk.place';

/** Remembers, in this tab only, which case was shown, since signing in leaves the page. */
export function keepPlace(): void {
  try {
    sessionStorage.setItem(KEY, window.location.hash);
  } catch {
    // Then the queue is shown afterwards; nothing is lost.
  }
}

/** Goes back to the case that was shown before signing in. */
export function restorePlace(): void {
  try {
    const place = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    if (place && !window.location.hash) window.location.replace(place);
  } catch {
    // As above.
  }
}
