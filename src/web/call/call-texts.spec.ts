import { guestTexts } from '../guest/texts.js';
import { ringTexts } from '../widget/call/texts.js';
import { callTexts } from './call-texts.js';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each([
  ['of calls', callTexts],
  ['of ringing', ringTexts],
  ['of guests', guestTexts],
])('texts %s', (_room, texts) => {
  it.each(Object.entries(texts))(
    '%s says the same in both languages, without shouting',
    (_key, { sv, en }) => {
      for (const said of [sv, en]) {
        expect(said.trim()).not.toBe('');
        expect(said).not.toMatch(/!|\.\.\./);
      }
      expect(names(en)).toEqual(names(sv));
    },
  );
});
