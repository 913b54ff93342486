import type { OutgoingSignal } from './call-adapter.js';
import { SignalOutbox } from './call-signals.js';

const signal = (data: string): OutgoingSignal => ({ to: 'b', toPage: 'page b', kind: 'candidate', data });
const settled = () => new Promise((resolve) => setImmediate(resolve));
const problem = (code: string, status: number) => ({
  ok: false,
  problem: { type: `urn:slussen:problem:${code}`, title: '', status, detail: '' },
});

describe('SignalOutbox', () => {
  let sent: string[];
  let answer: () => unknown;
  let stuck: number;
  let outbox: SignalOutbox;
  beforeEach(() => {
    sent = [];
    answer = () => ({ ok: true });
    stuck = 0;
    const connection = {
      ask: async <T>(_event: string, payload: unknown): Promise<T> => {
        const given = answer();
        if (given instanceof Error) throw given;
        sent.push((payload as { data: string }).data);
        return given as T;
      },
    };
    outbox = new SignalOutbox(connection, 'call', 'page a', () => {
      stuck += 1;
    });
  });

  it('sends in order', async () => {
    for (const data of ['1', '2', '3']) outbox.add(signal(data));
    await settled();
    expect(sent).toEqual(['1', '2', '3']);
  });

  it('keeps what could not be sent until it goes', async () => {
    answer = () => new Error('no connection');
    outbox.add(signal('1'));
    outbox.add(signal('2'));
    await settled();
    expect([sent, stuck > 0]).toEqual([[], true]);
    answer = () => ({ ok: true });
    outbox.flush();
    await settled();
    expect(sent).toEqual(['1', '2']);
  });

  it('gives up what is refused for good, and goes on with the rest', async () => {
    answer = () => problem('not-found', 404);
    outbox.add(signal('1'));
    await settled();
    answer = () => ({ ok: true });
    outbox.add(signal('2'));
    await settled();
    expect([sent, stuck]).toEqual([['1', '2'], 0]);
  });
});
