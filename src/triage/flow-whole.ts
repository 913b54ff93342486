import type { AnswerValue } from '../contracts/triage.js';
import { comparisons, evaluate, type Known, looksAt } from './conditions.rule.js';
import {
  type Condition,
  EMERGENCY_DEPARTMENT,
  type Finding,
  type Flow,
  MOST_QUESTIONS,
  type Question,
  type RedFlag,
} from './flow.types.js';
import { askingConditions, sampleAnswers, sampleFacts } from './flow-samples.js';
import { type FlowIndex, indexFlow, mostQuestionsAfter, mostQuestionsLeft } from './flow-steps.js';
import { isEnough, levelOf } from './red-flags.rule.js';

/**
 * Rules with more combinations are not checked for fitting always or never; the flow's own tests still run.
 */
const MOST_COMBINATIONS = 20_000;

/** Faults that show only in a flow as a whole: its order, its routes, its length. */
export function wholeFindings(flow: Flow): Finding[] {
  if (sampleFacts(flow.fits, []).length === 0) {
    return [
      { path: ['for'], message: 'No patient fits all of this; check age, age-months, sex and pregnant.' },
    ];
  }
  const index = indexFlow(flow);
  return [...checkOrder(index), ...checkRoutes(flow), ...checkRules(flow), ...checkLength(flow)];
}

/** Whoever needs help at once is asked little more: the most questions after a red flag of this level. */
const MOST_AFTER = { [EMERGENCY_DEPARTMENT]: 2, 2: 7 } as const;

/** After a red flag only what could show something worse is asked; it stands early, where that is short. */
function checkOrder(index: FlowIndex): Finding[] {
  const { flow } = index;
  const patients = sampleFacts(flow.fits, askingConditions(flow));
  return ([EMERGENCY_DEPARTMENT, 2] as const).flatMap((level) =>
    flow.questions.flatMap((question, at): Finding[] => {
      const flags = question.redFlags.filter((flag) => levelOf(flag) === level);
      if (flags.length === 0) return [];
      const lengths = patients.map((facts) => {
        const above = index.above(level, facts.ageMonths);
        const later = flow.questions.slice(at + 1).filter(({ id }) => above.has(id)).length;
        return later <= MOST_AFTER[level] ? later : mostQuestionsAfter(index, facts, at, level);
      });
      const most = Math.max(...lengths);
      if (most <= MOST_AFTER[level]) return [];
      const flag = level === 2 ? 'urgency 2' : 'the emergency department';
      const message = `After ${question.id}, which has a red flag of ${flag}, up to ${most} questions are asked that could show something more urgent; at most ${MOST_AFTER[level]}. Ask them before it.`;
      return [{ path: ['questions', at], message }];
    }),
  );
}

/** Of the rules that name a red flag, one must be urgent enough, or they are never used for it. */
function checkRoutes(flow: Flow): Finding[] {
  return flow.questions.flatMap((question, at) =>
    question.redFlags.flatMap((flag) => {
      const naming = flow.rules.filter((rule) =>
        comparisons(rule.when).some((part) => concerns(part, question, flag)),
      );
      const enough = (rule: Flow['rules'][number]) => isEnough(rule.outcome, levelOf(flag));
      // With a condition, the rules are for when it does not hold, and the flag has its own ending.
      if (flag.if || naming.length === 0 || naming.some(enough)) return [];
      const numbers = naming.map((rule) => rule.number).join(', ');
      const answer = 'option' in flag.answer ? ` ${flag.answer.option}` : '';
      const message = `The red flag ${question.id}${answer} demands ${flag.department ? 'an emergency department' : `urgency ${flag.urgency}`}, but the rules that name it (${numbers}) are less urgent and would be passed over. Add a rule that is urgent enough above them.`;
      return [{ path: ['questions', at], message }];
    }),
  );
}

function concerns(part: Condition, question: Question, flag: RedFlag): boolean {
  return (
    part.kind === 'option' &&
    part.question === question.id &&
    'option' in flag.answer &&
    part.anyOf.includes(flag.answer.option)
  );
}

function checkRules(flow: Flow): Finding[] {
  return flow.rules.flatMap((rule, at): Finding[] => {
    const path = ['rules', at, 'when'];
    const written = JSON.stringify(rule.when);
    const same = flow.rules.slice(0, at).find((earlier) => JSON.stringify(earlier.when) === written);
    if (same)
      return [
        { path, message: `Rule ${same.number} has the same condition and is read first; take one away.` },
      ];
    const values = valuesOf(flow, rule.when);
    if (values === null || values.size > 1) return [];
    return values.has(true)
      ? [{ path, message: 'This always fits, so the rules after it are never read; make it the otherwise.' }]
      : [{ path, message: 'This can never fit; check that its parts do not shut each other out.' }];
  });
}

/** The values a condition takes over all answers and patients, up to two; null when there are too many to try. */
function valuesOf(flow: Flow, condition: Condition): Set<unknown> | null {
  const looked = looksAt(condition);
  const facts = sampleFacts(flow.fits, [condition]);
  const questions = flow.questions.filter((question) => looked.questions.includes(question.id));
  const choices = questions.map((question) => {
    const samples = sampleAnswers(question, [condition]);
    return question.when || askedLate(flow, question) ? [...samples, null] : samples;
  });
  if (choices.reduce((product, options) => product * options.length, facts.length) > MOST_COMBINATIONS)
    return null;
  const values = new Set<unknown>();
  for (const answers of combinations(questions, choices)) {
    for (const patient of facts) {
      values.add(evaluate(condition, { questions: new Map(), facts: patient, answers }));
      if (values.size > 1) return values;
    }
  }
  return values;
}

/** Every way to answer the questions with these choices. */
function* combinations(questions: Question[], choices: AnswerValue[][]): Generator<Known['answers']> {
  const [question, ...others] = questions;
  if (!question) {
    yield {};
    return;
  }
  for (const answers of combinations(others, choices.slice(1))) {
    for (const value of choices[0] ?? []) yield { ...answers, [question.id]: value };
  }
}

/** Whether a red flag may decide before the question is reached. */
function askedLate(flow: Flow, question: Question): boolean {
  return flow.questions
    .slice(0, flow.questions.indexOf(question))
    .some((earlier) => earlier.redFlags.length > 0);
}

/** The number of questions on the longest path that any patient can take. */
export function mostQuestions(flow: Flow): number {
  const index = indexFlow(flow);
  const lengths = sampleFacts(flow.fits, askingConditions(flow)).map((facts) =>
    mostQuestionsLeft(index, { questions: index.questions, facts, answers: {} }),
  );
  return Math.max(...lengths);
}

function checkLength(flow: Flow): Finding[] {
  const longest = mostQuestions(flow);
  if (longest <= MOST_QUESTIONS) return [];
  const message = `The longest path has ${longest} questions; at most ${MOST_QUESTIONS}. Put questions together or ask some only when needed.`;
  return [{ path: ['questions'], message }];
}
