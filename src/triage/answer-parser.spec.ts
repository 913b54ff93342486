import fc from 'fast-check';
import {
  type AnswerValue,
  QUESTION_KINDS,
  type QuestionKind,
  type QuestionView,
} from '../contracts/triage.js';
import { parseAnswer } from './answer-parser.js';
import { shownAnswer } from './shown-answer.js';

const both = (text: string) => ({ sv: text, en: text });
const ID = '0193f0a0-0000-7000-8000-000000000001';

function question(kind: QuestionKind, more: Partial<QuestionView> = {}): QuestionView {
  const options = [
    { id: 'a', text: { sv: 'Första', en: 'First' } },
    { id: 'b', text: { sv: 'Andra', en: 'Second' } },
    { id: 'none', text: { sv: 'Nej, inget', en: 'No, none' }, exclusive: true },
  ];
  const withOptions = kind === 'one' || kind === 'several';
  return { id: 'q', kind, text: both('?'), optional: false, ...(withOptions && { options }), ...more };
}
const temperature = question('number', {
  min: 34,
  max: 43,
  step: 0.1,
  unit: { sv: 'grader', en: 'degrees' },
});
const count = question('number', { min: 0, max: 20, step: 1 });
const scale = question('scale', { min: 0, max: 10 });

describe('right answers', () => {
  const RIGHT: [QuestionView, unknown, AnswerValue, string, string][] = [
    [question('one'), 'b', 'b', 'Andra', 'Second'],
    [question('several'), ['b', 'a', 'b'], ['a', 'b'], 'Första · Andra', 'First · Second'],
    [question('several'), ['none'], ['none'], 'Nej, inget', 'No, none'],
    [question('yes-no'), 'yes', 'yes', 'Ja', 'Yes'],
    [temperature, 38.4, 38.4, '38,4 grader', '38.4 degrees'],
    [temperature, 43, 43, '43 grader', '43 degrees'],
    [count, 3, 3, '3', '3'],
    [scale, 0, 0, '0 av 10', '0 of 10'],
    [question('date'), '2024-02-29', '2024-02-29', '2024-02-29', '2024-02-29'],
    [question('duration'), { amount: 1, unit: 'weeks' }, { amount: 1, unit: 'weeks' }, '1 vecka', '1 week'],
    [
      question('duration'),
      { amount: 3, unit: 'days', more: 1 },
      { amount: 3, unit: 'days' },
      '3 dagar',
      '3 days',
    ],
    [question('text'), '  så här \n', 'så här', 'så här', 'så här'],
    [question('text'), 'x'.repeat(2_000), 'x'.repeat(2_000), 'x'.repeat(2_000), 'x'.repeat(2_000)],
    [question('image'), [ID], [ID], '1 bild', '1 picture'],
    [question('image', { optional: true }), [], null, 'Hoppade över frågan', 'Skipped the question'],
    [question('text', { optional: true }), null, null, 'Hoppade över frågan', 'Skipped the question'],
  ];
  it.each(RIGHT)('%j takes %j', (asked, sent, value, sv, en) => {
    expect(parseAnswer(asked, sent)).toEqual({ ok: true, value });
    expect(shownAnswer(asked, value)).toEqual({ sv, en });
  });
});

describe('wrong answers', () => {
  const WRONG: [QuestionView, unknown, string][] = [
    [question('one'), 'c', 'Choose one of the answers.'],
    [question('one'), ['a'], 'Choose one of the answers.'],
    [question('several'), 'a', 'Choose among the answers of the question.'],
    [question('several'), ['a', 'c'], 'Choose among the answers of the question.'],
    [question('several'), [], 'Choose at least one answer.'],
    [question('several'), ['a', 'none'], '"No, none" can only be chosen alone.'],
    [question('yes-no'), true, 'Answer yes or no.'],
    [temperature, 44, 'Answer with a number from 34 to 43.'],
    [temperature, '38', 'Answer with a number from 34 to 43.'],
    [temperature, Number.NaN, 'Answer with a number from 34 to 43.'],
    [temperature, 38.45, 'Answer in steps of 0.1.'],
    [count, 1.5, 'Answer with a whole number.'],
    [scale, 11, 'Answer with a number from 0 to 10.'],
    [question('date'), '2023-02-29', 'Write a date, for example 2026-03-31.'],
    [question('date'), '31/3 2026', 'Write a date, for example 2026-03-31.'],
    [question('date'), '2026-99-99', 'Write a date, for example 2026-03-31.'],
    [
      question('duration'),
      { amount: 0, unit: 'days' },
      'Answer with a whole number from 1 to 999 and hours, days, weeks, months or years.',
    ],
    [
      question('duration'),
      { amount: 2, unit: 'decades' },
      'Answer with a whole number from 1 to 999 and hours, days, weeks, months or years.',
    ],
    [question('text'), '   ', 'Write a few words.'],
    [question('text'), 'x'.repeat(2_001), 'Write at most 2000 characters.'],
    [question('image'), [], 'Add a picture.'],
    [question('image'), ['../secret'], 'Add at most 5 pictures.'],
    [question('image'), [ID, ID], 'Add at most 5 pictures.'],
    [question('text'), null, 'The question needs an answer.'],
  ];
  it.each(WRONG)('%j refuses %j', (asked, sent, message) => {
    const parsed = parseAnswer(asked, sent);
    expect(parsed).toMatchObject({ ok: false, message: { en: message } });
  });

  it('never throw, whatever is sent; what is taken is taken again the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTION_KINDS), fc.boolean(), fc.anything(), (kind, optional, sent) => {
        const asked = question(kind, { optional, ...(kind === 'number' && { min: 0, max: 9 }) });
        const parsed = parseAnswer(asked, sent);
        if (parsed.ok) expect(parseAnswer(asked, parsed.value)).toEqual(parsed);
        else expect(parsed.message.sv.length * parsed.message.en.length).toBeGreaterThan(0);
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });
});
