import { initialTransition, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import type { AnswerEvent } from './flow-machine.rule.js';
import { madeUpFlow, nurse, yesNo } from './flows/made-up-flow.js';

const facts = { ageMonths: 480, sex: null, pregnant: null };
const { machine, endings } = madeUpFlow(
  [
    yesNo('worst', { 'red-flag': { yes: 1 } }),
    yesNo('alarm', { 'red-flag': { yes: 2 } }),
    yesNo('more', { when: { alarm: 'no', age: '18..' } }),
  ],
  [
    { when: { alarm: 'yes' }, outcome: { 'emergency-department': 'advice' } },
    { when: { more: 'yes' }, outcome: nurse(3) },
    { otherwise: nurse(4) },
  ],
);
const answers: AnswerEvent[] = ['worst', 'alarm', 'more'].flatMap((question) =>
  ['yes', 'no'].map((value): AnswerEvent => ({ type: 'answer', question, value })),
);

describe('the machine of a flow', () => {
  it('has questions and outcomes as states; an ending that a rule always takes is not there', () => {
    expect([...endings.keys()]).toEqual(['end:rule-1', 'end:rule-2', 'end:otherwise', 'end:red-flag-1']);
    expect(Object.keys(machine.states)).toEqual([
      '(start)',
      'ask:worst',
      'ask:alarm',
      'ask:more',
      ...endings.keys(),
    ]);
  });

  it('is stepped purely, without any action left to run', () => {
    const [first, begun] = initialTransition(machine, facts);
    const [next, actions] = transition(machine, first, { type: 'answer', question: 'worst', value: 'no' });
    expect([first.value, next.value, begun, actions]).toEqual(['ask:worst', 'ask:alarm', [], []]);
    expect(next.context).toEqual({ facts, answers: { worst: 'no' } });
    expect(first.context.answers).toEqual({});
  });

  it('takes the answer of a question that is called start', () => {
    const own = madeUpFlow([yesNo('start', { 'red-flag': { yes: 1 } })], [{ otherwise: nurse(4) }]);
    const [first] = initialTransition(own.machine, facts);
    const [next] = transition(own.machine, first, { type: 'answer', question: 'start', value: 'yes' });
    expect(next.value).toBe('end:red-flag-1');
  });

  it('ignores an answer to another question than the one asked', () => {
    const [first] = initialTransition(machine, facts);
    const [same] = transition(machine, first, { type: 'answer', question: 'more', value: 'yes' });
    expect([same.value, same.context.answers]).toEqual(['ask:worst', {}]);
  });

  it('can be walked by the graph tools: every question and every ending is reached', () => {
    const paths = getShortestPaths(machine, { input: facts, events: answers });
    const reached = new Set(paths.map(({ state }) => String(state.value)));
    expect([...reached].sort()).toEqual(
      Object.keys(machine.states)
        .filter((name) => name !== '(start)')
        .sort(),
    );
    expect(paths.every(({ state, steps }) => state.status !== 'done' || steps.length <= 4)).toBe(true);
  });
});
