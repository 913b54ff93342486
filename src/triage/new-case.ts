import type { CareCase } from '../cases/case.entity.js';
import { nextDeadline } from '../cases/case-deadlines.rule.js';
import type { About, Language } from '../contracts/index.js';
import type { PatientFacts } from './flow.types.js';

/** A case as it begins: the resident's own words, and nothing decided. */
export function newCase(start: {
  id: string;
  words: string;
  about: About;
  language: Language;
  residentId: string | null;
  patientId: string | null;
  sessionId: string | null;
  /** Set where staff open it for somebody who rang. */
  telephone: { unitId: string; callbackNumber: string | null } | null;
  originUnitId: string | null;
  facts: PatientFacts;
  suggestions: CareCase['suggestions'];
  now: Date;
}): CareCase {
  const { facts, telephone, now } = start;
  return {
    id: start.id,
    state: 'describing',
    startedAt: now,
    about: start.about,
    residentId: start.residentId,
    patientId: start.patientId,
    sessionId: start.sessionId,
    byTelephone: telephone !== null,
    openedAtUnitId: telephone?.unitId ?? null,
    callbackNumber: telephone?.callbackNumber ?? null,
    patientAgeMonths: facts.ageMonths,
    patientSex: facts.sex,
    language: start.language,
    interpreter: null,
    words: start.words,
    originUnitId: start.originUnitId,
    suggestions: start.suggestions,
    triage: null,
    checkIn: null,
    checkInAt: null,
    reason: null,
    result: null,
    outcome: null,
    urgency: null,
    competence: null,
    unitId: null,
    placement: null,
    cutCall: null,
    waitingSince: null,
    dueAt: null,
    holderCommissionId: null,
    setAsideUntil: null,
    remindAt: null,
    participantIds: [],
    consultedUnitIds: [],
    claimedAt: null,
    nextDeadlineAt: nextDeadline(
      'describing',
      { dueAt: null, openedAtUnitId: telephone?.unitId ?? null },
      now,
    ),
    firstAnswerAt: null,
    closedAt: null,
    closedAs: null,
    timesMoved: 0,
    timesReopened: 0,
    lastNumber: 0,
    seenByStaff: 0,
    seenByResident: 0,
    residentHereAt: null,
  };
}
