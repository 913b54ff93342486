import { NoticeAssembler, partsOf } from './notice-parts.js';

describe('parts of a text', () => {
  it.each([
    ['nothing', ''],
    ['a word', 'Hej'],
    ['the longest message in the widest script', '𠮷'.repeat(2_000)],
    ['the longest message of characters that JSON writes at length', '\u0001'.repeat(4_000)],
  ])('bring %s whole, each short enough for PostgreSQL', (_what, text) => {
    const parts = partsOf({ text });
    for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThan(8_000);
    const reader = new NoticeAssembler<{ text: string }>();
    const read = parts.map((part) => reader.take(part));
    expect(read.at(-1)).toEqual({ text });
    expect(read.slice(0, -1).every((each) => each === null)).toBe(true);
  });

  it('are left alone when the beginning was not heard', () => {
    const [, ...rest] = partsOf({ text: 'å'.repeat(8_000) });
    const reader = new NoticeAssembler();
    expect(rest.map((part) => reader.take(part))).toEqual(rest.map(() => null));
    expect(reader.take('')).toBeNull();
    expect(reader.take(partsOf({ text: 'Hej' })[0] ?? '')).toEqual({ text: 'Hej' });
  });
});
