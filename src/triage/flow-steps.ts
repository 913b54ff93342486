import type { AnswerValue } from '../contracts/triage.js';
import { applies, type Known, looksAt } from './conditions.rule.js';
import type { FlagUrgency, Flow, Question } from './flow.types.js';
import { sampleAnswers } from './flow-samples.js';
import { floorOf, questionsAbove } from './red-flags.rule.js';

/** A flow with what is derived from it once. */
export interface FlowIndex {
  flow: Flow;
  questions: ReadonlyMap<string, Question>;
  /** By the urgency of a red flag found: the questions that are still asked after it. */
  above: Readonly<Record<FlagUrgency, ReadonlySet<string>>>;
  /**
   * By the place of a question: which questions decide whether later ones are asked and, when it is one of them, the
   * answers that they tell apart.
   */
  later: readonly { ids: string[]; answers: AnswerValue[] | null }[];
}

/** Derives what is needed to step through a flow. */
export function indexFlow(flow: Flow): FlowIndex {
  return {
    flow,
    questions: new Map(flow.questions.map((question) => [question.id, question])),
    above: {
      1: questionsAbove(flow, 1),
      2: questionsAbove(flow, 2),
      3: questionsAbove(flow, 3),
      4: questionsAbove(flow, 4),
    },
    later: laterOf(flow),
  };
}

/**
 * Whether a question is asked after these answers: it applies and, once a red flag was found, it could still
 * show something more urgent. So red flags of urgency 1 and 2 decide at once (the loader ensures that nothing
 * more urgent is asked after them); one of 3 or 4 never hides a worse one that would have come later. `floor`
 * is the most urgent level that the red flags among the answers require.
 */
export function isAsked(
  index: FlowIndex,
  question: Question,
  known: Known,
  floor: FlagUrgency | null,
): boolean {
  return applies(question, known) && (floor === null || index.above[floor].has(question.id));
}

/** The most questions that can still be asked after these answers, whatever the next answers are. */
export function mostQuestionsLeft(index: FlowIndex, known: Known): number {
  const { questions } = index.flow;
  const floor = floorOf(known);
  const seen = new Map<string, number>();

  const most = (answers: Known['answers'], from: number): number => {
    const now = { ...known, answers };
    const position = questions.findIndex(
      (question, at) => at >= from && !(question.id in answers) && isAsked(index, question, now, floor),
    );
    const question = questions[position];
    const later = index.later[position];
    if (!question || !later) return 0;
    const key = `${position} ${JSON.stringify(later.ids.map((id) => answers[id]))}`;
    const before = seen.get(key);
    if (before !== undefined) return before;
    const nexts = later.answers?.map((value) => ({ ...answers, [question.id]: value })) ?? [answers];
    const count = 1 + Math.max(...nexts.map((next) => most(next, position + 1)));
    seen.set(key, count);
    return count;
  };
  return most(known.answers, 0);
}

function laterOf({ questions }: Flow): FlowIndex['later'] {
  return questions.map((own, position) => {
    const conditions = questions.slice(position + 1).flatMap(({ when }) => (when ? [when] : []));
    const looks = conditions.map(looksAt);
    const facts = looks.flatMap((look) => look.facts);
    const named = looks.flatMap((look) => look.questions);
    const ids = questions
      .filter(({ id, fact }) => named.includes(id) || (fact && facts.includes(fact)))
      .map(({ id }) => id);
    return { ids, answers: ids.includes(own.id) ? sampleAnswers(own, conditions) : null };
  });
}
