import type { PluralForms } from '../../i18n/draft-language.js';
import type { Texts } from '../../i18n/i18n.js';
import { aboutTexts } from '../texts/about.js';
import { alarmTexts } from '../texts/alarm.js';
import { commonTexts } from '../texts/common.js';
import { menuTexts } from '../texts/menu.js';
import { myCasesTexts } from '../texts/my-cases.js';
import { outcomeTexts } from '../texts/outcome.js';
import { readAloudTexts } from '../texts/read-aloud.js';
import { readingTexts } from '../texts/reading.js';
import { startTexts } from '../texts/start.js';
import { triageTexts } from '../texts/triage.js';
import { whichTexts } from '../texts/which.js';
import { ARABIC } from './arabic.js';

const DICTIONARIES: Texts[] = [
  aboutTexts,
  alarmTexts,
  commonTexts,
  menuTexts,
  myCasesTexts,
  outcomeTexts,
  readAloudTexts,
  readingTexts,
  startTexts,
  triageTexts,
  whichTexts,
];

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const formsOf = (text: string | PluralForms) => (typeof text === 'string' ? [text] : Object.values(text));

describe('the draft of Arabic', () => {
  it('translates texts that there are', () => {
    const texts = DICTIONARIES.flatMap((each) => Object.values(each));
    const known = new Set(texts.map(({ en }) => (typeof en === 'string' ? en : en.other)));
    expect(Object.keys(ARABIC.texts).filter((text) => !known.has(text))).toEqual([]);
  });

  it.each(Object.entries(ARABIC.texts))('keeps what is put into “%s”', (text, drafted) => {
    for (const form of formsOf(drafted)) {
      // A form for one or two of a thing may leave the number out.
      const allowed = typeof drafted === 'string' ? [placesIn(text)] : [placesIn(text), []];
      expect(allowed).toContainEqual(placesIn(form));
    }
  });
});
