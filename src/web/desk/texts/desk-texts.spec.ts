import { manageTexts } from '../manage/texts.js';
import { policyTexts } from '../policy/texts.js';
import { actionTexts } from './actions.js';
import { callTexts } from './call.js';
import { consultTexts } from './consult.js';
import { conversationTexts } from './conversation.js';
import { deskTexts, shortSpan } from './desk-texts.js';
import { domainTexts } from './domain.js';
import { patientTexts } from './patient.js';
import { queueTexts } from './queue.js';
import { shellTexts } from './shell.js';
import { transferTexts } from './transfer.js';
import { whyHereTexts } from './why-here.js';

const rooms = [
  shellTexts,
  domainTexts,
  queueTexts,
  conversationTexts,
  patientTexts,
  whyHereTexts,
  actionTexts,
  transferTexts,
  callTexts,
  consultTexts,
  manageTexts,
  policyTexts,
];
const strings = (text: string | { one: string; other: string }) =>
  typeof text === 'string' ? [text] : [text.one, text.other];
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('texts of the desk', () => {
  it('keep each key in one file', () => {
    const keys = rooms.flatMap((room) => Object.keys(room));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(Object.entries({ ...deskTexts, ...manageTexts, ...policyTexts }))(
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
