import type { StoredFlowPosition } from '../cases/case.entity.js';
import { checkUrgencyChange, pathOf } from './urgency-change.rule.js';

describe('changing the urgency', () => {
  it.each([
    ['raising needs no reason', 4, 2, null, null],
    ['lowering needs one', 2, 4, null, 'needs-reason'],
    ['blanks are no reason', 2, 4, '  ', 'needs-reason'],
    ['lowering with a reason', 2, 4, 'Bättre nu', null],
    ['the same again', 3, 3, null, 'same'],
  ] as const)('%s', (_name, from, urgency, reason, expected) => {
    expect(checkUrgencyChange(from, { urgency, reason })).toBe(expected);
  });
});

it('the path of a case names its flow, questions and rule, and no answer', () => {
  const question = (id: string) => ({ question: { id }, value: 'a secret' });
  // Only what a path is made from; the rest of a position would say nothing here.
  const path = pathOf({
    flowId: 'cough',
    flowVersion: 2,
    flowHash: 'abc',
    snapshot: {},
    kept: {},
    view: { answered: [question('now'), question('fever')], result: { rule: 'otherwise' } },
  } as unknown as StoredFlowPosition);
  expect(path).toEqual({
    flowId: 'cough',
    flowVersion: 2,
    flowHash: 'abc',
    asked: ['now', 'fever'],
    rule: 'otherwise',
  });
});
