/** A small store of JSON values that survives a reload. Never throws: what cannot be kept is kept in memory. */
export interface Store {
  get<T>(key: string): T | null;
  set(key: string, value: unknown): void;
  remove(key: string): void;
  keys(): string[];
}

/**
 * Values under `slussen.*` of the browser's own storage. Browsers may forbid a frame its storage or be full;
 * then the value lives until the page is left.
 */
export function browserStore(pick: () => Storage = () => window.localStorage): Store {
  const prefix = 'slussen.';
  const memory = new Map<string, string>();
  const attempt = <T>(work: (storage: Storage) => T): T | undefined => {
    try {
      return work(pick());
    } catch {
      return undefined;
    }
  };
  return {
    get<T>(key: string): T | null {
      const text = memory.get(key) ?? attempt((storage) => storage.getItem(prefix + key)) ?? null;
      if (text === null) return null;
      try {
        return JSON.parse(text) as T;
      } catch {
        return null;
      }
    },
    set(key, value) {
      const text = JSON.stringify(value);
      const kept = attempt((storage) => {
        storage.setItem(prefix + key, text);
        return true;
      });
      if (kept) memory.delete(key);
      else memory.set(key, text);
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(prefix + key));
    },
    keys() {
      const stored = attempt((storage) => Object.keys(storage)) ?? [];
      const own = stored.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return [...new Set([...own, ...memory.keys()])];
    },
  };
}

/** A store that forgets when the page is left; for tests. */
export function memoryStore(): Store {
  const values = new Map<string, string>();
  return {
    get: <T>(key: string) => (values.has(key) ? (JSON.parse(values.get(key)!) as T) : null),
    set: (key, value) => void values.set(key, JSON.stringify(value)),
    remove: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
}
