import type { Store } from '../../api/storage.js';

const PREFIX = 'staff.';

/** The part of the browser's storage that is one staff member's: a colleague at the same computer does not meet it. */
export function staffStore(store: Store, staffId: string): Store {
  const own = `${PREFIX}${staffId}.`;
  return {
    get: (key) => store.get(own + key),
    set: (key, value) => store.set(own + key, value),
    remove: (key) => store.remove(own + key),
    keys: () =>
      store
        .keys()
        .filter((key) => key.startsWith(own))
        .map((key) => key.slice(own.length)),
  };
}

/** Removes what staff have left on this computer: all of it, or that of everyone but the one who has just signed in. */
export function forgetStaff(store: Store, butOf: string | null): void {
  for (const key of store.keys()) {
    if (!key.startsWith(PREFIX)) continue;
    if (butOf === null || !key.startsWith(`${PREFIX}${butOf}.`)) store.remove(key);
  }
}
