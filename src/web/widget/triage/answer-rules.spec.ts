import type { AnswerValue, QuestionKind, QuestionView } from '../../../contracts/index.js';
import { readAnswer, type Typed, toggled, typedFrom } from './answer-rules.js';

const TODAY = '2026-11-24';
const question = (kind: QuestionKind, more: Partial<QuestionView> = {}): QuestionView => ({
  id: 'q',
  kind,
  text: { sv: 'Fråga', en: 'Question' },
  optional: false,
  ...more,
});
const typed = (more: Partial<Typed>): Typed => ({ ...typedFrom(undefined), ...more });

describe('readAnswer', () => {
  it.each<[QuestionView, Partial<Typed>, AnswerValue]>([
    [question('one'), { choice: 'a' }, 'a'],
    [question('yes-no'), { choice: 'no' }, 'no'],
    [question('several'), { choices: ['a', 'b'] }, ['a', 'b']],
    [question('number', { min: 34, max: 43, step: 0.1 }), { text: ' 38,4 ' }, 38.4],
    [question('number'), { text: '7' }, 7],
    [question('scale'), { text: '0' }, 0],
    [question('date'), { text: TODAY }, TODAY],
    [question('number', { min: 34, max: 43, step: 0.1 }), { text: '٣٨٫٤' }, 38.4],
    [question('duration'), { text: '3', unit: 'weeks' }, { amount: 3, unit: 'weeks' }],
    [question('duration'), { text: '700' }, { amount: 700, unit: 'days' }],
    [question('duration'), { text: '３５' }, { amount: 35, unit: 'days' }],
    [question('text'), { text: ' hej ' }, 'hej'],
    [question('image'), { images: ['i'] }, ['i']],
  ])('reads %j', (asked, fields, value) => {
    expect(readAnswer(asked, typed(fields), TODAY)).toEqual({ ok: true, value });
  });

  it.each<[QuestionView, Partial<Typed>, string]>([
    [question('one'), {}, 'chooseOne'],
    [question('several'), {}, 'chooseSome'],
    [question('number'), { text: 'trettioåtta' }, 'writeNumber'],
    [question('number'), { text: '' }, 'writeNumber'],
    [question('number', { min: 34, max: 43 }), { text: '50' }, 'numberRange'],
    [question('number', { min: 0 }), { text: '2,5' }, 'numberStep'],
    [question('scale'), {}, 'chooseOne'],
    [question('date'), { text: '24/11' }, 'writeDate'],
    [question('date'), { text: '2026-11-25' }, 'dateNotFuture'],
    [question('duration'), { text: '2,5' }, 'writeDuration'],
    [question('duration'), { text: '0' }, 'writeDuration'],
    [question('duration'), { text: '1000' }, 'writeDuration'],
    [question('text'), { text: '  ' }, 'writeText'],
    [question('image'), {}, 'addAnImage'],
  ])('says what is missing in %j', (asked, fields, problem) => {
    expect(readAnswer(asked, typed(fields), TODAY)).toEqual({ ok: false, problem });
  });

  it.each<[QuestionView, AnswerValue]>([
    [question('one'), 'a'],
    [question('several'), ['a', 'b']],
    [question('number', { step: 0.5 }), 38.5],
    [question('scale'), 4],
    [question('date'), '2026-11-01'],
    [question('duration'), { amount: 2, unit: 'hours' }],
    [question('text'), 'hej'],
    [question('image'), ['i']],
  ])('gives the fields back as they were for %j', (asked, value) => {
    expect(readAnswer(asked, typedFrom(value), TODAY)).toEqual({ ok: true, value });
  });
});

describe('toggled', () => {
  const options = [
    { id: 'a', text: { sv: 'a', en: 'a' } },
    { id: 'b', text: { sv: 'b', en: 'b' } },
    { id: 'none', text: { sv: 'inget', en: 'none' }, exclusive: true },
  ];
  it('lets "none of these" stand alone, both ways', () => {
    expect(toggled(options, ['a', 'b'], 'none')).toEqual(['none']);
    expect(toggled(options, ['none'], 'a')).toEqual(['a']);
    expect(toggled(options, ['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(options, ['a', 'b'], 'a')).toEqual(['b']);
  });
});
