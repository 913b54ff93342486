import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Most of everything that is kept; the oldest goes first. */
const MOST = 2_000;

/**
 * Keeps what the demo's provider has under way, in memory. It forgets logins (`Session`) on purpose: each sign-in asks
 * anew who you are, so that one can play several people.
 */
export function memoryAdapter(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  // The package reckons by real time, so this does too.
  const isOver = ({ exp }: AdapterPayload) => exp !== undefined && exp * 1000 <= Date.now();
  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload) {
        if (model === 'Session') return;
        kept.delete(keyOf(id));
        kept.set(keyOf(id), payload);
        const [oldest] = kept.keys();
        if (kept.size > MOST && oldest) kept.delete(oldest);
      },
      async find(id) {
        const found = kept.get(keyOf(id));
        return found && !isOver(found) ? found : undefined;
      },
      // Asked for sessions and for devices only, of which there are none.
      async findByUid() {},
      async findByUserCode() {},
      async consume(id) {
        const found = kept.get(keyOf(id));
        if (found) kept.set(keyOf(id), { ...found, consumed: true });
      },
      async destroy(id) {
        kept.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
