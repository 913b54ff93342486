import { manageWords } from '../manage/texts.js';
import { policyWords } from '../policy/texts.js';
import { actionWords } from './actions.js';
import { callWords } from './call.js';
import { consultWords } from './consult.js';
import { conversationWords } from './conversation.js';
import { deskTexts, shortSpan } from './desk-texts.js';
import { domainWords } from './domain.js';
import { patientWords } from './patient.js';
import { queueWords } from './queue.js';
import { shellWords } from './shell.js';
import { transferWords } from './transfer.js';
import { whyHereWords } from './why-here.js';

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
