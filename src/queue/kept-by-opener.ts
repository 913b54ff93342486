import type { CareCase } from '../cases/case.entity.js';
import type { RoutingDecision } from '../contracts/index.js';
import type { CommissionCaller } from '../identity/caller.js';

/** Why a case is at this unit: who talked with the patient on the telephone went on with it, not the routing rule. */
export function keptByOpener(
  { unitId: from, competence }: Pick<CareCase, 'unitId' | 'competence'>,
  { unitId, unitName, role, commissionId }: CommissionCaller,
  now: Date,
): RoutingDecision {
  return {
    rule: 'kept-by-opener',
    ruleVersion: 1,
    inputs: { from, competence, by: commissionId, now: now.toISOString() },
    target: { unitId, unitName, competence: role },
    opensAt: null,
    reason: {
      code: 'kept-by-opener',
      text: {
        sv: `${unitName}, som du talade med i telefon, hjälper dig.`,
        en: `${unitName}, whom you spoke to by telephone, will help you.`,
      },
    },
    turnedDown: [],
  };
}
