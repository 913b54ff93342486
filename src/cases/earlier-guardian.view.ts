import type { ResidentCase, ResidentCaseRow, TimelineEntry, TimelineKind } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';

/** What is written in the own words; not what was decided, booked or named. */
const OWN_WORDS: readonly TimelineKind[] = ['started', 'answer', 'message'];

/**
 * What remains of a timeline for someone who no longer may write for the child: what they wrote themselves. Nothing that
 * they wrote can be later than the moment in which the right ended, as from then on they write no more.
 */
export function ownWords(entries: readonly TimelineEntry[], writerName: string): TimelineEntry[] {
  return entries
    .filter(
      ({ kind, actor }) =>
        OWN_WORDS.includes(kind) &&
        actor.kind === 'resident' &&
        (actor.name === writerName || actor.name === null),
    )
    .map((entry) =>
      entry.kind === 'message' ? { ...entry, body: { ...entry.body, attachments: [] } } : entry,
    );
}

/** The case for them: the own words, and that nothing more of it is theirs. Neither who, nor where, nor how it goes. */
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
    words: careCase.words,
    images: [],
    reasons: null,
    triage: null,
    place: null,
    expectedWait: null,
    answerBy: null,
    holder: null,
    participants: [],
    referral: null,
    canWrite: false,
    canWithdraw: false,
    reopenUntil: null,
    ticket: null,
    booking: null,
    closedAs: null,
    rating: null,
    emergencyDepartment: null,
    lastNumber: own.at(-1)?.number ?? 0,
    seenByStaff: 0,
    seenByResident: 0,
  };
}

/** Its row among their cases. */
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
  };
}
