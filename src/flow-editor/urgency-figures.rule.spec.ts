import type { UrgencyFigures } from '../contracts/index.js';
import { type CountedCases, figuresBy, figuresOfParts, urgencyFigures } from './urgency-figures.rule.js';

const row = (cases: number, from: number | null = null, to: number | null = null): CountedCases => ({
  flowId: 'cough',
  version: 1,
  rule: 'otherwise',
  from,
  to,
  cases,
});
const NONE: UrgencyFigures = { cases: null, raised: null, lowered: null, raisedBy: null, loweredBy: null };

describe('how often staff changed the urgency', () => {
  it.each<[string, CountedCases[], UrgencyFigures]>([
    ['no cases', [], NONE],
    ['nineteen', [row(19)], NONE],
    ['twenty that nobody changed', [row(20)], { ...NONE, cases: 20 }],
    ['nineteen of a hundred raised', [row(81), row(19, 3, 2)], { ...NONE, cases: 100 }],
    ['twenty raised', [row(80), row(20, 3, 2)], { ...NONE, cases: 100, raised: 20, raisedBy: 1 }],
    [
      'raised by one or two, together enough',
      [row(60), row(10, 4, 3), row(30, 4, 2)],
      { ...NONE, cases: 100, raised: 40, raisedBy: 1.8 },
    ],
    ['lowered', [row(30, 2, 4)], { ...NONE, cases: 30, lowered: 30, loweredBy: 2 }],
    [
      'both ways',
      [row(20, 3, 2), row(40, 3, 4)],
      { cases: 60, raised: 20, lowered: 40, raisedBy: 1, loweredBy: 1 },
    ],
    ['raised and lowered again', [row(50, 3, 3)], { ...NONE, cases: 50 }],
  ])('%s', (_what, counted, expected) => {
    expect(urgencyFigures(counted)).toEqual(expected);
  });

  it.each([
    ['one small part', [45, 5], [null, null]],
    ['one small part beside two large', [60, 45, 5], [60, null, null]],
    ['two small parts that are too few together', [60, 9, 10], [null, null, null]],
    ['two small parts that are enough together', [60, 12, 15], [60, null, null]],
    ['no small part', [60, 20], [60, 20]],
    ['a part without any', [60, 0], [60, null]],
  ])('%s cannot be told from the others and the whole', (_what, cases, expected) => {
    const rows = cases.map((count, at) => ({ ...row(count, 3, 2), rule: String(at) }));
    const parts = [...figuresOfParts(rows, ({ rule }) => rule).values()];
    expect(parts.map((part) => part.cases)).toEqual(expected);
    expect(parts.map((part) => part.raised)).toEqual(expected);
    expect(parts.map((part) => part.raisedBy)).toEqual(expected.map((count) => count && 1));
  });

  it('the parts of a whole that is left out do not add up to it', () => {
    const rows = [row(30), { ...row(25), rule: '1' }];
    const parts = figuresOfParts(rows, ({ rule }) => rule, NONE);
    expect([...parts.values()].map(({ cases }) => cases)).toEqual([30, null]);
  });

  it('is told apart by what is asked for', () => {
    const rows = [row(25, 3, 2), { ...row(30), version: 2 }, { ...row(21), rule: '1' }];
    expect(
      [...figuresBy(rows, ({ version }) => version)].map(([version, { cases }]) => [version, cases]),
    ).toEqual([
      [1, 46],
      [2, 30],
    ]);
    expect(figuresBy(rows, ({ rule }) => rule).get('1')).toEqual({ ...NONE, cases: 21 });
  });
});
