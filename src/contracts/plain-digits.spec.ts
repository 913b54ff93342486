import { plainDigits } from './plain-digits.js';

const ZEROS = ['0', '٠', '۰', '०', '০', '๐', '０', '𝟎', '𝟶'];

describe('plainDigits', () => {
  it.each(ZEROS)('reads the ten digits that begin with %s', (zero) => {
    const first = zero.codePointAt(0) ?? 0;
    const digits = Array.from({ length: 10 }, (_, value) => String.fromCodePoint(first + value)).join('');
    expect(plainDigits(digits)).toBe('0123456789');
  });

  it.each([
    ['٣٥', '35'],
    ['３５ år', '35 år'],
    ['38,٤', '38,4'],
    ['', ''],
    ['½', '1⁄2'],
  ])('%j is %j', (written, read) => {
    expect(plainDigits(written)).toBe(read);
  });
});
