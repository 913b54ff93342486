import { browserStore } from './storage.js';

function storage(full = false): Storage {
  const values = new Map<string, string>();
  const made = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      values.set(key, value);
      (made as Record<string, unknown>)[key] = value;
    },
    removeItem: (key: string) => {
      values.delete(key);
      delete (made as Record<string, unknown>)[key];
    },
  };
  for (const name of ['getItem', 'setItem', 'removeItem'])
    Object.defineProperty(made, name, { enumerable: false });
  return made as unknown as Storage;
}

describe('browserStore', () => {
  it.each([
    ['in the browser', () => storage()],
    ['in memory when the browser is full', () => storage(true)],
    [
      'in memory when the browser forbids it',
      () => {
        throw new DOMException('no', 'SecurityError');
      },
    ],
  ])('keeps values %s', (_where, pick) => {
    const one = storage();
    const store = browserStore(pick.length === 0 && _where === 'in the browser' ? () => one : pick);
    store.set('a', { b: 1 });
    expect(store.get('a')).toEqual({ b: 1 });
    expect(store.keys()).toEqual(['a']);
    store.remove('a');
    expect(store.get('a')).toBeNull();
    expect(store.keys()).toEqual([]);
  });

  it('keeps away from what others have stored there, and survives what is no JSON', () => {
    const one = storage();
    one.setItem('theirs', 'x');
    one.setItem('slussen.bad', '{');
    const store = browserStore(() => one);
    expect(store.keys()).toEqual(['bad']);
    expect(store.get('bad')).toBeNull();
  });
});
