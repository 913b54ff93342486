import type { Adapter, AdapterPayload } from 'oidc-provider';

/** The most entries that are kept; the oldest is removed first. */
const MOST = 2_000;

/**
 * Keeps the state of the demo's provider in memory. It forgets logins (`Session`) on purpose: each sign-in
 * asks again who you are, so that one person can play several.
 */
export function memoryAdapter(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  // The package uses the real clock, so this does too.
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
      // Called for sessions and for devices only; there are none.
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
