import type { CareCase } from '../cases/case.entity.js';
import type { Competence, Urgency } from '../contracts/index.js';
import type { CaseFacts } from './decision.js';

/** What the rule knows about a case, from its stored row; callers that know its queue add `current`. */
export function factsOfCase(
  careCase: Pick<
    CareCase,
    'triage' | 'patientAgeMonths' | 'language' | 'originUnitId' | 'timesMoved' | 'result' | 'competence'
  >,
  wanted: { urgency: Urgency; competence: Competence },
  listingUnitId: string | null,
): Omit<CaseFacts, 'current'> {
  return {
    urgency: wanted.urgency,
    reason: careCase.triage?.flowId ?? null,
    competences: [wanted.competence],
    ageMonths: careCase.patientAgeMonths,
    language: careCase.language,
    listingUnitId,
    originUnitId: careCase.originUnitId,
    timesMoved: careCase.timesMoved,
  };
}
