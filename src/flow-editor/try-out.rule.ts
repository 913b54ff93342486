import type { AnswerValue, TriageView } from '../contracts/index.js';
import type { PatientFacts } from '../triage/flow.types.js';
import { type CompiledFlow, stateOf } from '../triage/flow-machine.rule.js';
import { answerQuestion, beginTriage, type TriageError } from '../triage/triage-step.rule.js';
import { viewTriage } from '../triage/triage-view.js';

/**
 * Goes through a flow as a resident with these answers would: up to the first question without one, or to the end. Answers
 * to questions that are not asked are left out of account.
 */
export function tryFlow(
  compiled: CompiledFlow,
  facts: PatientFacts,
  answers: ReadonlyMap<string, AnswerValue>,
): { ok: true; view: TriageView } | { ok: false; error: TriageError; questionId: string | null } {
  let step = beginTriage(compiled, facts);
  for (const { id } of compiled.flow.questions) {
    if (!step.ok) break;
    const { snapshot } = step.stored as { snapshot: { value?: unknown } };
    const value = answers.get(id);
    if (snapshot.value !== stateOf(id) || value === undefined) continue;
    const next = answerQuestion(compiled, step.stored, id, value);
    if (!next.ok) return { ok: false, error: next.error, questionId: id };
    step = next;
  }
  if (!step.ok) return { ok: false, error: step.error, questionId: null };
  const viewed = viewTriage(compiled, step.stored);
  return viewed.ok ? viewed : { ok: false, error: viewed.error, questionId: null };
}
