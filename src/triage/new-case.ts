import type { CareCase } from '../cases/case.entity.js';
import { nextDeadline } from '../cases/case-deadlines.rule.js';
import type { StartCase } from '../contracts/index.js';
import type { ResidentCaller, VisitorCaller } from '../identity/caller.js';
import type { Person } from '../residents/person.entity.js';
import type { PatientFacts } from './flow.types.js';

/** A case as it begins: the resident's own words, and nothing decided. */
export function newCase(start: {
  body: StartCase;
  visitor: VisitorCaller | ResidentCaller;
  patient: Person | null;
  originUnitId: string | null;
  facts: PatientFacts;
  suggestions: CareCase['suggestions'];
  now: Date;
}): CareCase {
  const { body, visitor, patient, facts, now } = start;
  return {
    id: body.id,
    state: 'describing',
    startedAt: now,
    about: body.about,
    residentId: visitor.kind === 'resident' ? visitor.personId : null,
    patientId: patient?.id ?? null,
    sessionId: visitor.sessionId,
    patientAgeMonths: facts.ageMonths,
    patientSex: facts.sex,
    language: body.language,
    words: body.words,
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
    waitingSince: null,
    dueAt: null,
    holderCommissionId: null,
    participantIds: [],
    consultedUnitIds: [],
    claimedAt: null,
    nextDeadlineAt: nextDeadline('describing', { dueAt: null }, now),
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
