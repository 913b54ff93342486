import type { Condition } from './flow.types.js';
import { drawingInWords } from './flow-drawing.js';
import { loadFlows } from './flow-loader.js';
import { type CompiledFlow, compileFlow } from './flow-machine.rule.js';
import { type FlowReport, reportOf } from './flow-report.js';
import { FlowWords } from './flow-words.js';
import { BASE, flowFiles } from './flows/flow-files.js';

const CHECK_INS = `check-ins:
  - after: 30 minutes
    questions: [{ id: worse, yes-no: { sv: Värre?, en: Worse? }, red-flag: { yes: 2 } }]
  - after: 2 hours
    questions:
      - id: how-bad
        scale: { sv: Hur ont?, en: How bad? }
        when: { worse: yes }
        red-flag: [{ when: 8.., urgency: 3 }]
`;

let flow: CompiledFlow;
beforeAll(() => {
  const files = flowFiles();
  try {
    files.write(
      BASE.replace(
        'id: pain,',
        'id: pain, when: { alarm: none }, red-flag: [{ when: 9.., urgency: 3, if: { age: 70.. } }],',
      )
        .replace(
          'review: draft',
          'review: draft\ndoubts: [{ sv: Räcker blod?, en: Whether blood is enough. }]',
        )
        .replace('red-flag: 2', 'red-flag: emergency-department')
        .replace('rules:\n', `${CHECK_INS}rules:\n`),
    );
    const cough = loadFlows(files.directory).find(({ id }) => id === 'cough');
    if (!cough) throw new Error('The flow is not there.');
    flow = compileFlow(cough);
  } finally {
    files.remove();
  }
});

describe('a condition in words', () => {
  const question = (id: string, from: number | null, to: number | null): Condition => ({
    kind: 'range',
    question: id,
    range: { from, to },
  });
  const blood: Condition = { kind: 'option', question: 'alarm', anyOf: ['blood', 'none'] };
  it.each<[Condition, string, string]>([
    [
      blood,
      'fråga 1 (alarm): "Blod" eller "Nej, inget av det här"',
      'question 1 (alarm): "Blood" or "No, none of these"',
    ],
    [question('pain', 8, null), 'fråga 2 (pain): minst 8', 'question 2 (pain): at least 8'],
    [question('long', null, 504), 'fråga 3 (long): högst 3 veckor', 'question 3 (long): at most 3 weeks'],
    [question('long', 24, 48), 'fråga 3 (long): 1 dag–2 dagar', 'question 3 (long): 1 day–2 days'],
    [
      {
        kind: 'any',
        of: [
          { kind: 'sex', is: 'female' },
          { kind: 'all', of: [{ kind: 'pregnant', is: false }, blood] },
        ],
      },
      'kvinna eller (inte gravid och fråga 1 (alarm): "Blod" eller "Nej, inget av det här")',
      'female or (not pregnant and question 1 (alarm): "Blood" or "No, none of these")',
    ],
    [
      { kind: 'not', of: { kind: 'age', unit: 'months', range: { from: null, to: 5 } } },
      'inte (ålder högst 5 månader)',
      'not (age at most 5 months)',
    ],
  ])('%j', (condition, sv, en) => {
    expect(new FlowWords(flow.flow, 'sv').condition(condition)).toBe(sv);
    expect(new FlowWords(flow.flow, 'en').condition(condition)).toBe(en);
  });
});

describe('the report of a flow', () => {
  const report = (proof: Parameters<typeof reportOf>[1]['proof'] = null): FlowReport =>
    reportOf(flow, { patients: [], demands: [], proof }, 'sv');

  it('says whom it is for, its sources and its doubts', () => {
    expect(report()).toMatchObject({
      name: 'Hosta',
      patients: 'ålder minst 16 år',
      sources: ['1177.se: Hosta'],
      doubts: ['Räcker blod?'],
      hash: flow.flow.hash,
    });
  });

  it('says of each question when it is asked, and which answers are red flags', () => {
    const [alarm, pain] = report().questions;
    expect(alarm).toMatchObject({ number: 1, when: null });
    expect(alarm?.options).toEqual([
      { text: 'Blod', flags: ['akutmottagning nu'], signs: [], offers: [], isAlone: false },
      { text: 'Nej, inget av det här', flags: [], signs: [], offers: [], isAlone: true },
    ]);
    expect(pain).toMatchObject({
      when: 'fråga 1 (alarm): "Nej, inget av det här"',
      flags: ['minst 9: kontakt i dag, om ålder minst 70 år'],
      worse: 'mer är värre',
    });
  });

  it('says what those who wait are asked, when, which answers raise, and when silence is told', () => {
    const { checkIns, unanswered } = report();
    expect(checkIns.map(({ after }) => after)).toEqual(['30 minuter', '2 timmar']);
    expect(checkIns.flatMap(({ questions }) => questions)).toMatchObject([
      { number: 5, text: 'Värre?', options: [{ text: 'Ja', flags: ['kontakt genast'] }, { text: 'Nej' }] },
      { number: 6, when: 'fråga 5 (worse): "Ja"', flags: ['minst 8: kontakt i dag'] },
    ]);
    expect(unanswered).toContainEqual({ urgency: 3, within: '1 timme' });
  });

  it('lists red flags from the most urgent, and the rules in their order', () => {
    expect(report().redFlags).toEqual([
      { question: 1, answer: 'Blod', level: 'emergency-department', condition: null },
      { question: 2, answer: 'minst 9', level: 'today', condition: 'ålder minst 70 år' },
    ]);
    expect(report().rules.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['1', 'akutmottagning nu'],
      ['2', 'chatt med sjuksköterska, kontakt i dag'],
      ['3', 'egenvård'],
      ['annars', 'chatt med sjuksköterska, kontakt inom några dagar'],
    ]);
  });

  it('says what was proved and what failed, and nothing when nothing was', () => {
    expect(report().proved).toBeNull();
    const refuted = [{ promise: 'worse', message: 'A worse answer to pain makes the outcome calmer.' }];
    const { proved, length } = report({ longest: 4, refuted });
    expect(proved?.filter(({ holds }) => !holds)).toEqual([
      expect.objectContaining({ faults: ['A worse answer to pain makes the outcome calmer.'] }),
    ]);
    expect(length.longest).toBe(4);
  });

  it('draws questions, the ways past those not asked of all, and what decides at once', () => {
    const { boxes, arrows } = report().drawing;
    expect(boxes.filter(({ isConditional }) => isConditional).map(({ id }) => id)).toEqual(['ask pain']);
    expect(arrows).toEqual(
      expect.arrayContaining([
        { from: 'ask alarm', to: 'ask pain', text: '', kind: 'next' },
        { from: 'ask alarm', to: 'ask long', text: '', kind: 'passed' },
        { from: 'ask alarm', to: 'end emergency-department', text: '1 röd flagga', kind: 'flag' },
        { from: 'rules', to: 'end self-care', text: '3', kind: 'rule' },
      ]),
    );
    expect(drawingInWords({ boxes, arrows }, new FlowWords(flow.flow, 'en'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^1\. .*: then question 2; or past to question 3; 1 röd flagga to .+\.$/),
        expect.stringMatching(/^2\. .* \(not of all\): then question 3\.$/),
      ]),
    );
    const known = boxes.map(({ id }) => id);
    expect(arrows.every(({ from, to }) => known.includes(from) && known.includes(to))).toBe(true);
  });
});
