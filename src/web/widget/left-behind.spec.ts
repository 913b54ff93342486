import { memoryStore, type Store } from '../api/storage.js';
import { COMING_BACK_MS, followLeaving } from './left-behind.js';

const HOUR = 3_600_000;
const LEFT = {
  session: { token: 't', person: { givenName: 'Lisa' } },
  'draft.start': 'Jag har ont i ryggen',
  'outbox.case-1.m1': { text: 'Inte skickat' },
  place: { name: 'cases' },
  language: 'en',
};

/** What is left in a browser of whose tabs the last was closed that long ago. */
function comingBack(afterMs: number, { person = LEFT.session.person as unknown, own = memoryStore() } = {}) {
  const shared = memoryStore();
  let now = 1_000_000;
  followLeaving(shared, own, () => now)();
  for (const [key, value] of Object.entries({ ...LEFT, session: { token: 't', person } })) {
    shared.set(key, value);
  }
  now += afterMs;
  return {
    shared,
    open: (tab: Store = memoryStore()) => {
      followLeaving(shared, tab, () => now)();
      return shared.keys().sort();
    },
  };
}

describe('what is left in a browser that is opened again', () => {
  const ALL = [...Object.keys(LEFT), 'seen'].sort();

  it('is all there for whoever comes back soon', () => {
    expect(comingBack(COMING_BACK_MS).open()).toEqual(ALL);
  });

  it('is nothing of whoever was signed in after some minutes, but for what is not sent of their cases', () => {
    expect(comingBack(COMING_BACK_MS + 1).open()).toEqual(['language', 'outbox.case-1.m1', 'seen']);
  });

  it('is what a visitor wrote for as long as their session, and then nothing', () => {
    expect(comingBack(24 * HOUR, { person: null }).open()).toEqual(ALL);
    expect(comingBack(24 * HOUR + 1, { person: null }).open()).toEqual(['language', 'seen']);
    expect(comingBack(24 * HOUR + 1).open()).toEqual(['language', 'seen']);
  });

  it('is all there for a tab that goes on, however long it slept', () => {
    const own = memoryStore();
    expect(comingBack(11 * HOUR, { own }).open(own)).toEqual(ALL);
  });

  it('is all there the first time that it is looked at', () => {
    const shared = memoryStore();
    shared.set('session', LEFT.session);
    followLeaving(shared, memoryStore())();
    expect(shared.keys()).toContain('session');
  });
});
