import { Batcher } from './message-batcher.js';

interface Item {
  key: string;
}

function recordingBatcher() {
  const batches: string[][] = [];
  let release: (() => void)[] = [];
  const batcher = new Batcher<Item, string>(
    async (items) => {
      batches.push(items.map(({ key }) => key));
      await new Promise<void>((resolve) => release.push(resolve));
      return items.map(({ key }) => `stored ${key}`);
    },
    ({ key }) => key,
  );
  const finishWrite = async () => {
    while (release.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const [first, ...rest] = release;
    release = rest;
    first?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { batcher, batches, finishWrite };
}

describe('Batcher (P2)', () => {
  it('lets what arrives during a write share the next one, in the order of arrival', async () => {
    const { batcher, batches, finishWrite } = recordingBatcher();
    const first = batcher.add({ key: 'a' });
    while (batches.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const others = ['b', 'c', 'd'].map((key) => batcher.add({ key }));
    await finishWrite();
    await finishWrite();
    expect(await first).toBe('stored a');
    expect(await Promise.all(others)).toEqual(['stored b', 'stored c', 'stored d']);
    expect(batches).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('never puts a repeat into the same write as the first', async () => {
    const { batcher, batches, finishWrite } = recordingBatcher();
    const twice = [batcher.add({ key: 'a' }), batcher.add({ key: 'a' }), batcher.add({ key: 'b' })];
    await finishWrite();
    await finishWrite();
    await Promise.all(twice);
    expect(batches).toEqual([['a', 'b'], ['a']]);
  });

  it('fails only the items of the failed write, and goes on', async () => {
    let attempt = 0;
    const batcher = new Batcher<Item, string>(
      async (items) => {
        attempt += 1;
        if (attempt === 1) throw new Error('gone');
        return items.map(({ key }) => key);
      },
      ({ key }) => key,
    );
    await expect(batcher.add({ key: 'a' })).rejects.toThrow('gone');
    await expect(batcher.add({ key: 'a' })).resolves.toBe('a');
  });

  it('takes at most 150 items into one write', async () => {
    const sizes: number[] = [];
    const batcher = new Batcher<Item, string>(
      async (items) => {
        sizes.push(items.length);
        return items.map(({ key }) => key);
      },
      ({ key }) => key,
    );
    await Promise.all(Array.from({ length: 400 }, (_, index) => batcher.add({ key: String(index) })));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(150);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(400);
  });
});
