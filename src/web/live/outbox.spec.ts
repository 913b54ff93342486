import { memoryStore } from '../api/storage.js';
import { Outbox } from './outbox.js';

const message = (id: string, second: number) => ({
  id,
  text: id,
  attachmentIds: [],
  writtenAt: `2026-11-24T08:20:0${second}.000Z`,
});
const ids = (outbox: Outbox) => outbox.all.map(({ id }) => id);

describe('the outbox', () => {
  it('of two tabs keeps what each has written, and takes away only what was acknowledged', () => {
    const store = memoryStore();
    const [first, second] = [new Outbox(store, 'c'), new Outbox(store, 'c')];
    first.add(message('a', 1));
    second.add(message('b', 2));
    first.add(message('c', 3));
    expect(ids(new Outbox(store, 'c'))).toEqual(['a', 'b', 'c']);

    second.acknowledged('b', 7);
    expect(ids(new Outbox(store, 'c'))).toEqual(['a', 'c']);
    first.acknowledged('a', 8);
    first.drop(new Set(['c']));
    expect(store.keys()).toEqual([]);
  });

  it('keeps what an earlier version of the page has left unsent, all under one key', () => {
    const store = memoryStore();
    const left = [
      { ...message('a', 1), state: 'refused', problem: { type: 'urn:slussen:problem:too-long' } },
      { ...message('b', 2), state: 'waiting' },
    ];
    store.set('outbox.c', left);
    const outbox = new Outbox(store, 'c');
    expect(outbox.all).toEqual(left);
    expect(outbox.next?.id).toBe('b');

    outbox.acknowledged('b', 7);
    expect(ids(new Outbox(store, 'c'))).toEqual(['a']);
    expect(store.get('outbox.c')).toBeNull();
  });

  it('is of one case', () => {
    const store = memoryStore();
    new Outbox(store, 'c').add(message('a', 1));
    expect(ids(new Outbox(store, 'cc'))).toEqual([]);
  });
});
