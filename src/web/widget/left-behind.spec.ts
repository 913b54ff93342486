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

/** The locks of a browser's pages, which live on for as long as their pages do. */
class Browser {
  readonly held: LockInfo[] = [];
  request = (async (name: string) => void this.held.push({ name, mode: 'shared' })) as LockManager['request'];
  query = async () => ({ held: this.held, pending: [] });
}

/** What is left in a browser of whose tabs the last was closed that long ago. */
function comingBack(afterMs: number, { person = LEFT.session.person as unknown, own = memoryStore() } = {}) {
  const shared = memoryStore();
  let now = 1_000_000;
  void followLeaving(shared, own, undefined, () => now).then((stop) => stop());
  for (const [key, value] of Object.entries({ ...LEFT, session: { token: 't', person } })) {
    shared.set(key, value);
  }
  now += afterMs;
  return {
    shared,
    open: async (tab: Store = memoryStore(), locks?: Browser) => {
      (await followLeaving(shared, tab, locks, () => now))();
      return shared.keys().sort();
    },
  };
}

describe('what is left in a browser that is opened again', () => {
  const ALL = [...Object.keys(LEFT), 'seen'].sort();

  it('is all there for whoever comes back soon', async () => {
    expect(await comingBack(COMING_BACK_MS).open()).toEqual(ALL);
  });

  it('is all there while another page of it lives, be it asleep, and nothing when none does', async () => {
    const browser = new Browser();
    const old = await followLeaving(memoryStore(), memoryStore(), browser);
    old();
    expect(await comingBack(11 * HOUR).open(undefined, browser)).toEqual(ALL);
    expect(await comingBack(25 * HOUR).open(undefined, browser)).toEqual(ALL);
    expect(await comingBack(11 * HOUR).open(undefined, new Browser())).not.toContain('draft.start');
  });

  it('is nothing of whoever was signed out by time, either', async () => {
    const { shared, open } = comingBack(COMING_BACK_MS + 1);
    shared.remove('session');
    shared.set('ended', { person: 'p' });
    expect(await open()).toEqual(['language', 'outbox.case-1.m1', 'seen']);
  });

  it('is nothing of whoever was signed in after some minutes, but for what is not sent of their cases', async () => {
    expect(await comingBack(COMING_BACK_MS + 1).open()).toEqual(['language', 'outbox.case-1.m1', 'seen']);
  });

  it('is what a visitor wrote for as long as their session, and then nothing', async () => {
    expect(await comingBack(24 * HOUR, { person: null }).open()).toEqual(ALL);
    expect(await comingBack(24 * HOUR + 1, { person: null }).open()).toEqual(['language', 'seen']);
    expect(await comingBack(24 * HOUR + 1).open()).toEqual(['language', 'seen']);
  });

  it('is all there for a tab that goes on, however long it slept', async () => {
    const own = memoryStore();
    expect(await comingBack(11 * HOUR, { own }).open(own)).toEqual(ALL);
  });

  it('is all there the first time that it is looked at', async () => {
    const shared = memoryStore();
    shared.set('session', LEFT.session);
    (await followLeaving(shared, memoryStore()))();
    expect(shared.keys()).toContain('session');
  });
});
