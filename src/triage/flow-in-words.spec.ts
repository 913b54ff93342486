import type { ConditionWords } from '../contracts/flows.js';
import type { Condition, Flow, FlowDocument, Question } from './flow.types.js';
import { conditionInWords, doubtsOf, flowInWords } from './flow-in-words.js';
import { realFlows } from './flows/real-flows.js';

const question = (id: string, view: Partial<Question['view']>): Question =>
  ({
    id,
    kind: view.kind,
    view: { id, text: { sv: `${id}?`, en: `${id} in English?` }, optional: false, ...view },
  }) as Question;
const FLOW = {
  questions: [
    question('thinner', { kind: 'yes-no' }),
    question('often', {
      kind: 'one',
      options: [
        { id: 'weekly', text: { sv: 'Varje vecka', en: 'Every week' } },
        { id: 'daily', text: { sv: 'Varje dag', en: 'Every day' } },
      ],
    }),
    question('long', { kind: 'duration' }),
  ],
} as Flow;

describe('the doubts of a flow', () => {
  it('are told in both languages, and as they were written where they are older', () => {
    const both = { sv: 'Räcker blod?', en: 'Is blood enough?' };
    const older = 'Whether blood is enough.';
    expect(doubtsOf({ doubts: [both, older] } as FlowDocument)).toEqual([both, { sv: older, en: older }]);
  });
});

describe('conditions in words', () => {
  it.each<[Condition, string, string]>([
    [
      { kind: 'option', question: 'thinner', anyOf: ['no'] },
      'Fråga 1 (thinner?): ”Nej”',
      'Question 1 (thinner in English?): “No”',
    ],
    [
      { kind: 'option', question: 'often', anyOf: ['weekly', 'daily'] },
      'Fråga 2 (often?): ”Varje vecka” eller ”Varje dag”',
      'Question 2 (often in English?): “Every week” or “Every day”',
    ],
    [
      { kind: 'range', question: 'long', range: { from: 336, to: null } },
      'Fråga 3 (long?): minst 2 veckor',
      'Question 3 (long in English?): at least 2 weeks',
    ],
    [
      { kind: 'age', unit: 'years', range: { from: 75, to: null } },
      'ålder minst 75 år',
      'age at least 75 years',
    ],
  ])('%j', (condition, sv, en) => {
    expect(conditionInWords(FLOW, condition)).toEqual({ text: { sv, en } });
  });

  it('keep how they are put together', () => {
    const female: Condition = { kind: 'sex', is: 'female' };
    const text = { sv: 'kvinna', en: 'female' };
    const condition: Condition = {
      kind: 'all',
      of: [female, { kind: 'any', of: [{ kind: 'not', of: female }] }],
    };
    expect(conditionInWords(FLOW, condition)).toEqual({
      all: [{ text }, { any: [{ not: { text } }] }],
    } satisfies ConditionWords);
  });
});

describe.each([...realFlows().values()].map((flow) => [flow.flow.id, flow] as const))(
  '%s in words',
  (_id, flow) => {
    const words = flowInWords(flow);

    it('leaves out no question, option, red flag or ending', () => {
      expect(words.questions.map(({ id }) => id)).toEqual(flow.flow.questions.map(({ id }) => id));
      for (const { view, redFlags } of flow.flow.questions) {
        const said = words.questions.find(({ id }) => id === view.id);
        expect(said?.answers.flatMap((answer) => answer.redFlags)).toHaveLength(redFlags.length);
        if (view.options) expect(said?.answers).toHaveLength(view.options.length);
      }
      expect(words.endings.map(({ rule }) => rule)).toEqual(
        [...flow.endings.values()].map(({ rule }) => rule),
      );
    });

    it('leaves out no check-in, and numbers its questions on from those of triage', () => {
      const asked = flow.flow.checkIns.flatMap(({ questions }) => questions);
      const said = words.checkIns.flatMap(({ questions }) => questions);
      expect(said.map(({ id, number }) => [id, number])).toEqual(
        asked.map(({ id }, at) => [id, words.questions.length + at + 1]),
      );
      expect(said.flatMap(({ answers }) => answers.flatMap(({ redFlags }) => redFlags))).toHaveLength(
        asked.flatMap(({ redFlags }) => redFlags).length,
      );
    });

    it('is said in both languages', () => {
      const texts: unknown[] = [];
      JSON.stringify(words, (key, value) => {
        if (key === 'sv' || key === 'en') texts.push(value);
        return value;
      });
      expect(texts.filter((text) => !text || /undefined|null|NaN|\[object/.test(String(text)))).toEqual([]);
    });
  },
);
