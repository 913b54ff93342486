import type { AnswerValue } from '../contracts/triage.js';
import { evaluate, type Known, type Truth } from './conditions.rule.js';
import type { Condition, ConditionDocument, PatientFacts } from './flow.types.js';
import { readCondition } from './flow-document.js';
import { madeUpFlow, nurse, yesNo } from './flows/made-up-flow.js';
import { parseDurationRange, parseRange } from './ranges.js';

const both = (text: string) => ({ sv: text, en: text });
const option = (id: string) => ({ id, ...both(id) });
const { questions, flow } = madeUpFlow(
  [
    yesNo('cough'),
    { id: 'where', one: both('where'), options: [option('left'), option('right')] },
    {
      id: 'signs',
      several: both('signs'),
      options: [option('a'), option('b'), option('c'), { ...option('none'), exclusive: true }],
    },
    { id: 'pain', scale: both('pain') },
    { id: 'long', duration: both('long') },
    yesNo('only-left', { when: { where: 'left' } }),
  ],
  [{ otherwise: nurse(3) }],
);
const kinds = new Map(flow.questions.map((question) => [question.id, question.kind]));
const nobody: PatientFacts = { ageMonths: 30 * 12 + 11, sex: null, pregnant: null };

function truth(
  written: ConditionDocument,
  answers: Record<string, AnswerValue> = {},
  facts: Partial<PatientFacts> = {},
): Truth {
  const known: Known = { questions, facts: { ...nobody, ...facts }, answers };
  return evaluate(readCondition(written, kinds), known);
}

describe('conditions', () => {
  const CASES: [ConditionDocument, Record<string, AnswerValue>, Truth][] = [
    [{ cough: 'yes' }, { cough: 'yes' }, true],
    [{ cough: 'yes' }, { cough: 'no' }, false],
    [{ where: 'left' }, { where: 'left' }, true],
    [{ where: ['left', 'right'] }, { where: 'right' }, true],
    [{ signs: 'a' }, { signs: ['a', 'b'] }, true],
    [{ signs: ['c', 'b'] }, { signs: ['a', 'b'] }, true],
    [{ signs: 'c' }, { signs: ['a', 'b'] }, false],
    [{ pain: '8..' }, { pain: 8 }, true],
    [{ pain: '8..' }, { pain: 7 }, false],
    [{ pain: '..3' }, { pain: 3 }, true],
    [{ pain: '3..5' }, { pain: 6 }, false],
    [{ pain: 5 }, { pain: 5 }, true],
    [{ long: '3 weeks..' }, { long: { amount: 21, unit: 'days' } }, true],
    [{ long: '3 weeks..' }, { long: { amount: 20, unit: 'days' } }, false],
    [{ long: '..2 days' }, { long: { amount: 48, unit: 'hours' } }, true],
    [{ long: '1 day..1 week' }, { long: { amount: 1, unit: 'months' } }, false],
    [{ cough: 'yes', pain: '8..' }, { cough: 'yes', pain: 7 }, false],
    [{ any: [{ cough: 'yes' }, { pain: '8..' }] }, { cough: 'no', pain: 9 }, true],
    [{ all: [{ signs: 'a' }, { signs: 'b' }] }, { signs: ['a'] }, false],
    [{ not: { cough: 'yes' } }, { cough: 'no' }, true],
    // Skipped: no comparison holds.
    [{ pain: '0..' }, { pain: null }, false],
    [{ not: { pain: '8..' } }, { pain: null }, true],
    // Not asked although it applies: not known, unless the condition around it settles the result.
    [{ cough: 'yes' }, {}, 'unknown'],
    [{ not: { cough: 'yes' } }, {}, 'unknown'],
    [{ any: [{ cough: 'yes' }, { pain: '8..' }] }, { pain: 9 }, true],
    [{ all: [{ cough: 'yes' }, { pain: '8..' }] }, { pain: 1 }, false],
    // Does not apply: no comparison holds.
    [{ 'only-left': 'yes' }, { where: 'right' }, false],
    [{ not: { 'only-left': 'yes' } }, { where: 'right' }, true],
  ];
  it.each(CASES)('%j with %j is %s', (written, answers, expected) => {
    expect(truth(written, answers)).toBe(expected);
  });

  it('look at facts; age in whole years and months', () => {
    expect(truth({ age: '30' })).toBe(true);
    expect(truth({ age: '31..' })).toBe(false);
    expect(truth({ 'age-months': '371' })).toBe(true);
    expect(truth({ 'age-months': '..2' }, {}, { ageMonths: 2 })).toBe(true);
    expect(truth({ 'age-months': '..2' }, {}, { ageMonths: 3 })).toBe(false);
    expect(truth({ sex: 'female' }, {}, { sex: 'female' })).toBe(true);
    expect(truth({ sex: 'female' })).toBe(false);
    expect(truth({ pregnant: 'no' }, {}, { pregnant: false })).toBe(true);
  });
});

describe('ranges', () => {
  it.each([
    ['8..', { from: 8, to: null }],
    ['..37.9', { from: null, to: 37.9 }],
    ['-3..7', { from: -3, to: 7 }],
    [5, { from: 5, to: 5 }],
    ['..', null],
    ['', null],
    ['7..3', null],
    ['1..2..3', null],
    ['a..', null],
    ['8 ..9x', null],
  ])('%j', (written, range) => {
    expect(parseRange(written)).toEqual(range);
  });

  it.each([
    ['3 weeks..', { from: 504, to: null }],
    ['..2 days', { from: null, to: 48 }],
    ['1 day..1 month', { from: 24, to: 720 }],
    ['12 hours', { from: 12, to: 12 }],
    ['3..', null],
    ['3 moons..', null],
    ['2 weeks..3 days', null],
  ])('%j', (written, range) => {
    expect(parseDurationRange(written)).toEqual(range);
  });
});

describe('a choice of the region', () => {
  const condition: Condition = { kind: 'choice', name: 'swollen-leg', anyOf: ['health-centre'] };
  it.each([
    ['as by default', undefined, false],
    ['as by default, other things chosen', { cystitis: 'chat' }, false],
    ['chosen', { 'swollen-leg': 'health-centre' }, true],
  ] as const)('is looked at %s', (_, choices, expected) => {
    const facts = { ageMonths: 600, sex: null, pregnant: null, choices };
    expect(evaluate(condition, { questions: new Map(), facts, answers: {} })).toBe(expected);
  });
});
