import { memoryStore } from '../../api/storage.js';
import { forgetStaff, staffStore } from './staff-store.js';

describe('what staff leave on a computer', () => {
  it("is each staff member's own", () => {
    const store = memoryStore();
    staffStore(store, 'anna').set('draft.c1', 'a');
    expect(staffStore(store, 'bo').get('draft.c1')).toBeNull();
    expect(staffStore(store, 'anna').keys()).toEqual(['draft.c1']);
  });

  it('goes when someone else signs in, and all of it at sign-out; other things stay', () => {
    const store = memoryStore();
    store.set('language', 'sv');
    staffStore(store, 'anna').set('draft.c1', 'a');
    staffStore(store, 'bo').set('outbox.c1', 'b');
    forgetStaff(store, 'anna');
    expect(store.keys()).toEqual(['language', 'staff.anna.draft.c1']);
    forgetStaff(store, null);
    expect(store.keys()).toEqual(['language']);
  });
});
