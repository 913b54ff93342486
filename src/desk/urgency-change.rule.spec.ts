import { checkUrgencyChange } from './urgency-change.rule.js';

describe('changing the urgency', () => {
  it.each([
    ['raising needs no reason', 4, 2, null, null],
    ['lowering needs one', 2, 4, null, 'needs-reason'],
    ['blanks are no reason', 2, 4, '  ', 'needs-reason'],
    ['lowering with a reason', 2, 4, 'Bättre nu', null],
    ['the same again', 3, 3, null, 'same'],
  ] as const)('%s', (_name, from, to, reason, expected) => {
    expect(checkUrgencyChange(from, to, reason)).toBe(expected);
  });
});
