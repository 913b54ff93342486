import type { AnswerValue, TriageResult } from '../contracts/triage.js';
import type { PatientFacts } from './flow.types.js';
import type { CompiledFlow } from './flow-machine.rule.js';
import { offeredAfter } from './offers.rule.js';
import { redFlagsFound } from './red-flags.rule.js';
import { answerQuestion, beginTriage, readStored, type StoredTriage } from './triage-step.rule.js';
import { viewTriage } from './triage-view.js';

/** How a patient went through a flow. */
export interface Played {
  result: TriageResult;
  /** The id of the text that is shown. */
  text: string;
  /** Question ids in order. */
  asked: string[];
  /** By `nameOfFlag`. */
  redFlags: string[];
  /** Ids of the flows that were offered on the way, for any patient. */
  offered: string[];
}

/** The reason why a patient cannot go through a flow. */
export class PlayError extends Error {}

/** A red flag of a question: its index among them. */
export function nameOfFlag(questionId: string, at: number): string {
  return `${questionId} ${at}`;
}

/**
 * Plays a patient through a flow as the service would, one stored step after the other. Calls `answer` for
 * each answer; undefined means no answer.
 * @throws PlayError when a question has no answer, or a wrong one
 */
export function playFlow(
  flow: CompiledFlow,
  facts: PatientFacts,
  answer: (questionId: string) => AnswerValue | undefined,
): Played {
  let step = beginTriage(flow, facts);
  const asked: string[] = [];
  const offered = new Set<string>();
  while (step.ok) {
    const viewed = viewTriage(flow, step.stored);
    if (!viewed.ok) throw new PlayError(viewed.error.message.en);
    const { question, result } = viewed.view;
    if (result) return { result, asked, offered: [...offered], ...foundBy(flow, step.stored) };
    const id = question?.id ?? '';
    const value = answer(id);
    if (value === undefined)
      throw new PlayError(`${id} is asked and has no answer, neither here nor in calm.`);
    asked.push(id);
    step = answerQuestion(flow, JSON.parse(JSON.stringify(step.stored)) as StoredTriage, id, value);
    if (step.ok) for (const flowId of offeredBy(flow, step.stored)) offered.add(flowId);
  }
  throw new PlayError(`${asked.at(-1) ?? 'The patient'}: ${step.error.message.en}`);
}

function offeredBy(flow: CompiledFlow, stored: StoredTriage): string[] {
  if (flow.flow.questions.every(({ offers }) => offers.length === 0)) return [];
  const read = readStored(flow, stored);
  if (!read.ok) throw new PlayError(read.error.message.en);
  const { facts, answers } = read.triage;
  return offeredAfter({ questions: flow.questions, facts, answers });
}

function foundBy(flow: CompiledFlow, stored: StoredTriage): { text: string; redFlags: string[] } {
  const read = readStored(flow, stored);
  if (!read.ok) throw new PlayError(read.error.message.en);
  const { facts, answers, state } = read.triage;
  const found = redFlagsFound({ questions: flow.questions, facts, answers });
  return {
    text: flow.endings.get(state)?.outcome.text ?? '',
    redFlags: found.map(({ question, flag }) => nameOfFlag(question.id, question.redFlags.indexOf(flag))),
  };
}
