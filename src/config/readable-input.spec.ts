import fc from 'fast-check';
import { unreadableParts } from './readable-input.js';

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
const fieldsOf = (value: unknown) => unreadableParts(value, 'body').map(({ field }) => field);

describe('what no description could take', () => {
  it.each<[string, unknown, string[]]>([
    ['NUL in a text', { text: 'a\0b' }, ['text']],
    ['half a character', { text: 'a\ud800b' }, ['text']],
    ['the other half', { text: '\udc00' }, ['text']],
    ['deep inside', { text: { sv: 'x', en: ['\0'] } }, ['text.en.0']],
    ['a name of its own', JSON.parse('{"__proto__":{"a":1},"b":"x"}'), ['__proto__']],
    ['a constructor', { constructor: 1 }, ['constructor']],
    ['NUL in a name', { 'a\0': 1 }, ['a']],
    ['nesting past twenty levels', { deep: nested(20) }, ['deep']],
    ['a text alone', 'a\0b', ['body']],
    ['nothing wrong', { text: 'Hej 👋', list: [1, null, true], deep: nested(19) }, []],
    ['bytes', { file: Buffer.from('a\0b') }, []],
  ])('%s', (_name, value, fields) => {
    expect(fieldsOf(value)).toEqual(fields);
  });

  it('is found in any depth without exhausting the stack', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(fieldsOf({ deep })).toEqual(['deep']);
  });

  it('is not found in what PostgreSQL stores', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fieldsOf({ text: text.replaceAll('\0', '') })).toEqual([]);
      }),
    );
  });
});
