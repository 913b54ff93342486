import { ProblemException } from '../config/problem.exception.js';
import type { TriageView } from '../contracts/index.js';
import type { CompiledFlow } from './flow-machine.rule.js';
import type { Stepped, TriageError } from './triage-step.rule.js';
import { viewTriage } from './triage-view.js';

/** The position of a stored triage. @throws ProblemException when the flow refuses it */
export function viewOf(compiled: CompiledFlow, stored: unknown): TriageView {
  const viewed = viewTriage(compiled, stored);
  if (!viewed.ok) throw refused(viewed.error);
  return viewed.view;
}

/**
 * The step itself, if the flow accepted it. @throws ProblemException that says what would be right, if it did
 * not
 */
export function unwrapStep(stepped: Stepped): Stepped & { ok: true } {
  if (!stepped.ok) throw refused(stepped.error);
  return stepped;
}

function refused({ code, field, message }: TriageError): ProblemException {
  switch (code) {
    case 'wrong-answer':
    case 'question-not-asked':
      return new ProblemException('wrong-answer', message.sv, [{ field, message: message.en }]);
    case 'not-for-this-patient':
      return new ProblemException('wrong-state', message.sv, [{ field, message: message.en }]);
    case 'wrong-flow-version':
      return new ProblemException('wrong-flow-version', message.sv, [{ field, message: message.en }]);
    case 'broken-snapshot':
      throw new Error(`A stored triage could not be read: ${message.en}`);
  }
}

/** More entries than any change of mind leaves behind; each of them is kept for good. */
const MOST_ENTRIES = 500;

/** @throws ProblemException wrong-state where a case has so many entries that it is changed no more */
export function checkLength(entries: number): void {
  if (entries < MOST_ENTRIES) return;
  const detail = 'This case has been changed too many times to be changed again. Begin a new one.';
  throw new ProblemException('wrong-state', detail);
}
