import type { AnswerValue } from '../contracts/index.js';
import { playFlow } from '../triage/flow-play.js';
import { sampleAnswers, sampleFacts } from '../triage/flow-samples.js';
import { realFlows } from '../triage/flows/real-flows.js';
import { tryFlow } from './try-out.rule.js';

const flows = realFlows();
const backPain = flows.get('back-pain');
const adult = { ageMonths: 35 * 12, sex: 'female', pregnant: null } as const;
if (!backPain) throw new Error('There is no flow back-pain');
const answered = (answers: Record<string, AnswerValue>) => new Map(Object.entries(answers));

describe('a try-out', () => {
  it('stands at the first question that has no answer', () => {
    const tried = tryFlow(backPain, adult, new Map());
    expect(tried).toMatchObject({ ok: true, view: { answered: [], result: null } });
    const first = tried.ok ? tried.view.question?.id : null;
    expect(first).toBe(backPain.flow.questions[0]?.id);
  });

  it('leaves out answers to questions that are not asked, and says what is wrong with one that is', () => {
    const first = backPain.flow.questions[0]?.id ?? '';
    expect(tryFlow(backPain, adult, answered({ 'no-such-question': 'yes' }))).toMatchObject({
      ok: true,
      view: { answered: [] },
    });
    expect(tryFlow(backPain, adult, answered({ [first]: 'no such answer' }))).toMatchObject({
      ok: false,
      questionId: first,
      error: { code: 'wrong-answer' },
    });
  });

  it('tells when the flow is not for that patient', () => {
    const cough = flows.get('cough');
    if (!cough) throw new Error('There is no flow cough');
    expect(tryFlow(cough, { ...adult, ageMonths: 5 }, new Map())).toMatchObject({
      ok: false,
      error: { code: 'not-for-this-patient' },
    });
  });
});

it.each([...flows].slice(0, 20))(
  'of %s ends where the service would, for each first and last answer',
  (_id, flow) => {
    const [facts] = sampleFacts(flow.flow.fits, []);
    if (!facts) throw new Error('The flow is for nobody');
    for (const at of [0, -1]) {
      const given: Record<string, AnswerValue> = {};
      const { result, asked } = playFlow(flow, facts, (id) => {
        const question = flow.questions.get(id);
        const value = question ? (sampleAnswers(question, []).at(at) ?? null) : null;
        given[id] = value;
        return value;
      });
      const tried = tryFlow(flow, facts, answered(given));
      if (!tried.ok) throw new Error(tried.error.message.en);
      expect(tried.view.result).toEqual(result);
      expect(tried.view.answered.map(({ question }) => question.id)).toEqual(asked);
    }
  },
);
