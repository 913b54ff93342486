import type { Urgency } from '../contracts/index.js';

/** Why a change of urgency is refused. */
export type UrgencyFault = 'same' | 'needs-reason';

/** Raising (towards 1) is always allowed; lowering needs a reason, as nothing lowers an urgency silently. */
export function checkUrgencyChange(from: Urgency, to: Urgency, reason: string | null): UrgencyFault | null {
  if (from === to) return 'same';
  if (to > from && !reason?.trim()) return 'needs-reason';
  return null;
}
