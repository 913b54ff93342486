import { VISITOR_SESSION_HOURS } from '../../contracts/identity.js';
import type { Store } from '../api/storage.js';

/** What of a person is left in this browser's storage, and what is only a setting. */
export const SETTINGS = new Set(['language', 'reading']);

const MINUTE = 60_000;
/** How long whoever was signed in can come back to a browser in which no page of ours is open any more. */
export const COMING_BACK_MS = 5 * MINUTE;
const PAGE = 'slussen-page';
const SEEN = 'seen';
const HERE = 'here';
const SEEN_EVERY_MS = MINUTE / 3;

/**
 * A browser may be everybody's, as in a library. What whoever was here before has left is removed when it is opened
 * again: who was signed in is so no more after some minutes, and what a visitor wrote lasts as long as their session. A tab
 * that goes on, be it after hours in a phone's pocket, keeps all, also when another is opened beside it. What was not sent
 * waits, by the case that it is of.
 * @param shared what all tabs see
 * @param own what lasts as long as the tab
 * @param locks how the tabs of a browser know of each other, also of one that sleeps; absent in old ones
 */
export async function followLeaving(
  shared: Store,
  own: Store,
  locks?: Pick<LockManager, 'query' | 'request'>,
  now: () => number = Date.now,
): Promise<() => void> {
  const away = own.get(HERE) ? 0 : now() - (shared.get<number>(SEEN) ?? now());
  const wasSignedIn = ['session', 'ended'].some((key) => shared.get<{ person: unknown }>(key)?.person);
  const isOver = away > VISITOR_SESSION_HOURS * 60 * MINUTE;
  if ((isOver || (wasSignedIn && away > COMING_BACK_MS)) && !(await otherPageLives(locks))) {
    for (const key of shared.keys()) {
      if (!SETTINGS.has(key) && (isOver || !/^(outbox|answer)\./.test(key))) shared.remove(key);
    }
  }
  // Held for as long as this page lives.
  locks?.request(PAGE, { mode: 'shared' }, () => new Promise(() => undefined)).catch(() => undefined);
  own.set(HERE, true);
  const seen = () => shared.set(SEEN, now());
  seen();
  const timer = setInterval(seen, SEEN_EVERY_MS);
  return () => clearInterval(timer);
}

async function otherPageLives(locks?: Pick<LockManager, 'query'>): Promise<boolean> {
  const all = await locks?.query().catch(() => null);
  return all?.held?.some(({ name }) => name === PAGE) ?? false;
}

/** Removes what was begun and not sent, and of whom. */
export function forgetDrafts(store: Store): void {
  for (const key of store.keys()) if (key.startsWith('draft.')) store.remove(key);
}
