import type { AnswerValue, QuestionKind } from '../../../contracts/index.js';
import { ageInMonths, readTyped, type Typed, ticked, typedFrom } from './typed-answer.js';

const EMPTY: Typed = { chosen: [], text: '', unit: 'days' };

describe('a typed answer', () => {
  it.each<[QuestionKind, Partial<Typed>, AnswerValue | string]>([
    ['one', { chosen: ['a'] }, 'a'],
    ['one', {}, 'fault_choose'],
    ['several', { chosen: ['a', 'b'] }, ['a', 'b']],
    ['several', {}, 'fault_choose'],
    ['scale', { chosen: ['7'] }, 7],
    ['number', { text: ' 38,5 ' }, 38.5],
    ['number', { text: 'mycket' }, 'fault_number'],
    ['duration', { text: '3', unit: 'weeks' }, { amount: 3, unit: 'weeks' }],
    ['duration', {}, 'fault_number'],
    ['date', { text: '2026-11-24' }, '2026-11-24'],
    ['date', {}, 'fault_date'],
    ['text', { text: ' ord ' }, 'ord'],
    ['text', {}, 'fault_text'],
  ])('%s %j', (kind, typed, expected) => {
    const read = readTyped({ kind }, { ...EMPTY, ...typed });
    expect(read.ok ? read.value : read.fault).toEqual(expected);
    if (read.ok) expect(readTyped({ kind }, typedFrom(read.value))).toEqual(read);
  });
});

it('"none of these" stands alone, both ways', () => {
  const text = { sv: '', en: '' };
  const options = [
    { id: 'a', text },
    { id: 'b', text },
    { id: 'none', text, exclusive: true },
  ];
  expect(ticked({ options }, ['a'], 'b')).toEqual(['a', 'b']);
  expect(ticked({ options }, ['a', 'b'], 'none')).toEqual(['none']);
  expect(ticked({ options }, ['none'], 'a')).toEqual(['a']);
  expect(ticked({ options }, ['a'], 'a')).toEqual([]);
});

it.each([
  ['35', '', 420],
  ['', '5', 5],
  ['1', '6', 18],
  ['0', '', 0],
  ['', '', null],
  ['x', '', null],
  ['200', '', null],
  ['-1', '', null],
])('an age of %s years and %s months', (years, months, expected) => {
  expect(ageInMonths(years, months)).toBe(expected);
});
