import { csv } from './csv.js';

describe('csv', () => {
  it.each([
    ['plain', ['a', '1'], 'a,1\r\n'],
    ['what must be quoted', ['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
    ['a formula', ['=1+1', '+x', '@sum', '\tx'], "'=1+1,'+x,'@sum,'\tx\r\n"],
    ['a number below zero', ['-1.5', '-x'], "-1.5,'-x\r\n"],
    ['nothing', [''], '\r\n'],
  ])('%s', (_what, row, text) => {
    expect(csv([row])).toBe(text);
  });
});
