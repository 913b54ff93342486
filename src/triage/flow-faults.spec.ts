import { join } from 'node:path';
import { loadFlows } from './flow-loader.js';
import { BASE, FLOW, faultsOf, flowFiles } from './flows/flow-files.js';

let files: ReturnType<typeof flowFiles>;
beforeEach(() => {
  files = flowFiles();
});
afterEach(() => files.remove());

describe('a flow file with a fault', () => {
  /** What is changed in the file, the line of the change, and what the fault says. */
  const FAULTS: [string, [string, string], number, string][] = [
    ['no YAML', ['questions:', 'questions: ['], 8, 'This is not YAML'],
    ['a key twice', ['version: 1', 'version: 1\nversion: 2'], 3, 'This is not YAML'],
    ['a field missing', ['review: draft\n', ''], 1, '"review" is missing'],
    ['no sources', ["sources: ['1177.se: Hosta']\n", ''], 1, '"sources" is missing: name the guidelines'],
    [
      'an ATC code of another form',
      ['id: blood, sv: Blod', 'id: blood, atc: N02-A, sv: Blod'],
      11,
      '"atc" is not written right',
    ],
    ['an unknown field', ['version: 1', 'version: 1\ncolour: red'], 3, '"colour" is not known here'],
    [
      'a review without date',
      ['review: draft', 'review: reviewed by Ada'],
      3,
      'reviewed by NAME on YYYY-MM-DD',
    ],
    ['English missing', ['sv: Blod, en: Blood', 'sv: Blod'], 11, '"en" is missing'],
    ['a doubt in one language', ['version: 1', 'version: 1\ndoubts: [{ en: Mild? }]'], 3, '"sv" is missing'],
    ['Swedish missing in a text', ['now: { sv: Nu, en: Now }', 'now: { en: Now }'], 26, '"sv" is missing'],
    [
      'quotation marks that people would see',
      ['now: { sv: Nu, en: Now }', `now: { sv: "'Nu'", en: Now }`],
      26,
      'no quotation marks of its own',
    ],
    [
      'an id that is not the name of the folder',
      ['id: cough', 'id: coughing'],
      1,
      "must be the folder's name: cough",
    ],
    [
      'an approval of a version to come',
      [
        'version: 1',
        'approved-calmer: [{ version: 2, from: today, to: days, by: Ada, why: Mild }]\nversion: 1',
      ],
      2,
      'It approves version 2, but this is version 1',
    ],
    [
      'an approval of what is no calmer',
      [
        'version: 1',
        'approved-calmer: [{ version: 2, from: days, to: today, by: Ada, why: Mild }]\nversion: 2',
      ],
      2,
      'today is no calmer than days',
    ],
    ['an age that runs backwards', ['16..', '16..15'], 5, 'runs backwards'],
    ['for nobody', ['age: 16..', 'age: 16.., age-months: ..20'], 5, 'No patient fits'],
    ['a range written wrong', ['age: 16..', 'age: 16-'], 5, 'a range such as'],
    [
      'an unknown shared part',
      ['shared/none', 'shared/nine'],
      12,
      'shared/nine is not in shared/. It has shared/none',
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
    [
      'a choice that the region does not have',
      ['{ id: pain,', '{ id: pain, when: { region-swollen-foot: today },'],
      13,
      'The region has no choice region-swollen-foot. The choices are region-swollen-leg,',
    ],
    [
      'an option that a choice does not have',
      ['{ id: pain,', '{ id: pain, when: { region-swollen-leg: today },'],
      13,
      'today is no option of region-swollen-leg. The options are emergency-department, health-centre.',
    ],
    ['a question named as a choice', ['id: long', 'id: region-long'], 14, 'a meaning of its own'],
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
      'a loop: two questions that wait for each other',
      [
        '- { id: pain, scale: { sv: Ont?, en: Pain? } }\n  - { id: long,',
        '- { id: pain, when: { long: 3 weeks.. }, scale: { sv: Ont?, en: Pain? } }\n  - { id: long, when: { pain: 3.. },',
      ],
      13,
      'long is asked later',
    ],
    [
      'a loop: a question that waits for itself',
      ['{ id: pain,', '{ id: pain, when: { pain: 3.. },'],
      13,
      'pain is asked later',
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
      31,
      'No outcome shows the text more',
    ],
    ['two outcomes in one', ['self-care: rest', 'self-care: rest, emergency-call: go'], 22, 'exactly one of'],
    ['a chat without advice', ['urgency: 3, advice: wait', 'urgency: 3'], 20, '"advice" is missing'],
    [
      'a kind beside a chat',
      ['advice: wait', 'advice: wait, kind: nurse-visit'],
      20,
      '"kind" does not belong with chat',
    ],
    [
      'no otherwise',
      ['  - otherwise: { chat: nurse, urgency: 4, advice: wait }\n', ''],
      21,
      'last rule must be otherwise',
    ],
    [
      'self-care for what is left over',
      ['otherwise: { chat: nurse, urgency: 4, advice: wait }', 'otherwise: { self-care: rest }'],
      23,
      'otherwise never ends in self-care',
    ],
    [
      'the mild above the grave',
      [
        '      - use: shared/none',
        '      - { id: faint, sv: S, en: F, red-flag: 1 }\n      - use: shared/none',
      ],
      12,
      'faint is more dangerous than blood above it',
    ],
    [
      'an order of answers that is none',
      ['id: pain,', 'id: pain, worse: [a, b],'],
      13,
      'worse is more or less',
    ],
    [
      'an unknown competence',
      ['chat: nurse, urgency: 3', 'chat: doctor, urgency: 3'],
      20,
      'must be one of nurse',
    ],
    [
      'a shared option that is not there',
      ['id: pain,', 'id: pain, only: [a],'],
      13,
      'only for questions with options',
    ],
    ['no word of what', ['- { id: long,', '- { use: shared/course, id: long,'], 14, 'asks "what of"'],
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
  ];

  it.each(FAULTS)('refuses %s', (_, [from, to], line, message) => {
    expect(BASE).toContain(from);
    files.write(BASE.replace(from, to));
    const faults = faultsOf(() => loadFlows(files.directory));
    const found = faults.find((fault) => fault.message.includes(message));
    expect({ faults, found }).toMatchObject({ found: { file: join(files.directory, FLOW), line } });
  });
});
