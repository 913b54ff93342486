import { servedKey } from './served-key.js';

it.each([
  ['reviewed', true, false, 'served'],
  ['reviewed', false, false, 'servedNext'],
  ['draft', false, false, 'notServed'],
  ['changed', false, false, 'notServed'],
  ['draft', true, false, 'servedUntil'],
  ['draft', true, true, 'served'],
] as const)('%s, served: %s, with drafts: %s', (state, served, draftsServed, expected) => {
  expect(servedKey({ served, review: { state } }, draftsServed)).toBe(expected);
});
