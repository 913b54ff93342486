import { isWrittenFor, writtenForIfBornAfter } from './guardian.rule.js';

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

it('a query finds the same children', () => {
  const day = 86_400_000;
  for (const now of [
    '2025-02-28T12:00:00Z',
    '2024-02-29T12:00:00Z',
    '2026-11-24T23:30:00Z',
    '2026-04-30T12:00:00Z',
  ]) {
    const at = new Date(now);
    const bornAfter = writtenForIfBornAfter(at);
    for (let days = 12 * 365; days < 14 * 365; days += 1) {
      const born = new Date(at.getTime() - days * day).toISOString().slice(0, 10);
      expect([now, born, born > bornAfter]).toEqual([now, born, isWrittenFor(born, at)]);
    }
  }
});
