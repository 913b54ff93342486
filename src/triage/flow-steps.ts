import type { AnswerValue } from '../contracts/triage.js';
import { applies, comparisons, type Known, looksAt, truthAtAge } from './conditions.rule.js';
import type { FlagLevel, Flow, PatientFacts, Question } from './flow.types.js';
import { askingConditions, sampleAnswers } from './flow-samples.js';
import { floorsOf, questionsAbove } from './red-flags.rule.js';

/** A flow with what is derived from it once. */
export interface FlowIndex {
  flow: Flow;
  questions: ReadonlyMap<string, Question>;
  /** The questions that are still asked of a patient of this age after a red flag of this level. */
  above(level: FlagLevel, ageMonths: number): ReadonlySet<string>;
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
    above: aboveOf(flow),
    later: laterOf(flow),
  };
}

function aboveOf(flow: Flow): FlowIndex['above'] {
  const ages = [...askingConditions(flow), ...flow.rules.map((rule) => rule.when)]
    .flatMap(comparisons)
    .filter((part) => part.kind === 'age');
  const found = new Map<string, ReadonlySet<string>>();
  return (level, ageMonths) => {
    // Patients whom no condition tells apart by age are one.
    const key = [level, ...ages.map((age) => Number(truthAtAge(age, ageMonths)))].join(' ');
    const above = found.get(key) ?? questionsAbove(flow, level, ageMonths);
    found.set(key, above);
    return above;
  };
}

/**
 * Whether a question is asked after these answers: it applies and, once a red flag was found, it could still
 * show something more urgent. So a red flag of 112 decides at once, and no other hides a worse one that would have
 * come later. `floor` is the most urgent level of the red flags before the question.
 */
export function isAsked(
  index: FlowIndex,
  question: Question,
  known: Known,
  floor: FlagLevel | null,
): boolean {
  return (
    applies(question, known) && (floor === null || index.above(floor, known.facts.ageMonths).has(question.id))
  );
}

/** The most questions that can still be asked after these answers, whatever the next answers are. */
export function mostQuestionsLeft(index: FlowIndex, known: Known): number {
  return mostFrom(index, known, 0, floorsOf(known));
}

/** The most questions that this patient can be asked after a red flag of this level at a question. */
export function mostQuestionsAfter(
  index: FlowIndex,
  facts: PatientFacts,
  at: number,
  level: FlagLevel,
): number {
  const known = { questions: index.questions, facts, answers: {} };
  return mostFrom(
    index,
    known,
    at + 1,
    index.flow.questions.map(() => level),
  );
}

/** From a place on, with the most urgent red flag before each place. */
function mostFrom(index: FlowIndex, known: Known, from: number, floors: (FlagLevel | null)[]): number {
  const { questions } = index.flow;
  const seen = new Map<string, number>();

  const most = (answers: Known['answers'], next: number): number => {
    const now = { ...known, answers };
    const position = questions.findIndex(
      (question, at) =>
        at >= next && !(question.id in answers) && isAsked(index, question, now, floors[at] ?? null),
    );
    const question = questions[position];
    const later = index.later[position];
    if (!question || !later) return 0;
    const key = `${position} ${JSON.stringify(later.ids.map((id) => answers[id]))}`;
    const before = seen.get(key);
    if (before !== undefined) return before;
    const ways = later.answers?.map((value) => ({ ...answers, [question.id]: value })) ?? [answers];
    const count = 1 + Math.max(...ways.map((way) => most(way, position + 1)));
    seen.set(key, count);
    return count;
  };
  return most(known.answers, from);
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
