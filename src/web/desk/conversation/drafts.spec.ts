import { memoryStore } from '../../api/storage.js';
import { EMPTY_DRAFT, hasUnsent, keepDraft, readDraft } from './drafts.js';

describe('drafts', () => {
  it('come back as they were typed', () => {
    const store = memoryStore();
    const draft = { reply: 'Hej\n', note: 'ring', images: [{ id: 'i', width: 1, height: 2 }] };
    keepDraft(store, 'c1', draft);
    expect(readDraft(store, 'c1')).toEqual(draft);
    expect(readDraft(store, 'c2')).toEqual(EMPTY_DRAFT);
    expect(hasUnsent(store)).toBe(true);
  });

  it('leave nothing behind when emptied', () => {
    const store = memoryStore();
    keepDraft(store, 'c1', { ...EMPTY_DRAFT, reply: 'Hej' });
    keepDraft(store, 'c1', { ...EMPTY_DRAFT, note: ' \n' });
    expect(store.keys()).toEqual([]);
    expect(hasUnsent(store)).toBe(false);
  });

  it('are empty when what lies there is something else', () => {
    const store = memoryStore();
    for (const wrong of [7, null, { reply: 3, images: 'x' }]) {
      store.set('draft.c1', wrong);
      expect(readDraft(store, 'c1')).toEqual(EMPTY_DRAFT);
    }
  });
});
