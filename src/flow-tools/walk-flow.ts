import { initialTransition, transition } from 'xstate';
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

/** Walks the machine that runs with a sheet of answers, without storing anything. */
export function whereItEnds(flow: CompiledFlow, { facts, answers }: FoundPatient): Walked {
  let [snapshot] = initialTransition(flow.machine, facts);
  const asked: string[] = [];
  for (const { id } of flow.flow.questions) {
    if (String(snapshot.value) !== stateOf(id)) continue;
    asked.push(id);
    [snapshot] = transition(flow.machine, snapshot, {
      type: 'answer',
      question: id,
      value: answers[id] ?? null,
    });
  }
  const known = { questions: flow.questions, facts, answers: snapshot.context.answers };
  const redFlags = redFlagsFound(known).map(({ question, flag }) =>
    nameOfFlag(question.id, question.redFlags.indexOf(flag)),
  );
  return { asked, redFlags, ending: String(snapshot.value) };
}
