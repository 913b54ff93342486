import { chosenIn } from '../contracts/region-choices.js';
import type { AnswerValue, Duration } from '../contracts/triage.js';
import type {
  Answers,
  ChoiceCondition,
  Condition,
  FactName,
  PatientFacts,
  Question,
  Range,
} from './flow.types.js';
import { hoursOf, inRange } from './ranges.js';

/** Yes, no, or not known because a question it looks at has not been asked. */
export type Truth = boolean | 'unknown';

/** The facts and answers that conditions are evaluated on. */
export interface Known {
  questions: ReadonlyMap<string, Question>;
  facts: PatientFacts;
  answers: Answers;
}

/**
 * Evaluates a condition on what is known, in three-valued logic. A comparison with a question that does not
 * apply, or that was skipped, is false. A comparison with one that applies but was not asked (a red flag
 * decided before it) is unknown, so that `not` never invents an answer.
 */
export function evaluate(condition: Condition, known: Known): Truth {
  switch (condition.kind) {
    case 'all':
      return every(condition.of.map((part) => evaluate(part, known)));
    case 'any':
      return negate(every(condition.of.map((part) => negate(evaluate(part, known)))));
    case 'not':
      return negate(evaluate(condition.of, known));
    case 'option':
      return compare(known, condition.question, (value) => holdsOption(value, condition.anyOf));
    case 'range':
      return compare(known, condition.question, (value) => holdsNumber(value, condition.range));
    case 'age':
      return isOfAge(condition, known.facts.ageMonths);
    case 'sex':
      return compareFact(known, 'sex', (facts) => facts.sex, condition.is);
    case 'pregnant':
      return compareFact(known, 'pregnant', (facts) => facts.pregnant, condition.is);
    case 'choice':
      return holdsChoice(condition, known.facts);
  }
}

/** Whether the region has chosen so. */
export function holdsChoice({ name, anyOf }: ChoiceCondition, { choices }: PatientFacts): boolean {
  return anyOf.includes(chosenIn(choices, name));
}

/** What is known of a condition by the patient's age alone. */
export function truthAtAge(condition: Condition, ageMonths: number): Truth {
  switch (condition.kind) {
    case 'all':
      return every(condition.of.map((part) => truthAtAge(part, ageMonths)));
    case 'any':
      return negate(every(condition.of.map((part) => negate(truthAtAge(part, ageMonths)))));
    case 'not':
      return negate(truthAtAge(condition.of, ageMonths));
    case 'age':
      return isOfAge(condition, ageMonths);
    case 'option':
    case 'range':
    case 'sex':
    case 'pregnant':
    case 'choice':
      return 'unknown';
  }
}

function isOfAge({ unit, range }: { unit: 'years' | 'months'; range: Range }, ageMonths: number): boolean {
  return inRange(range, unit === 'years' ? Math.floor(ageMonths / 12) : ageMonths);
}

/** Whether a question applies: its `when` is not known to be false, and it asks for no fact already known. */
export function applies(question: Question, known: Known): boolean {
  if (question.fact !== null && known.facts[question.fact] !== null) return false;
  return question.when === null || evaluate(question.when, known) !== false;
}

/**
 * The answer that a known fact gives to the question that asks for it, where that would be asked if the fact were not
 * known; null when there is none.
 */
export function toldAnswer({ fact, when }: Question, known: Known): string | null {
  if (fact === null || known.facts[fact] === null) return null;
  if (when !== null && evaluate(when, known) !== true) return null;
  if (fact === 'sex') return known.facts.sex;
  return known.facts.pregnant ? 'yes' : 'no';
}

/** The facts, with what the answers say about the patient. */
export function factsWithAnswers(known: Known): PatientFacts {
  const facts = { ...known.facts };
  for (const question of known.questions.values()) {
    const value = known.answers[question.id];
    if (question.fact === 'sex' && facts.sex === null && (value === 'female' || value === 'male'))
      facts.sex = value;
    if (question.fact === 'pregnant' && facts.pregnant === null && (value === 'yes' || value === 'no')) {
      facts.pregnant = value === 'yes';
    }
  }
  return facts;
}

/** The ids of questions and the facts that a condition looks at. */
export function looksAt(condition: Condition): { questions: string[]; facts: FactName[] } {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.of.map(looksAt);
      return {
        questions: parts.flatMap((part) => part.questions),
        facts: parts.flatMap((part) => part.facts),
      };
    }
    case 'not':
      return looksAt(condition.of);
    case 'option':
    case 'range':
      return { questions: [condition.question], facts: [] };
    case 'age':
      return { questions: [], facts: [condition.unit === 'years' ? 'age' : 'age-months'] };
    case 'sex':
      return { questions: [], facts: ['sex'] };
    case 'pregnant':
      return { questions: [], facts: ['pregnant'] };
    case 'choice':
      return { questions: [], facts: [] };
  }
}

/** Every comparison in a condition, without all, any, not. */
export function comparisons(condition: Condition): Exclude<Condition, { kind: 'all' | 'any' | 'not' }>[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(comparisons);
  return condition.kind === 'not' ? comparisons(condition.of) : [condition];
}

/** Whether an answer to one, several or yes-no contains any of the options. */
export function holdsOption(value: AnswerValue, anyOf: readonly string[]): boolean {
  return Array.isArray(value) ? value.some((id) => anyOf.includes(id)) : anyOf.includes(value as string);
}

/** Whether an answer to number, scale or duration lies in the range. */
export function holdsNumber(value: AnswerValue, range: Range): boolean {
  if (typeof value === 'number') return inRange(range, value);
  return isDuration(value) && inRange(range, hoursOf(value));
}

function isDuration(value: AnswerValue): value is Duration {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(known: Known, questionId: string, holds: (value: AnswerValue) => boolean): Truth {
  const value = known.answers[questionId];
  if (value === null) return false;
  if (value !== undefined) return holds(value);
  const question = known.questions.get(questionId);
  return question && applies(question, known) ? 'unknown' : false;
}

function compareFact<V>(
  known: Known,
  name: 'sex' | 'pregnant',
  of: (facts: PatientFacts) => V | null,
  is: V,
): Truth {
  const value = of(factsWithAnswers(known));
  if (value !== null) return value === is;
  const asks = [...known.questions.values()].find((question) => question.fact === name);
  return asks && known.answers[asks.id] === undefined && applies(asks, known) ? 'unknown' : false;
}

function every(parts: Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes('unknown') ? 'unknown' : true;
}

function negate(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}
