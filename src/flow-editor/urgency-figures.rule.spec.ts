import type { UrgencyFigures } from '../contracts/index.js';
import { type CountedCases, figuresBy, urgencyFigures } from './urgency-figures.rule.js';

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
