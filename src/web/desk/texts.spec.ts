import { transferWords } from './actions/transfer-words.js';
import { actionWords } from './actions/words.js';
import { callWords } from './call/words.js';
import { consultWords } from './consult/words.js';
import { conversationWords } from './conversation/words.js';
import { manageWords } from './manage/words.js';
import { whyHereWords } from './patient/why-here-words.js';
import { patientWords } from './patient/words.js';
import { policyWords } from './policy/words.js';
import { queueWords } from './queue/words.js';
import { domainWords } from './shell/domain-words.js';
import { shellWords } from './shell/words.js';
import { deskTexts, shortSpan } from './texts.js';

const rooms = [
  shellWords,
  domainWords,
  queueWords,
  conversationWords,
  patientWords,
  whyHereWords,
  actionWords,
  transferWords,
  callWords,
  consultWords,
  manageWords,
  policyWords,
];
const strings = (text: string | { one: string; other: string }) =>
  typeof text === 'string' ? [text] : [text.one, text.other];
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('words of the desk', () => {
  it('keep each key in one room', () => {
    const keys = rooms.flatMap((room) => Object.keys(room));
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  it.each(Object.entries({ ...deskTexts, ...manageWords, ...policyWords }))(
    '%s says the same in both languages, without shouting',
    (_key, text) => {
      for (const said of [...strings(text.sv), ...strings(text.en)]) {
        expect(said.trim()).not.toBe('');
        expect(said).not.toMatch(/!|\.\.\./);
      }
      const asked = (language: 'sv' | 'en') => [...new Set(strings(text[language]).flatMap(names))].sort();
      expect(asked('en')).toEqual(asked('sv'));
    },
  );
});

describe('a short span', () => {
  it.each([
    [0, '0 min', '0 min'],
    [12.9, '12 min', '12 min'],
    [60, '1 tim', '1 hr'],
    [200, '3 tim 20 min', '3 hr 20 min'],
    [24 * 60, '1 dygn', '1 day'],
    [51 * 60, '2 dygn 3 tim', '2 days 3 hr'],
    [-3, '0 min', '0 min'],
  ])('%s minutes', (minutes, sv, en) => {
    const plain = (text: string) => text.replace(/ /g, ' ');
    expect(plain(shortSpan(minutes, 'sv'))).toBe(sv);
    expect(plain(shortSpan(minutes, 'en'))).toBe(en);
  });
});
