import { Turns } from './turns.js';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('are taken one after the other within a key, and beside each other across keys', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const slow = (name: string) => async () => {
      await soon();
      done.push(name);
    };
    const all = [
      turns.take('a', slow('a1')),
      turns.take('a', () => void done.push('a2')),
      turns.take('b', () => void done.push('b1')),
    ];
    expect(done).toEqual(['b1']); // with nothing before it, at once
    await Promise.all(all);
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });

  it('go on after one that fails, and are free when all are done', async () => {
    const turns = new Turns();
    const failing = turns.take('a', async () => {
      await soon();
      throw new Error('no');
    });
    const next = turns.take('a', () => undefined);
    expect(turns.isBusy('a')).toBe(true);
    await expect(failing).rejects.toThrow('no');
    await next;
    await soon();
    expect(turns.isBusy('a')).toBe(false);
  });
});
