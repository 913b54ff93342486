import { setTimeout as pause } from 'node:timers/promises';

describe('the next file', () => {
  it('is played to its end', () => pause(500));
});
