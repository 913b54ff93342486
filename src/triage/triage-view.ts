import type { RedFlagFound, TriageResult, TriageView } from '../contracts/triage.js';
import type { Known } from './conditions.rule.js';
import type { FlagLevel } from './flow.types.js';
import { type CompiledFlow, stateOf } from './flow-machine.rule.js';
import { mostQuestionsLeft } from './flow-steps.js';
import { floorsOf, redFlagsFound } from './red-flags.rule.js';
import { shownAnswer } from './shown-answer.js';
import { readStored, type TriageError } from './triage-step.rule.js';

/** The position of a resident in a flow: the answers, the current question, or the result. */
export function viewTriage(
  compiled: CompiledFlow,
  stored: unknown,
): { ok: true; view: TriageView } | { ok: false; error: TriageError } {
  const read = readStored(compiled, stored);
  if (!read.ok) return read;
  const { flow } = compiled;
  const { state, answers, facts } = read.triage;
  const known: Known = { questions: compiled.questions, facts, answers };
  const question = flow.questions.find(({ id }) => state === stateOf(id));
  const view: TriageView = {
    flowId: flow.id,
    flowVersion: flow.version,
    reason: flow.name,
    answered: flow.questions.flatMap(({ id, view }) => {
      const value = answers[id];
      return value === undefined ? [] : [{ question: view, value }];
    }),
    question: question?.view ?? null,
    aboutLeft: question ? mostQuestionsLeft(compiled, known) : 0,
    result: question ? null : resultOf(compiled, state, known),
  };
  return { ok: true, view };
}

/** The red flags among what is answered so far, and the level of the most urgent of them. */
export function flagsSoFar(
  compiled: CompiledFlow,
  stored: unknown,
): { redFlags: RedFlagFound[]; level: FlagLevel | null } {
  const read = readStored(compiled, stored);
  if (!read.ok) return { redFlags: [], level: null };
  const { answers, facts } = read.triage;
  const known: Known = { questions: compiled.questions, facts, answers };
  return { redFlags: flagsFound(known), level: floorsOf(known).at(-1) ?? null };
}

function resultOf(compiled: CompiledFlow, state: string, known: Known): TriageResult {
  const ending = compiled.endings.get(state);
  const advice = ending && compiled.flow.texts[ending.outcome.text];
  if (!ending || !advice) throw new Error(`Flow ${compiled.flow.id} has no ending ${state}.`);
  const { outcome, urgency, competence, bookingKind, why } = ending.outcome;
  return {
    outcome,
    urgency,
    now: advice.now,
    why: why ?? advice.why,
    steps: advice.steps,
    watchFor: advice.watchFor,
    competence,
    ...(bookingKind && { bookingKind }),
    redFlags: flagsFound(known),
    rule: ending.rule,
  };
}

function flagsFound(known: Known): RedFlagFound[] {
  return redFlagsFound(known).map(({ question, flag }) => {
    const option = 'option' in flag.answer ? flag.answer.option : undefined;
    const value = option ?? known.answers[question.id] ?? null;
    const shown = shownAnswer(question.view, value);
    const { text } = question.view;
    return {
      questionId: question.id,
      ...(option && { optionId: option }),
      text: { sv: `${text.sv} ${shown.sv}`, en: `${text.en} ${shown.en}` },
      urgency: flag.urgency,
    };
  });
}
