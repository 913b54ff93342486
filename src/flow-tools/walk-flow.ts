import { initialTransition, transition } from 'xstate';
import type { Answers, PatientFacts, Question } from '../triage/flow.types.js';
import { type CompiledFlow, stateOf } from '../triage/flow-machine.rule.js';
import { nameOfFlag } from '../triage/flow-play.js';
import { redFlagsFound } from '../triage/red-flags.rule.js';
import type { FoundPatient } from './encode-patient.js';

/** How a patient went through a flow. */
export interface Walked {
  /** Question ids in order. */
  asked: string[];
  /** By `nameOfFlag`. */
  redFlags: string[];
  /** The name of the state in which it ends. */
  ending: string;
}

/** Walks the machine that runs with a sheet of answers, without storing anything; what is not on it is passed over. */
export function whereItEnds(flow: CompiledFlow, { facts, answers }: FoundPatient): Walked {
  const { asked, snapshot } = walk(flow, facts, (id) => answers[id] ?? null);
  const known = { questions: flow.questions, facts, answers: snapshot.context.answers };
  const redFlags = redFlagsFound(known).map(({ question, flag }) =>
    nameOfFlag(question.id, question.redFlags.indexOf(flag)),
  );
  return { asked, redFlags, ending: String(snapshot.value) };
}

/** The questions asked with these answers, and the first that has none. */
export function whatIsAsked(
  flow: CompiledFlow,
  facts: PatientFacts,
  answers: Answers,
): { asked: string[]; next: Question | null } {
  const { asked, snapshot } = walk(flow, facts, (id) => answers[id]);
  const next = flow.flow.questions.find(({ id }) => String(snapshot.value) === stateOf(id));
  return { asked, next: next ?? null };
}

/** Up to the first question whose answer is undefined. */
function walk(flow: CompiledFlow, facts: PatientFacts, answer: (id: string) => Answers[string] | undefined) {
  let [snapshot] = initialTransition(flow.machine, facts);
  const asked: string[] = [];
  for (const { id } of flow.flow.questions) {
    if (String(snapshot.value) !== stateOf(id)) continue;
    const value = answer(id);
    if (value === undefined) break;
    asked.push(id);
    [snapshot] = transition(flow.machine, snapshot, { type: 'answer', question: id, value });
  }
  return { asked, snapshot };
}
