import { alarmsOf } from '../cases/alarms.rule.js';
import type { CareCase } from '../cases/case.entity.js';
import { redFlagsOf } from '../cases/in-call.rule.js';
import { bookingsOf, imagesOf } from '../cases/resident-case.view.js';
import { standingAdvice } from '../cases/standing-advice.rule.js';
import type {
  Aside,
  CareUnitName,
  CaseAction,
  CaseColleagues,
  DeskCase,
  EarlierCase,
  StaffName,
  TimelineEntry,
} from '../contracts/index.js';
import type { Person } from '../residents/person.entity.js';

/** Everything that the desk's view of a case is made from. */
export interface DeskViewParts {
  careCase: CareCase;
  entries: readonly TimelineEntry[];
  patient: Person;
  patientAgeMonths: number;
  listing: CareUnitName | null;
  guardian: Person | null;
  origin: string;
  unit: CareUnitName | null;
  aside: Aside | null;
  holder: StaffName | null;
  holderGoneSince: string | null;
  canTakeFromGone: boolean;
  earlier: readonly CareCase[];
  colleagues: CaseColleagues;
  /** What the reader may do with the case. */
  may: CaseAction[];
}

/** What staff see of a case, derived only from the case and its timeline. */
export function deskCaseView(parts: DeskViewParts): DeskCase {
  const { careCase, entries, patient, guardian, colleagues } = parts;
  const isPast = colleagues.relation === 'former';
  return {
    id: careCase.id,
    state: careCase.state,
    urgency: careCase.urgency,
    competence: careCase.competence,
    startedAt: careCase.startedAt.toISOString(),
    waitingSince: careCase.waitingSince?.toISOString() ?? null,
    dueAt: careCase.dueAt?.toISOString() ?? null,
    firstAnswerAt: careCase.firstAnswerAt?.toISOString() ?? null,
    closedAt: isPast ? null : (careCase.closedAt?.toISOString() ?? null),
    closedAs: isPast ? null : careCase.closedAs,
    language: careCase.language,
    interpreter: careCase.interpreter,
    patient: {
      id: patient.id,
      givenName: patient.givenName,
      familyName: patient.familyName,
      identityNumber: patient.identityNumber,
      identityKind: patient.identityKind,
      ageMonths: parts.patientAgeMonths,
      sex: patient.sex,
      listing: parts.listing,
      protectedIdentity: patient.protectedIdentity,
    },
    guardian: guardian && { id: guardian.id, givenName: guardian.givenName, familyName: guardian.familyName },
    origin: parts.origin,
    byTelephone: careCase.byTelephone,
    words: careCase.words,
    images: imagesOf(entries),
    reason: careCase.reason,
    alarms: alarmsOf(entries),
    redFlags: [...redFlagsOf(careCase)],
    advice: standingAdvice(careCase.result, entries),
    triage: careCase.triage?.view ?? null,
    result: careCase.result,
    outcome: careCase.outcome,
    placement: careCase.placement,
    unit: parts.unit,
    aside: parts.aside,
    holder: parts.holder,
    holderGoneSince: parts.holderGoneSince,
    canTakeFromGone: parts.canTakeFromGone,
    mine: colleagues.relation === 'holder',
    may: parts.may,
    bookings: bookingsOf(entries),
    earlier: parts.earlier.map(toEarlierCase),
    timeline: [...entries],
    lastNumber: isPast ? (entries.at(-1)?.number ?? 0) : careCase.lastNumber,
    seenByStaff: careCase.seenByStaff,
    seenByResident: careCase.seenByResident,
    ...colleagues,
  };
}

function toEarlierCase({ id, startedAt, reason, state, urgency, closedAs }: CareCase): EarlierCase {
  return { id, startedAt: startedAt.toISOString(), reason, state, urgency, closedAs };
}
