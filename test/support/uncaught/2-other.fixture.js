import { setTimeout as pause } from 'node:timers/promises';

describe('the next file', () => {
  it('finds all as it was', () => {
    expect(process.env.OF_A_FILE ?? globalThis.ofAFile).toBe(undefined);
    expect(fetch).not.toBe(null);
  });
  it('is played to its end', () => pause(500));
});
