import { KeyedMutex } from './keyed-mutex.js';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a mutex for each key', () => {
  it('are taken one after the other within a key, and beside each other across keys', async () => {
    const mutex = new KeyedMutex();
    const done: string[] = [];
    const slow = (name: string) => async () => {
      await soon();
      done.push(name);
    };
    const all = [
      mutex.run('a', slow('a1')),
      mutex.run('a', () => void done.push('a2')),
      mutex.run('b', () => void done.push('b1')),
    ];
    expect(done).toEqual(['b1']); // nothing before it: runs at once
    await Promise.all(all);
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });

  it('go on after one that fails, and are free when all are done', async () => {
    const mutex = new KeyedMutex();
    const failing = mutex.run('a', async () => {
      await soon();
      throw new Error('no');
    });
    const next = mutex.run('a', () => undefined);
    expect(mutex.isBusy('a')).toBe(true);
    await expect(failing).rejects.toThrow('no');
    await next;
    await soon();
    expect(mutex.isBusy('a')).toBe(false);
  });
});
