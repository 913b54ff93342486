import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { TimelineEntry } from '../../contracts/index.js';
import { memoryStore, type Store } from '../api/storage.js';
import { CaseFeed } from './case-feed.js';
import { FakeSocket } from './fake-socket.js';
import { ACK_TIMEOUT_MS, LiveConnection } from './live-connection.js';
import { WATCH_EVERY_MS } from './numbered-feed.js';

const CASE = 'case-1';

function message(number: number, id = `id-${number}`, kind: 'staff' | 'resident' = 'staff'): TimelineEntry {
  const actor =
    kind === 'staff'
      ? { kind, name: 'Anna', role: 'nurse' as const, unit: 'Herrgärdet', commissionId: 'c' }
      : { kind, name: 'Lisa', personId: 'lisa' };
  return {
    caseId: CASE,
    number,
    id,
    at: '2026-11-24T18:20:00.000Z',
    kind: 'message',
    actor,
    staffOnly: false,
    body: { text: `text ${number}`, attachments: [] },
  };
}

/** A server with one case: stores, numbers, acknowledges; broadcasts when told. */
class FakeServer {
  readonly entries: TimelineEntry[] = [];
  page = 100;
  silent = false;
  refuse: ((event: string) => object | null) | null = null;
  readonly socket = new FakeSocket((event, payload: { have: number; id: string }, ack) => {
    if (this.silent) return;
    const refused = this.refuse?.(event);
    if (refused) return ack({ ok: false, problem: refused });
    if (event === 'case:watch') {
      const rest = this.entries.filter((entry) => entry.number > payload.have);
      const entries = rest.slice(0, this.page);
      const answer = {
        ok: true,
        entries,
        more: rest.length > entries.length,
        seenByStaff: 0,
        seenByResident: 0,
      };
      return ack(answer);
    }
    if (event === 'message:send') return ack({ ok: true, number: this.store(payload.id), at: 'now' });
    ack({ ok: true });
  });

  store(id: string, kind: 'staff' | 'resident' = 'resident'): number {
    const known = this.entries.find((entry) => entry.id === id);
    if (known) return known.number;
    const number = this.entries.length + 1;
    this.entries.push(message(number, id, kind));
    return number;
  }

  broadcast(...entries: TimelineEntry[]): void {
    this.socket.hear('timeline:entries', { caseId: CASE, entries });
  }
}

function open(server: FakeServer, store: Store = memoryStore(), more: object = {}) {
  const connection = new LiveConnection({ socket: server.socket });
  const feed = new CaseFeed({
    connection,
    caseId: CASE,
    side: 'resident',
    store,
    now: () => new Date(Date.now()),
    ...more,
  });
  return {
    connection,
    feed,
    close: () => {
      feed.close();
      connection.close();
    },
  };
}

const numbers = (feed: CaseFeed) => feed.getState().entries.map((entry) => entry.number);
const problem = (code: string, status: number) => ({
  type: `urn:slussen:problem:${code}`,
  title: code,
  status,
  detail: `because ${code}`,
});

describe('CaseFeed (P2)', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const settle = () => jest.advanceTimersByTimeAsync(10);

  it('brings the timeline at connect, page by page', async () => {
    const server = new FakeServer();
    for (let n = 1; n <= 5; n += 1) server.store(`id-${n}`, 'staff');
    server.page = 2;
    const { feed, close } = open(server);
    await settle();
    expect(numbers(feed)).toEqual([1, 2, 3, 4, 5]);
    expect(server.socket.of('case:watch')).toEqual([0, 2, 4].map((have) => ({ caseId: CASE, have })));
    expect(feed.getState()).toMatchObject({ loaded: true, connection: 'live' });
    close();
  });

  it('holds live entries back until the watch is answered, then shows each once and in order', async () => {
    const server = new FakeServer();
    let ack: (answer: unknown) => void = () => undefined;
    const socket = new FakeSocket((_event, _payload, given) => {
      ack = given;
    });
    const connection = new LiveConnection({ socket });
    const feed = new CaseFeed({
      connection,
      caseId: CASE,
      side: 'staff',
      store: memoryStore(),
      now: () => new Date(),
    });
    socket.hear('timeline:entries', { caseId: CASE, entries: [message(3), message(2)] });
    expect(numbers(feed)).toEqual([]);
    ack({ ok: true, entries: [message(1), message(2)], more: false, seenByStaff: 0, seenByResident: 0 });
    await settle();
    expect(numbers(feed)).toEqual([1, 2, 3]);
    expect(server.entries).toEqual([]);
    feed.close();
    connection.close();
  });

  it('claims to have only what a watch has answered, so that a lost broadcast is brought later', async () => {
    const server = new FakeServer();
    server.store('id-1', 'staff');
    const { feed, close } = open(server);
    await settle();
    server.store('lost', 'staff');
    server.store('heard', 'staff');
    server.broadcast(server.entries[2]!);
    expect(numbers(feed)).toEqual([1, 3]);
    await jest.advanceTimersByTimeAsync(WATCH_EVERY_MS);
    expect(numbers(feed)).toEqual([1, 2, 3]);
    close();
  });

  it('ignores what belongs to another case', async () => {
    const server = new FakeServer();
    const { feed, close } = open(server);
    await settle();
    server.socket.hear('timeline:entries', { caseId: 'other', entries: [message(1)] });
    server.socket.hear('case:lost', { caseId: 'other' });
    expect(feed.getState()).toMatchObject({ entries: [], lost: false });
    close();
  });

  it('sends what was written without connection afterwards, in order, once, with the same ids', async () => {
    const server = new FakeServer();
    server.socket.reachable = false;
    const { feed, close } = open(server);
    const ids = [feed.send('first'), feed.send('second')];
    await jest.advanceTimersByTimeAsync(6000);
    expect(feed.getState().connection).toBe('away');
    expect(feed.getState().outbox.map((one) => one.state)).toEqual(['waiting', 'waiting']);
    server.socket.reachable = true;
    server.socket.open();
    await settle();
    expect(server.entries.map((entry) => entry.id)).toEqual(ids);
    expect(feed.getState().outbox.map((one) => one.state)).toEqual(['sent', 'sent']);
    await jest.advanceTimersByTimeAsync(WATCH_EVERY_MS);
    expect(feed.getState().outbox).toEqual([]);
    expect(numbers(feed)).toEqual([1, 2]);
    close();
  });

  it('finds unsent messages in storage after a reload', async () => {
    const store = memoryStore();
    const first = new FakeServer();
    first.socket.reachable = false;
    const before = open(first, store);
    const id = before.feed.send('kept');
    before.close();
    const server = new FakeServer();
    const { feed, close } = open(server, store);
    await settle();
    expect(server.entries.map((entry) => entry.id)).toEqual([id]);
    expect(store.keys()).toEqual([]);
    expect(feed.getState().outbox[0]).toMatchObject({ id, state: 'sent' });
    close();
  });

  it('keeps a refused message with the reason and goes on with the next', async () => {
    const server = new FakeServer();
    const { feed, close } = open(server);
    await settle();
    server.refuse = (event) => (event === 'message:send' ? problem('wrong-state', 409) : null);
    const id = feed.send('too late');
    await settle();
    expect(feed.getState().outbox).toMatchObject([
      { id, state: 'refused', problem: { detail: 'because wrong-state' } },
    ]);
    server.refuse = null;
    feed.send('next');
    await settle();
    expect(server.entries).toHaveLength(1);
    feed.retry(id);
    await settle();
    expect(server.entries.map((entry) => entry.id)).toContain(id);
    close();
  });

  it('keeps trying while the database is away', async () => {
    const server = new FakeServer();
    const { feed, close } = open(server);
    await settle();
    server.refuse = () => problem('database-away', 503);
    feed.send('patient');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(feed.getState().outbox[0]?.state).toBe('waiting');
    server.refuse = null;
    await jest.advanceTimersByTimeAsync(16_000);
    expect(server.entries).toHaveLength(1);
    close();
  });

  it('opens a new connection when an open socket no longer answers', async () => {
    const server = new FakeServer();
    const { feed, close } = open(server);
    await settle();
    server.silent = true;
    const connects = server.socket.connects;
    feed.send('into the void');
    await jest.advanceTimersByTimeAsync(ACK_TIMEOUT_MS - 100);
    expect(server.socket.connects).toBe(connects);
    server.silent = false;
    await jest.advanceTimersByTimeAsync(200);
    expect(server.socket.connects).toBeGreaterThan(connects);
    await jest.advanceTimersByTimeAsync(2000);
    expect(server.entries).toHaveLength(1);
    close();
  });

  it('tells what has been seen, and says it again after a reconnect', async () => {
    const server = new FakeServer();
    server.store('id-1', 'staff');
    const { feed, close } = open(server);
    await settle();
    feed.seen(1);
    feed.seen(1);
    expect(server.socket.of('message:seen')).toEqual([{ caseId: CASE, number: 1 }]);
    server.socket.cut();
    server.socket.open();
    await settle();
    expect(server.socket.of('message:seen')).toHaveLength(2);
    close();
  });

  it('shows that the other side writes until it fades or a message comes', async () => {
    const server = new FakeServer();
    const { feed, close } = open(server);
    await settle();
    const typing = (by: string, on = true) =>
      server.socket.hear('typing', { caseId: CASE, by, name: 'Anna', typing: on });
    typing('resident');
    expect(feed.getState().typing).toBeNull();
    typing('staff');
    expect(feed.getState().typing).toEqual({ name: 'Anna' });
    await jest.advanceTimersByTimeAsync(7000);
    expect(feed.getState().typing).toBeNull();
    typing('staff');
    server.store('id-1', 'staff');
    server.broadcast(server.entries[0]!);
    expect(feed.getState().typing).toBeNull();
    close();
  });

  it('asks for the case anew when told, after each reconnect, and when something was missed; not by the clock', async () => {
    const server = new FakeServer();
    const onCaseChanged = jest.fn();
    server.store('id-1', 'staff');
    const { close } = open(server, memoryStore(), { onCaseChanged });
    await settle();
    const first = onCaseChanged.mock.calls.length;
    server.socket.hear('case:changed', { caseId: CASE });
    expect(onCaseChanged).toHaveBeenCalledTimes(first + 1);
    server.socket.cut();
    server.socket.open();
    await settle();
    expect(onCaseChanged).toHaveBeenCalledTimes(first + 2);
    await jest.advanceTimersByTimeAsync(5 * WATCH_EVERY_MS);
    expect(onCaseChanged).toHaveBeenCalledTimes(first + 2);
    server.store('unheard', 'staff');
    await jest.advanceTimersByTimeAsync(WATCH_EVERY_MS);
    expect(onCaseChanged).toHaveBeenCalledTimes(first + 3);
    close();
  });

  it('stops when the case is no longer ours', async () => {
    const server = new FakeServer();
    const { feed, close } = open(server);
    await settle();
    server.socket.hear('case:lost', { caseId: CASE });
    server.broadcast(message(1));
    expect(feed.getState()).toMatchObject({ lost: true, entries: [] });
    close();
  });

  it('whatever is cut and lost on the way, ends with all, once and in order (property)', async () => {
    const step = fc.oneof(
      fc.constant('resident' as const),
      fc.constant('staff' as const),
      fc.constant('staff-unheard' as const),
      fc.constant('cut' as const),
      fc.constant('open' as const),
      fc.constant('silence' as const),
      fc.constant('sound' as const),
      fc.constant('wait' as const),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, page) => {
          const server = new FakeServer();
          server.page = page;
          const { feed, close } = open(server);
          const written: string[] = [];
          let staff = 0;
          for (const one of steps) {
            if (one === 'resident') written.push(feed.send('text'));
            else if (one === 'staff' || one === 'staff-unheard') {
              staff += 1;
              const number = server.store(`staff-${staff}`, 'staff');
              if (one === 'staff' && server.socket.connected) server.broadcast(server.entries[number - 1]!);
            } else if (one === 'cut') server.socket.cut();
            else if (one === 'open') server.socket.connect();
            else if (one === 'silence') server.silent = true;
            else if (one === 'sound') server.silent = false;
            else await jest.advanceTimersByTimeAsync(3000);
          }
          server.silent = false;
          server.socket.connect();
          await jest.advanceTimersByTimeAsync(60_000);
          expect(
            server.entries.filter((entry) => entry.actor.kind === 'resident').map((entry) => entry.id),
          ).toEqual(written);
          expect(numbers(feed)).toEqual(server.entries.map((entry) => entry.number));
          expect(feed.getState().outbox).toEqual([]);
          close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
