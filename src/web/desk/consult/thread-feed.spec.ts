import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { ConsultationMessage } from '../../../contracts/index.js';
import { memoryStore } from '../../api/storage.js';
import { FakeSocket } from '../../live/fake-socket.js';
import { merged } from '../../live/feed-state.js';
import { LiveConnection } from '../../live/live-connection.js';
import { ThreadFeed } from './thread-feed.js';

const message = (number: number, id = `m${number}`) =>
  ({
    consultationId: 'c',
    number,
    id,
    body: { text: `${number}`, attachments: [] },
  }) as unknown as ConsultationMessage;
const numbers = (messages: readonly ConsultationMessage[]) => messages.map(({ number }) => number);

describe('the messages of a thread', () => {
  it('stand in order, each once, however they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 20 }), (came) => {
        let all: readonly ConsultationMessage[] = [];
        for (const number of came) all = merged(all, [message(number)]);
        expect(numbers(all)).toEqual([...new Set(came)].sort((a, b) => a - b));
      }),
      { seed: 1 },
    );
  });
});

/** A server with one thread: stores, numbers, acknowledges; broadcasts when told. */
class FakeServer {
  readonly stored: ConsultationMessage[] = [1, 2].map((number) => message(number));
  lost = false;
  readonly socket = new FakeSocket((event, payload: { have: number; id: string }, ack) => {
    if (this.lost)
      return ack({ ok: false, problem: { type: 'urn:slussen:problem:not-found', status: 404, title: '' } });
    if (event === 'consultation:watch')
      return ack({ ok: true, messages: this.stored.filter(({ number }) => number > payload.have) });
    if (event === 'consultation:send') return ack({ ok: true, number: this.store(payload.id), at: 'now' });
    ack({ ok: true });
  });

  store(id = `m${this.stored.length + 1}`): number {
    const known = this.stored.find((each) => each.id === id);
    if (!known) this.stored.push(message(this.stored.length + 1, id));
    return known?.number ?? this.stored.length;
  }

  tell(...these: number[]): void {
    const messages = this.stored.filter(({ number }) => these.includes(number));
    this.socket.hear('consultation:messages', { consultationId: 'c', messages });
  }
}

describe('the live thread', () => {
  beforeEach(() => void jest.useFakeTimers());
  const opened: (() => void)[] = [];
  afterEach(() => {
    for (const close of opened.splice(0)) close();
    jest.useRealTimers();
  });
  const settle = () => jest.advanceTimersByTimeAsync(50);

  async function open(server = new FakeServer(), store = memoryStore()) {
    const connection = new LiveConnection({ socket: server.socket });
    const feed = new ThreadFeed(connection, 'c', store, () => new Date());
    opened.push(() => {
      feed.close();
      connection.close();
    });
    await settle();
    return { server, feed, store, connection, shown: () => numbers(feed.getState().entries) };
  }

  it('brings what there is, and shows what comes', async () => {
    const { server, shown } = await open();
    expect(shown()).toEqual([1, 2]);
    server.store();
    server.tell(3);
    expect(shown()).toEqual([1, 2, 3]);
  });

  it('asks at once for what is missing between', async () => {
    const { server, shown } = await open();
    for (const _ of [3, 4, 5]) server.store();
    server.tell(5);
    await settle();
    expect(shown()).toEqual([1, 2, 3, 4, 5]);
    expect(server.socket.of('consultation:watch').at(-1)).toMatchObject({ have: 2 });
  });

  it('brings what came while the line was cut, and sends once what was written meanwhile', async () => {
    const { server, feed, shown } = await open();
    server.socket.cut();
    server.store();
    feed.send('Skrivet utan kontakt', []);
    await settle();
    expect(feed.getState().outbox).toHaveLength(1);
    server.socket.open();
    await settle();
    server.tell(4);
    expect(shown()).toEqual([1, 2, 3, 4]);
    expect(feed.getState().outbox).toEqual([]);
    expect(server.stored).toHaveLength(4);
  });

  it('keeps what is not sent through a reload, apart from the messages of the case', async () => {
    const first = await open();
    first.server.socket.cut();
    first.feed.send('Kvar', []);
    first.feed.close();
    expect(first.store.keys()).toEqual([expect.stringMatching(/^outbox\.c\./)]);
    const second = await open(new FakeServer(), first.store);
    expect(second.server.stored.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('says when it may no longer be followed, by word or by refusal', async () => {
    const { server, feed } = await open();
    server.socket.hear('consultation:lost', { consultationId: 'c' });
    expect(feed.getState().lost).toBe(true);
    const refusing = new FakeServer();
    refusing.lost = true;
    const refused = await open(refusing);
    expect(refused.feed.getState().lost).toBe(true);
  });
});
