import { isDeepStrictEqual } from 'node:util';
import type { CareCase } from '../cases/case.entity.js';
import type { NewEntry } from '../cases/timeline.js';
import type { Author } from '../cases/timeline-actors.js';
import type { ContactReasonCard } from '../contracts/index.js';
import { factsWithAnswers } from './conditions.rule.js';
import type { Answers, Flow } from './flow.types.js';
import type { CompiledFlow } from './flow-machine.rule.js';
import { offeredAfter, openOffers } from './offers.rule.js';
import { readStored } from './triage-step.rule.js';

/** The contact reasons that are offered at a position, for this patient; none once the flow has decided. */
export function offersAt(
  compiled: CompiledFlow,
  stored: unknown,
  find: (flowId: string) => Flow | null,
): ContactReasonCard[] {
  const read = readStored(compiled, stored);
  if (!read.ok) throw new Error(`A stored triage could not be read: ${read.error.message.en}`);
  const { answers, facts, declined, state } = read.triage;
  if (compiled.endings.has(state)) return [];
  const known = { questions: compiled.questions, facts, answers };
  return openOffers(offeredAfter(known), declined, factsWithAnswers(known), find).map(
    ({ id, name, line }) => ({ flowId: id, name, line }),
  );
}

/** What the timeline says of offers that were answered; nothing when there were none. */
export function offersAnswered(
  { triage }: Pick<CareCase, 'triage'>,
  chosen: string | null,
  by: Author,
): NewEntry[] {
  const offers = triage?.view.offers ?? [];
  if (offers.length === 0) return [];
  const offered = offers.map(({ flowId, name }) => ({ flowId, reason: name }));
  const one = offered.some(({ flowId }) => flowId === chosen) ? chosen : null;
  return [by('reasons-offered', { offered, chosen: one })];
}

/** The answers of one flow to questions that another asks in exactly the same way, so that nothing is asked twice. */
export function carriedAnswers(from: CompiledFlow, stored: unknown, to: CompiledFlow): Answers {
  const read = readStored(from, stored);
  if (!read.ok) return {};
  const asked = ({ flow }: CompiledFlow, id: string) => {
    const found = flow.document.questions.find((question) => question.id === id);
    if (!found) return null;
    const { when: _, ...rest } = found;
    return rest;
  };
  const same = Object.entries(read.triage.answers).filter(([id]) => {
    const question = asked(to, id);
    return question !== null && isDeepStrictEqual(question, asked(from, id));
  });
  return Object.fromEntries(same);
}
