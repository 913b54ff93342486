import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flowDirectory } from './flow-schema.js';
import { realFlows } from './flows/real-flows.js';
import { isReached, loadSafetyRules, unmetDemands } from './safety-rules.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rules-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function rulesWith(when: string) {
  writeFileSync(
    join(directory, 'safety-rules.yaml'),
    `words: {}
rules:
  - id: fever-in-a-baby
    text: A baby with fever
    why: It may be grave.
    source: A handbook
    demands:
      - { least: 2, when: { sign: fever, age-months: ..2 } }
      - { least: 3, when: ${when} }
`,
  );
  return loadSafetyRules(directory);
}

describe('safety rules', () => {
  it('of the project are right', () => {
    expect(loadSafetyRules(flowDirectory()).faults).toEqual([]);
  });

  it.each([
    '{ sign: fever, age: 3.., age-months: ..12 }',
    '{ sign: fever, not: { sign: fever } }',
    '{ all: [{ sex: male }, { any: [{ sex: female }, { all: [{ pregnant: yes }, { pregnant: no }] }] }] }',
    '{ sex: male, pregnant: yes }',
    '{ sign: [fever, chills], not: { sign: [fever, chills] } }',
  ])('that nobody can ever meet are refused with file and line: %s', (when) => {
    expect(rulesWith(when).faults).toEqual([
      {
        file: join(directory, 'safety-rules.yaml'),
        line: 9,
        message: 'Nobody can ever meet this demand of fever-in-a-baby: its parts shut each other out.',
      },
    ]);
  });

  it.each([
    '{ sign: [fever, chills], not: { sign: fever } }',
    '{ sign: fever, age: 3.., age-months: ..40 }',
    '{ any: [{ sex: male }, { pregnant: yes }], not: { age: ..12 } }',
  ])('that somebody can meet are kept: %s', (when) => {
    expect(rulesWith(when).faults).toEqual([]);
  });

  it.each([
    ['a range that runs backwards', '{ age: 5..3 }', 9, '5..3 runs backwards'],
    ['an unknown fact', '{ weight: 5.. }', 9, '"weight" is not known here'],
  ])('with %s are refused', (_, when, line, message) => {
    expect(rulesWith(when).faults).toEqual(
      expect.arrayContaining([expect.objectContaining({ line, message: expect.stringContaining(message) })]),
    );
  });

  it('of the project can each be met in some flow', () => {
    const flows = [...realFlows().values()].map(({ flow }) => flow);
    expect(unmetDemands(flowDirectory(), loadSafetyRules(flowDirectory()).rules, flows)).toEqual([]);
  });

  it.each([
    ['{ sign: three-heads }', 'no answer has the sign three-heads'],
    ['{ all: [{ sign: fever }, { sign: three-heads }] }', 'no answer has the sign three-heads'],
    [
      '{ all: [{ sign: button-battery-swallowed }, { sign: insulin-out }] }',
      'no single flow asks about all the signs that it needs together',
    ],
  ])('that no flow can meet are refused with file, line and what is missing: %s', (when, why) => {
    const flows = [...realFlows().values()].map(({ flow }) => flow);
    expect(unmetDemands(directory, rulesWith(when).rules, flows)).toEqual([
      {
        file: join(directory, 'safety-rules.yaml'),
        line: 9,
        message: `No flow can meet demand 2 of fever-in-a-baby: ${why}. Tag the options that say it, or take the demand away.`,
      },
    ]);
  });

  it('reach a flow that asks about what they look at', () => {
    const [demand] = rulesWith('{ sign: chills }').rules.demands;
    if (!demand) throw new Error('The rule is not there.');
    expect(isReached(demand.when, new Set(['fever']))).toBe(true);
    expect(isReached(demand.when, new Set(['chills']))).toBe(false);
  });
});
