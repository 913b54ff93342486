import { OUTCOME_RULES } from '../contracts/outcomes.js';
import type { Outcome } from '../contracts/words.js';
import { evaluate, holdsNumber, holdsOption, type Known, looksAt } from './conditions.rule.js';
import type { FlagUrgency, Flow, Question, RedFlag } from './flow.types.js';

export interface FoundFlag {
  question: Question;
  flag: RedFlag;
}

/** The red flags among the answers, in the order of the questions. A condition not known to be false counts. */
export function redFlagsFound(known: Known): FoundFlag[] {
  return [...known.questions.values()].flatMap((question) => {
    const value = known.answers[question.id];
    if (value === undefined || value === null) return [];
    return question.redFlags
      .filter(({ answer }) =>
        'option' in answer ? holdsOption(value, [answer.option]) : holdsNumber(value, answer.range),
      )
      .filter((flag) => flag.if === null || evaluate(flag.if, known) !== false)
      .map((flag) => ({ question, flag }));
  });
}

/** The most urgent level that the answers require; null when no red flag was found. */
export function floorOf(known: Known): FlagUrgency | null {
  const demanded = redFlagsFound(known).map(({ flag }) => flag.urgency);
  return demanded.length === 0 ? null : (Math.min(...demanded) as FlagUrgency);
}

/** Whether the answers require an emergency department. Asked only where they do not require 112. */
export function demandsDepartment(known: Known): boolean {
  return redFlagsFound(known).some(({ flag }) => flag.department);
}

/** Whether an outcome is enough for a red flag that requires an emergency department. */
export function isDepartment({ outcome }: { outcome: Outcome }): boolean {
  return OUTCOME_RULES[outcome].isEmergency;
}

/**
 * The questions that could still show something more urgent than `urgency`: one that has such a red flag, one
 * that such a rule looks at, or one that decides whether one of these is asked (or its flag counts).
 */
export function questionsAbove(flow: Flow, urgency: FlagUrgency): Set<string> {
  const above = new Set<string>();
  const add = (looked: { questions: string[]; facts: string[] }): void => {
    for (const question of flow.questions) {
      if (looked.questions.includes(question.id)) above.add(question.id);
      if (question.fact && looked.facts.includes(question.fact)) above.add(question.id);
    }
  };
  for (const rule of flow.rules) if (rule.outcome.urgency < urgency) add(looksAt(rule.when));
  // Backwards, as a question only depends on earlier ones.
  for (const question of flow.questions.toReversed()) {
    const flags = question.redFlags.filter((flag) => flag.urgency < urgency);
    if (flags.length > 0) above.add(question.id);
    if (!above.has(question.id)) continue;
    if (question.when) add(looksAt(question.when));
    for (const flag of flags) if (flag.if) add(looksAt(flag.if));
  }
  return above;
}
