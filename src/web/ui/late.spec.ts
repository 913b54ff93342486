import { LateError, loadLate } from './late.js';

describe('loadLate', () => {
  const failing = (times: number) => {
    let left = times;
    return async () => {
      left -= 1;
      if (left >= 0) throw new TypeError('Failed to fetch');
      return 'here';
    };
  };
  const waited: number[] = [];
  const pause = async (ms: number) => {
    waited.push(ms);
  };
  beforeEach(() => waited.splice(0));

  it.each([0, 1, 3])('has it after %d lost files', async (times) => {
    await expect(loadLate(failing(times), pause)).resolves.toBe('here');
    expect(waited).toHaveLength(times);
  });

  it('says so when it does not come, and waits longer each time', async () => {
    await expect(loadLate(failing(9), pause)).rejects.toBeInstanceOf(LateError);
    expect(waited).toEqual(waited.toSorted((a, b) => a - b));
  });
});
