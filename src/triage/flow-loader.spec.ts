import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlowFileError, loadFlows, parseStoredFlow } from './flow-loader.js';
import { flowDirectory } from './flow-schema.js';
import { realFlow, realFlows } from './flows/play-flow.js';

const BASE = `id: cough
version: 1
review: draft
reason: { sv: Hosta, en: Cough, line: { sv: Hosta, en: Cough }, codes: { icd10se: R05 } }
for: { age: 16.. }
words: { sv: [hosta], en: [cough] }
questions:
  - id: alarm
    several: { sv: Något av det här?, en: Any of this? }
    options:
      - { id: blood, sv: Blod, en: Blood, red-flag: 2 }
      - use: shared/none
  - { id: pain, scale: { sv: Ont?, en: Pain? } }
  - { id: long, duration: { sv: Hur länge?, en: How long? } }
  - { id: story, text: { sv: Berätta, en: Tell }, optional: true }
rules:
  - when: { alarm: blood }
    outcome: { emergency-department: go }
  - when: { pain: 8.. }
    outcome: { chat: nurse, urgency: 3, advice: wait }
  - otherwise: { self-care: rest }
texts:
  go: &text
    now: { sv: Nu, en: Now }
    why: { sv: Därför, en: Why }
    steps: [{ sv: Steg, en: Step }]
    watch-for: [{ sv: Se upp, en: Watch }]
  wait: *text
  rest: *text
`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'flows-'));
  for (const name of ['shared.yaml', 'general.yaml']) {
    writeFileSync(join(directory, name), readFileSync(join(flowDirectory(), name)));
  }
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(text: string, name = 'cough.yaml'): void {
  writeFileSync(join(directory, name), text);
}

function faultsOf(load: () => unknown): { file: string; line: number; message: string }[] {
  try {
    load();
  } catch (error) {
    if (error instanceof FlowFileError) return error.faults;
    throw error;
  }
  return [];
}

describe('loading flows', () => {
  it('reads every flow of the project', () => {
    expect([...realFlows().keys()]).toEqual(expect.arrayContaining(['back-pain', 'general']));
  });

  it('reads a right file', () => {
    write(BASE);
    const [cough] = loadFlows(directory);
    expect(cough).toMatchObject({ id: 'cough', version: 1, fits: { years: { from: 16, to: null } } });
    expect(cough?.questions.map((question) => question.id)).toEqual(['alarm', 'pain', 'long', 'story']);
    expect(cough?.otherwise).toEqual({ outcome: 'self-care', urgency: 5, competence: 'nurse', text: 'rest' });
  });

  /** What is changed in the file, the line it stands on, and what the fault says. */
  const FAULTS: [string, [string, string], number, string][] = [
    ['no YAML', ['questions:', 'questions: ['], 8, 'This is not YAML'],
    ['a key twice', ['version: 1', 'version: 1\nversion: 2'], 3, 'This is not YAML'],
    ['a field missing', ['review: draft\n', ''], 1, '"review" is missing'],
    ['an unknown field', ['version: 1', 'version: 1\ncolour: red'], 3, '"colour" is not known here'],
    [
      'a review without date',
      ['review: draft', 'review: reviewed by Ada'],
      3,
      'reviewed by NAME on YYYY-MM-DD',
    ],
    ['English missing', ['sv: Blod, en: Blood', 'sv: Blod'], 11, '"en" is missing'],
    ['Swedish missing in a text', ['now: { sv: Nu, en: Now }', 'now: { en: Now }'], 24, '"sv" is missing'],
    ['an id that is not the file name', ['id: cough', 'id: coughing'], 1, "must be the file's name: cough"],
    ['an age that runs backwards', ['16..', '16..15'], 5, 'runs backwards'],
    ['for nobody', ['age: 16..', 'age: 16.., age-months: ..20'], 5, 'No patient fits'],
    ['a range written wrong', ['age: 16..', 'age: 16-'], 5, 'a range such as'],
    [
      'an unknown shared part',
      ['shared/none', 'shared/nine'],
      12,
      'shared/nine is not in shared.yaml. It has shared/none',
    ],
    [
      'two kinds',
      ['id: pain, scale:', 'id: pain, text: { sv: A, en: B }, scale:'],
      13,
      'needs exactly one of',
    ],
    ['an id twice', ['id: pain', 'id: alarm'], 13, 'already a question alarm'],
    ['an id that means something else', ['id: long', 'id: age'], 14, 'a meaning of its own'],
    [
      'an option twice',
      ['- use: shared/none', '- { id: blood, sv: B, en: B }\n      - use: shared/none'],
      12,
      'already has an option blood',
    ],
    ['no way to say none', ['- use: shared/none', '- { id: b, sv: B, en: B }'], 10, 'none of these'],
    [
      'a red flag that can be passed over',
      ['    options:', '    optional: true\n    options:'],
      10,
      'cannot be passed over',
    ],
    [
      'a unit on a scale',
      ['{ id: pain,', '{ id: pain, unit: { sv: A, en: B },'],
      13,
      '"unit" is only for number',
    ],
    ['a number without bounds', ['id: pain, scale:', 'id: pain, number:'], 13, 'needs min and max'],
    ['a red flag urgency of 5', ['red-flag: 2', 'red-flag: 5'], 11, 'must be one of 1, 2, 3, 4'],
    [
      'a red flag in the wrong form',
      ['{ id: pain,', '{ id: pain, red-flag: { yes: 2 },'],
      13,
      'A scale writes red-flag: [{ when: 40..',
    ],
    [
      'a question looked at too early',
      ['{ id: pain,', '{ id: pain, when: { long: 3 weeks.. },'],
      13,
      'long is asked later',
    ],
    [
      'an unknown question',
      ['pain: 8..', 'paine: 8..'],
      19,
      'no question paine. The questions are alarm, pain',
    ],
    [
      'an unknown option',
      ['{ alarm: blood }', '{ alarm: blod }'],
      17,
      'blod is no option of alarm. The options are blood, none',
    ],
    [
      'a scale compared with an option',
      ['pain: 8..', 'pain: much'],
      19,
      'compare it with a range such as 8..',
    ],
    ['a number it can never be', ['pain: 8..', 'pain: 11..'], 19, 'lies outside what pain can be (0–10)'],
    ['a duration without unit', ['pain: 8..', 'long: 3..'], 19, 'a range such as 3 weeks..'],
    ['a free text in a condition', ['pain: 8..', 'story: yes'], 19, 'for staff to read'],
    [
      'a fact nobody asks for',
      ['pain: 8..', 'pregnant: yes'],
      19,
      'put "- use: shared/pregnant" before this',
    ],
    [
      'an unknown text',
      ['emergency-department: go', 'emergency-department: went'],
      18,
      'no text went in texts',
    ],
    [
      'a text nobody sees',
      ['  wait: *text', '  wait: *text\n  more: *text'],
      30,
      'No outcome shows the text more',
    ],
    ['two outcomes in one', ['self-care: rest', 'self-care: rest, emergency-call: go'], 21, 'exactly one of'],
    ['a chat without advice', ['urgency: 3, advice: wait', 'urgency: 3'], 20, '"advice" is missing'],
    [
      'a kind beside a chat',
      ['advice: wait', 'advice: wait, kind: nurse-visit'],
      20,
      '"kind" does not belong with chat',
    ],
    [
      'no otherwise',
      ['  - otherwise: { self-care: rest }', '  - when: { pain: 5.. }\n    outcome: { self-care: rest }'],
      21,
      'last rule must be otherwise',
    ],
    [
      'rules after otherwise',
      ['  - when: { pain: 8.. }\n    outcome: {', '  - otherwise: {'],
      19,
      'otherwise must be the last',
    ],
    ['a rule read in vain', ['  - when: { pain: 8.. }', '  - when: { alarm: blood }'], 19, 'same condition'],
    ['a rule that always fits', ['{ pain: 8.. }', '{ age: 16.. }'], 19, 'always fits'],
    [
      'a rule that can never fit',
      ['{ pain: 8.. }', '{ pain: 8.., not: { pain: 5.. } }'],
      19,
      'can never fit',
    ],
    [
      'a red flag whose rule is too weak',
      ['{ emergency-department: go }', '{ self-care: go }'],
      8,
      'would be passed over',
    ],
    [
      'the worst asked too late',
      ['{ id: pain,', '{ id: pain, red-flag: [{ when: 10, urgency: 1 }],'],
      13,
      'Ask pain before alarm',
    ],
  ];

  it.each(FAULTS)('refuses %s', (_, [from, to], line, message) => {
    expect(BASE).toContain(from);
    write(BASE.replace(from, to));
    const faults = faultsOf(() => loadFlows(directory));
    const found = faults.find((fault) => fault.message.includes(message));
    expect({ faults, found }).toMatchObject({ found: { file: join(directory, 'cough.yaml'), line } });
  });

  it('refuses a path that is too long, however it branches', () => {
    const more = Array.from({ length: 11 }, (_, at) => `  - { id: q${at}, yes-no: { sv: A, en: B } }\n`).join(
      '',
    );
    const fork =
      '  - { id: f1, when: { q0: yes }, yes-no: { sv: A, en: B } }\n  - { id: f2, when: { q0: no }, yes-no: { sv: A, en: B } }\n';
    write(
      BASE.replace('rules:', `${more}rules:`).replace(
        '  - { id: story, text: { sv: Berätta, en: Tell }, optional: true }\n',
        '',
      ),
    );
    expect(faultsOf(() => loadFlows(directory))).toEqual([]);
    write(BASE.replace('rules:', `${more}${fork}rules:`));
    expect(faultsOf(() => loadFlows(directory))).toMatchObject([
      { line: 7, message: expect.stringContaining('longest path has 16') },
    ]);
  });

  it('names every fault of every file', () => {
    write(BASE.replace('alarm: blood', 'alarm: blod').replace('pain: 8..', 'pane: 8..'));
    write(
      BASE.replace('id: cough', 'id: other').replace('self-care: rest', 'self-care: nothing'),
      'other.yaml',
    );
    const faults = faultsOf(() => loadFlows(directory));
    expect(faults.map(({ file, line }) => [file.slice(directory.length + 1), line])).toEqual([
      ['cough.yaml', 17],
      ['cough.yaml', 19],
      ['other.yaml', 21],
      ['other.yaml', 29],
    ]);
  });

  it('refuses a wrong shared.yaml, self-care in the general flow, and no general flow', () => {
    const general = readFileSync(join(directory, 'general.yaml'), 'utf8');
    write(
      general.replace(
        'otherwise: { chat: nurse, urgency: 3, advice: today }',
        'otherwise: { self-care: today }',
      ),
      'general.yaml',
    );
    expect(faultsOf(() => loadFlows(directory))).toMatchObject([
      { message: 'The general flow never ends in self-care.' },
    ]);
    rmSync(join(directory, 'general.yaml'));
    expect(faultsOf(() => loadFlows(directory))).toMatchObject([
      { message: expect.stringContaining('add general.yaml') },
    ]);
    write('questions: {}\noptions: {}\n', 'shared.yaml');
    expect(faultsOf(() => loadFlows(directory))).toMatchObject([
      { message: '"texts" is missing in the file.' },
    ]);
  });
});

describe('a flow that is stored', () => {
  const { flow } = realFlow('back-pain');

  it('comes back the same from JSON, with the same hash', () => {
    expect(parseStoredFlow(JSON.parse(JSON.stringify(flow.document)))).toEqual(flow);
  });

  it('has another hash when anything in it changes, also what it uses of shared.yaml', () => {
    const general = readFileSync(join(directory, 'general.yaml'), 'utf8');
    const shared = readFileSync(join(directory, 'shared.yaml'), 'utf8');
    const hash = () => loadFlows(directory)[0]?.hash;
    const before = hash();
    write(shared.replace('sv: Hur ont gör det just nu?', 'sv: Hur ont gör det?'), 'shared.yaml');
    const withOther = hash();
    write(shared, 'shared.yaml');
    write(`${general}# a comment\n`, 'general.yaml');
    expect(withOther).not.toBe(before);
    expect(hash()).toBe(before);
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['a part of one', { id: 'back-pain' }],
    ['one with an unknown text', { ...flow.document, texts: {} }],
    ['one with an unresolved use', { ...flow.document, questions: [{ use: 'shared/fever' }] }],
  ])('is refused when it is %s', (_, json) => {
    expect(faultsOf(() => parseStoredFlow(json)).length).toBeGreaterThan(0);
  });
});
