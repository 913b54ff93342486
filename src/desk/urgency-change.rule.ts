import type { StoredFlowPosition } from '../cases/case.entity.js';
import type { ChangeUrgency, TriagePath, Urgency } from '../contracts/index.js';

/** Why a change of urgency is refused. */
export type UrgencyFault = 'same' | 'needs-reason';

/** Raising (towards 1) is always allowed; lowering needs a reason, as nothing lowers an urgency silently. */
export function checkUrgencyChange(
  from: Urgency,
  { urgency: to, reason }: Pick<ChangeUrgency, 'urgency' | 'reason'>,
): UrgencyFault | null {
  if (from === to) return 'same';
  if (to < from) return null;
  return reason?.trim() ? null : 'needs-reason';
}

/** The way that a case took through its flow, as statistics of changed urgencies need it: without any answer. */
export function pathOf({ flowId, flowVersion, flowHash, view }: StoredFlowPosition): TriagePath {
  return {
    flowId,
    flowVersion,
    flowHash,
    asked: view.answered.map(({ question }) => question.id),
    rule: view.result?.rule ?? null,
  };
}
