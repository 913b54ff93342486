import { jest } from '@jest/globals';
import { FakeSocket } from './fake-socket.js';
import { LiveConnection } from './live-connection.js';

describe('LiveConnection', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function page() {
    const window = new EventTarget();
    const document = new EventTarget() as EventTarget & { visibilityState: string };
    document.visibilityState = 'visible';
    return {
      window: window as unknown as Window,
      document: document as unknown as Document,
      events: { window, document },
    };
  }

  it('says connecting at first, away after a while, live when open', () => {
    const socket = new FakeSocket();
    socket.reachable = false;
    const connection = new LiveConnection({ socket });
    expect(connection.state).toBe('connecting');
    jest.advanceTimersByTime(6000);
    expect(connection.state).toBe('away');
    socket.open();
    expect(connection.state).toBe('live');
    connection.close();
  });

  it('comes back when the server closed it', () => {
    const socket = new FakeSocket();
    const connection = new LiveConnection({ socket });
    socket.active = false;
    socket.cut();
    expect(connection.state).toBe('away');
    jest.advanceTimersByTime(4000);
    expect(connection.state).toBe('live');
    connection.close();
  });

  it('knocks again after a refusal only if that is worth it', async () => {
    const socket = new FakeSocket();
    socket.reachable = false;
    const answers = [true, false];
    const onRefused = jest.fn(async () => answers.shift() ?? false);
    const connection = new LiveConnection({ socket, onRefused });
    const refuse = () => {
      socket.active = false;
      socket.hear('connect_error', Object.assign(new Error('no'), { data: { type: 'urn:x', status: 401 } }));
    };
    refuse();
    await jest.advanceTimersByTimeAsync(4000);
    expect(socket.connects).toBe(2);
    expect(onRefused).toHaveBeenCalledWith({ type: 'urn:x', status: 401 });
    refuse();
    await jest.advanceTimersByTimeAsync(20_000);
    expect(socket.connects).toBe(2);
    connection.close();
  });

  it('reconnects when the network or the page comes back', () => {
    const socket = new FakeSocket();
    const { events, ...where } = page();
    const connection = new LiveConnection({ socket, page: where });
    socket.cut();
    events.window.dispatchEvent(new Event('online'));
    expect(connection.state).toBe('live');
    socket.cut();
    events.window.dispatchEvent(new Event('pageshow'));
    expect(connection.state).toBe('live');
    const opened = jest.fn();
    connection.onOpen(opened);
    (where.document as unknown as { visibilityState: string }).visibilityState = 'hidden';
    events.document.dispatchEvent(new Event('visibilitychange'));
    jest.advanceTimersByTime(60_000);
    (where.document as unknown as { visibilityState: string }).visibilityState = 'visible';
    events.document.dispatchEvent(new Event('visibilitychange'));
    // Once for being open already, once because the page came back: its feeds ask what they have missed.
    expect(opened.mock.calls).toEqual([[true], [false]]);
    connection.close();
  });

  it('gives up an answer when the connection is cut, and does not wait for the time limit', async () => {
    const socket = new FakeSocket();
    const connection = new LiveConnection({ socket });
    const asked = connection.ask('x', {});
    socket.cut();
    await expect(asked).rejects.toMatchObject({ code: 'away' });
    await expect(connection.ask('x', {})).rejects.toMatchObject({ code: 'away' });
    connection.close();
  });

  describe('while the server cannot store', () => {
    let stored: boolean;
    let socket: FakeSocket;
    let connection: LiveConnection;
    const away = { type: 'urn:slussen:problem:database-away', title: '', status: 503, detail: '' };
    beforeEach(() => {
      stored = false;
      socket = new FakeSocket((event, _payload, ack) =>
        setTimeout(
          () => ack(stored || event === 'typing' ? { ok: true } : { ok: false, problem: away }),
          1000,
        ),
      );
      connection = new LiveConnection({ socket });
    });
    afterEach(() => connection.close());

    it('is away, asks again soon, and is live when it can', async () => {
      connection.onOpen(() => void connection.ask('case:watch', {}));
      await jest.advanceTimersByTimeAsync(30_000);
      expect(connection.state).toBe('away');
      const asked = socket.sent.length;
      expect(asked).toBeGreaterThan(5);
      stored = true;
      await jest.advanceTimersByTimeAsync(5000);
      expect(connection.state).toBe('live');
      await jest.advanceTimersByTimeAsync(30_000);
      // Once because it was time, once because all is well again.
      expect(socket.sent.length).toBe(asked + 2);
    });

    it('lets all ask again as soon as one thing is stored', async () => {
      const opened = jest.fn();
      void connection.ask('message:send', {});
      await jest.advanceTimersByTimeAsync(1500);
      connection.onOpen(opened);
      stored = true;
      void connection.ask('message:seen', {});
      await jest.advanceTimersByTimeAsync(1100);
      expect(connection.state).toBe('live');
      expect(opened.mock.calls).toEqual([[true], [false]]);
    });

    it('is not taken for well because what is only passed on gets through', async () => {
      connection.onOpen(() => void connection.ask('case:watch', {}));
      await jest.advanceTimersByTimeAsync(2000);
      void connection.ask('typing', {});
      await jest.advanceTimersByTimeAsync(3000);
      expect(connection.state).toBe('away');
    });

    it('is forgotten when nobody needs to store any more', async () => {
      void connection.ask('message:send', {});
      await jest.advanceTimersByTimeAsync(2000);
      expect(connection.state).toBe('away');
      await jest.advanceTimersByTimeAsync(4000);
      expect(connection.state).toBe('live');
    });
  });

  it('a refusal of one request says nothing about the connection', async () => {
    const socket = new FakeSocket((_event, _payload, ack) =>
      ack({
        ok: false,
        problem: { type: 'urn:slussen:problem:wrong-state', title: '', status: 409, detail: '' },
      }),
    );
    const connection = new LiveConnection({ socket });
    await connection.ask('message:send', {});
    expect(connection.state).toBe('live');
    connection.close();
  });
});
