import type { Competence, Urgency } from '../contracts/index.js';
import type { UnitState } from '../routing/network.rule.js';
import { mayWaitForOpening } from '../routing/places.rule.js';

/** Why a case may not be sent to a unit. */
export type TransferFault = 'same-queue' | 'no-chat' | 'lacks-competence' | 'never-opens' | 'closed-now';

/**
 * Whether staff may send a case to a unit's queue: another unit or competence than now, where the unit has
 * the competence, helps in the chat, and is open, or will open and the case can wait. Null when they may.
 */
export function checkTransfer(
  from: { unitId: string; competence: Competence; urgency: Urgency },
  to: { unit: UnitState; competence: Competence },
): TransferFault | null {
  const { unit, competence } = to;
  if (unit.id === from.unitId && competence === from.competence) return 'same-queue';
  if (unit.kind === 'emergency-department') return 'no-chat';
  if (!unit.desks[competence]) return 'lacks-competence';
  if (unit.open) return null;
  if (!unit.opensAt) return 'never-opens';
  return mayWaitForOpening(from.urgency) ? null : 'closed-now';
}
