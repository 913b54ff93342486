import { readSought, searchWords } from './search-text.rule.js';

const NOW = new Date('2026-11-24T09:00:00Z');

describe('what staff search for', () => {
  it.each([
    ['19850709-9805', 'number'],
    ['850709 9805', 'number'],
    ['0f8fad5b', 'case'],
    ['0F8FAD5B-d9cb-469f', 'case'],
    ['12345678-1234-1234-1234-123456789012', 'case'],
    ['Samir', 'words'],
    ['19850709', 'words'],
    ['ont i halsen', 'words'],
  ])('reads %s as a %s', (text, kind) => {
    expect(readSought(text, NOW)?.kind).toBe(kind);
  });

  it.each(['', '  ', 'ab', 'a b c', "'; --", '%%%', '&|!:*'])('finds nothing to look for in %j', (text) => {
    expect(readSought(text, NOW)).toBeNull();
  });

  it('reads the beginning of an id as all ids that begin so', () => {
    expect(readSought('0F8FAD5B-d', NOW)).toEqual({
      kind: 'case',
      first: '0f8fad5b-d000-0000-0000-000000000000',
      last: '0f8fad5b-dfff-ffff-ffff-ffffffffffff',
    });
  });

  it('keeps at most six words, of letters and digits only, each once', () => {
    expect(searchWords("Ont, ont i 'halsen':* & ÖRAT | en tre fyra fem")).toEqual([
      'ont',
      'i',
      'halsen',
      'örat',
      'en',
      'tre',
    ]);
  });
});
