import type { ResidentCase, ResidentCaseRow, TimelineEntry, TimelineKind } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';

/** What the resident wrote; not what was decided, booked or named. */
const OWN_WORDS: readonly TimelineKind[] = ['started', 'answer', 'message'];

/**
 * What remains of a timeline for someone who may no longer write for the child: what they wrote themselves.
 * None of it can be later than the end of that right, as from then on they could not write.
 */
export function ownWords(entries: readonly TimelineEntry[], writerId: string): TimelineEntry[] {
  return entries
    .filter(
      ({ kind, actor }) =>
        OWN_WORDS.includes(kind) &&
        actor.kind === 'resident' &&
        // Without a name: from before they signed in.
        (actor.personId === writerId || (actor.personId === null && actor.name === null)),
    )
    .map((entry) =>
      entry.kind === 'message' ? { ...entry, body: { ...entry.body, attachments: [] } } : entry,
    );
}

/** The case for them: their own words, and that they may see nothing more. No names, no unit, no progress. */
export function earlierGuardianView(careCase: CareCase, own: readonly TimelineEntry[]): ResidentCase {
  return {
    id: careCase.id,
    state: 'closed',
    rightEnded: true,
    startedAt: careCase.startedAt.toISOString(),
    about: careCase.about,
    patient: null,
    patientAgeMonths: careCase.patientAgeMonths,
    language: careCase.language,
    interpreter: null,
    canAskInterpreter: false,
    words: careCase.words,
    images: [],
    alarm: null,
    checkIn: null,
    reasons: null,
    advice: null,
    triage: null,
    place: null,
    expectedWait: null,
    answerBy: null,
    answerAwaited: false,
    holder: null,
    participants: [],
    referral: null,
    canWrite: false,
    canWithdraw: false,
    reopenUntil: null,
    ticket: null,
    booking: null,
    bookings: [],
    unitContacts: [],
    closedAt: null,
    closedAs: null,
    rating: null,
    emergencyDepartment: null,
    lastNumber: own.at(-1)?.number ?? 0,
    seenByStaff: 0,
    seenByResident: 0,
  };
}

/** The row for an earlier guardian in their list of cases. */
export function rowOfEarlierGuardian({ id, startedAt, words }: CareCase): ResidentCaseRow {
  return {
    id,
    state: 'closed',
    rightEnded: true,
    startedAt: startedAt.toISOString(),
    patientName: null,
    reason: null,
    words,
    unread: 0,
    decided: null,
    closedAt: null,
    closedAs: null,
    bookings: [],
  };
}
