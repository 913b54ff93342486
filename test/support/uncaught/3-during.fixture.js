import { setTimeout as pause } from 'node:timers/promises';

let fail;
// Belongs to no test: it was begun before there was any.
new Promise((resolve) => {
  fail = resolve;
}).then(() => {
  throw new Error('nobody listens');
});

describe('a file that goes on', () => {
  it('has nothing to do with it', () => undefined);
  it('is the one that runs', async () => {
    fail();
    await pause(50);
  });
  it('rejects something of its own', async () => {
    Promise.reject(new Error('its own fault'));
    await pause(50);
  });
});
