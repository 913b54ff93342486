import { OUTCOME_RULES } from '../contracts/outcomes.js';
import type { AnswerValue } from '../contracts/triage.js';
import {
  evaluate,
  holdsNumber,
  holdsOption,
  type Known,
  looksAt,
  toldAnswer,
  truthAtAge,
} from './conditions.rule.js';
import {
  type Condition,
  EMERGENCY_DEPARTMENT,
  FLAG_LEVELS,
  type FlagLevel,
  type Flow,
  type Question,
  type RedFlag,
  type RuleOutcome,
} from './flow.types.js';

export interface FoundFlag {
  question: Question;
  flag: RedFlag;
}

/**
 * The red flags among the answers and what is told of the patient, in the order of the questions. A condition not
 * known to be false counts.
 */
export function redFlagsFound(known: Known): FoundFlag[] {
  return [...known.questions.values()].flatMap((question) =>
    flagsOf(question, known).map((flag) => ({ question, flag })),
  );
}

/** By the place of a question, and last for the end: the most urgent level of the red flags before it. */
export function floorsOf(known: Known): (FlagLevel | null)[] {
  const floors: (FlagLevel | null)[] = [null];
  for (const question of known.questions.values()) {
    const levels = [...flagsOf(question, known).map(levelOf), floors.at(-1) ?? null];
    floors.push(FLAG_LEVELS.find((level) => levels.includes(level)) ?? null);
  }
  return floors;
}

function flagsOf(question: Question, known: Known): RedFlag[] {
  if (question.redFlags.length === 0) return [];
  const value = known.answers[question.id];
  const said = (of: AnswerValue) => (flag: RedFlag) => holdsAnswer(of, flag.answer);
  if (value !== undefined && value !== null) {
    return question.redFlags
      .filter(said(value))
      .filter((flag) => flag.if === null || evaluate(flag.if, known) !== false);
  }
  // A fact that is known is not asked for, and means what the answer would have.
  const told = toldAnswer(question, known);
  if (told === null) return [];
  return question.redFlags
    .filter(said(told))
    .filter((flag) => flag.if === null || evaluate(flag.if, known) === true);
}

function holdsAnswer(value: AnswerValue, answer: RedFlag['answer']): boolean {
  return 'option' in answer ? holdsOption(value, [answer.option]) : holdsNumber(value, answer.range);
}

/** What a red flag demands. */
export function levelOf({ urgency, department }: RedFlag): FlagLevel {
  return department ? EMERGENCY_DEPARTMENT : urgency;
}

/** Whether an outcome is at least as urgent as a level, and where that is enough. */
export function isEnough(outcome: Pick<RuleOutcome, 'outcome' | 'urgency'>, level: FlagLevel): boolean {
  return level === EMERGENCY_DEPARTMENT
    ? OUTCOME_RULES[outcome.outcome].isEmergency
    : outcome.urgency <= level;
}

/**
 * The questions that could still show something more urgent than `level` in a patient of this age: one that has such a
 * red flag, one that such a rule looks at, or one that decides whether one of these is asked (or its flag counts).
 */
export function questionsAbove(flow: Flow, level: FlagLevel, ageMonths: number): Set<string> {
  const mayHold = (condition: Condition | null) =>
    condition === null || truthAtAge(condition, ageMonths) !== false;
  const worse = FLAG_LEVELS.slice(0, FLAG_LEVELS.indexOf(level));
  const above = new Set<string>();
  const add = (looked: { questions: string[]; facts: string[] }): void => {
    for (const question of flow.questions) {
      if (looked.questions.includes(question.id)) above.add(question.id);
      if (question.fact && looked.facts.includes(question.fact)) above.add(question.id);
    }
  };
  for (const rule of flow.rules)
    if (mayHold(rule.when) && worse.some((each) => isEnough(rule.outcome, each))) add(looksAt(rule.when));
  // Backwards, as a question only depends on earlier ones.
  for (const question of flow.questions.toReversed()) {
    if (!mayHold(question.when)) continue;
    const flags = question.redFlags.filter((flag) => worse.includes(levelOf(flag)) && mayHold(flag.if));
    if (flags.length > 0) above.add(question.id);
    if (!above.has(question.id)) continue;
    if (question.when) add(looksAt(question.when));
    for (const flag of flags) if (flag.if) add(looksAt(flag.if));
  }
  return above;
}
