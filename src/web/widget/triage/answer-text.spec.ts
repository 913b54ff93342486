import type { AnswerValue, QuestionView } from '../../../contracts/index.js';
import { translator } from '../../i18n/i18n.js';
import { timeTexts } from '../../i18n/time-texts.js';
import { triageTexts } from '../texts/triage.js';
import { answerText } from './answer-text.js';

const OPTIONS = [
  { id: 'often', text: { sv: 'Kissar ofta och lite i taget', en: 'Passes a little urine often' } },
  { id: 'pregnant', text: { sv: 'Gravid', en: 'Pregnant' } },
];

function shown(kind: QuestionView['kind'], value: AnswerValue, language: 'sv' | 'en' = 'sv'): string {
  const question: QuestionView = {
    id: 'q',
    kind,
    text: { sv: 'Fråga', en: 'Question' },
    optional: false,
    options: OPTIONS.map((option) => ({ ...option, exclusive: false })),
  };
  const time = timeTexts(language, () => new Date('2026-11-24T10:00:00.000Z'));
  return answerText({ question, value }, translator(triageTexts, language), time);
}

describe('an answer as residents read it', () => {
  it.each([
    [1, 'days', '1 dag', '1 day'],
    [2, 'days', '2 dagar', '2 days'],
    [1, 'hours', '1 timme', '1 hour'],
    [1, 'weeks', '1 vecka', '1 week'],
    [1, 'months', '1 månad', '1 month'],
    [1, 'years', '1 år', '1 year'],
  ] as const)('%i %s', (amount, unit, sv, en) => {
    expect(shown('duration', { amount, unit })).toBe(sv);
    expect(shown('duration', { amount, unit }, 'en')).toBe(en);
  });

  it('keeps answers apart that have commas of their own', () => {
    expect(shown('several', ['often', 'pregnant'])).toBe('Kissar ofta och lite i taget · Gravid');
  });
});
