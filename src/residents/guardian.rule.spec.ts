import { isWrittenFor } from './guardian.rule.js';

describe('isWrittenFor', () => {
  it.each([
    ['a baby', '2026-02-14', true],
    ['the day before turning thirteen', '2013-11-25', true],
    ['on the thirteenth birthday', '2013-11-24', false],
    ['an adult', '1991-06-15', false],
  ])('%s', (_name, born, expected) => {
    expect(isWrittenFor(born, new Date('2026-11-24T12:00:00Z'))).toBe(expected);
  });
});
