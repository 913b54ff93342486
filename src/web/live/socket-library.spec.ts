import { SocketLibrary } from './socket-library.js';

// Only that it is handed on is looked at; the library itself opens connections.
const LIBRARY = { io: 'the library' } as unknown as typeof import('socket.io-client');

describe('SocketLibrary', () => {
  it('is fetched once for all who ask, and never said to be missing when it comes', async () => {
    let loads = 0;
    const library = new SocketLibrary({
      load: async () => {
        loads += 1;
        return LIBRARY;
      },
    });
    const told: boolean[] = [];
    library.subscribe(() => told.push(library.missing));
    expect(await Promise.all([library.get(), library.get()])).toEqual([LIBRARY, LIBRARY]);
    expect([loads, told]).toEqual([1, []]);
  });

  it('is tried for until it comes, and said to be missing meanwhile', async () => {
    let left = 3;
    const pauses: number[] = [];
    const library = new SocketLibrary({
      load: async () => {
        left -= 1;
        if (left >= 0) throw new Error('lost');
        return LIBRARY;
      },
      pause: async (ms) => void pauses.push(ms),
    });
    const told: boolean[] = [];
    const stop = library.subscribe(() => told.push(library.missing));
    expect(await library.get()).toBe(LIBRARY);
    expect(told).toEqual([true, true, true, false]);
    expect(pauses).toHaveLength(3);
    expect(pauses[2]).toBeGreaterThan(pauses[0] ?? 0);
    stop();
  });
});
