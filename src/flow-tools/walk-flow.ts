import { initialTransition, transition } from 'xstate';
import { type CompiledFlow, stateOf } from '../triage/flow-machine.rule.js';
import type { FoundPatient } from './encode-flow.js';

/** Which questions a patient is asked, and the name of the state in which it ends. */
export interface Walked {
  asked: string[];
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
  return { asked, ending: String(snapshot.value) };
}
