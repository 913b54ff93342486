import { jest } from '@jest/globals';
import { asProblemError, ownProblem } from './api.js';
import { backoffMs, keepTrying } from './keep-trying.js';

const pause = async () => undefined;

describe('keepTrying', () => {
  it('waits out what may pass and tells of it each time', async () => {
    const work = jest
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(ownProblem('away', ''))
      .mockRejectedValueOnce(ownProblem('timeout', ''))
      .mockResolvedValue('done');
    const onWaiting = jest.fn();
    await expect(keepTrying(work, { pause, onWaiting })).resolves.toBe('done');
    expect(onWaiting).toHaveBeenCalledTimes(2);
  });

  it('gives up at once what was refused', async () => {
    const refused = asProblemError({
      type: 'urn:slussen:problem:wrong-state',
      title: '',
      status: 409,
      detail: '',
    });
    const work = jest.fn<() => Promise<string>>().mockRejectedValue(refused);
    await expect(keepTrying(work, { pause })).rejects.toBe(refused);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('stops when nobody wants the answer any more', async () => {
    const stop = new AbortController();
    const work = jest.fn<() => Promise<string>>().mockRejectedValue(ownProblem('away', ''));
    const trying = keepTrying(work, { signal: stop.signal, pause: async () => stop.abort() });
    await expect(trying).rejects.toMatchObject({ code: 'away' });
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('backoffMs', () => {
  it('grows and stays within 18 seconds', () => {
    const calm = [0, 1, 2, 3, 4, 10].map((attempt) => backoffMs(attempt, () => 0.5));
    expect(calm).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(backoffMs(30, () => 1)).toBe(18_000);
  });
});
