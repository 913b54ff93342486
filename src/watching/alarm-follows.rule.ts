import type { CareCase } from '../cases/case.entity.js';
import {
  type CaseState,
  OUTCOME_RULES,
  type TimelineKind,
  type Urgency,
  unreachable,
} from '../contracts/index.js';

/**
 * What follows on an alarm in what a resident wrote, beside that it is told:
 * raise: the case is, where it waits or is held · enqueue: it goes into a queue, from where the questions had led ·
 * reopen: it does so although it was closed · refit: nobody is named yet, so what the questions led to is raised ·
 * none: only told · later: not even told, as the questions are under way.
 */
export type AlarmFollows = 'raise' | 'enqueue' | 'reopen' | 'refit' | 'none' | 'later';

/** What is asked of the case at the moment in which the entry is read, which may be long after it was written. */
export type CaseAtAlarm = Pick<
  CareCase,
  'state' | 'patientId' | 'result' | 'urgency' | 'closedAs' | 'seenByStaff'
> & { withdrawnByStaff: boolean };

/** What follows on an alarm of that urgency in an entry, by the state that the case has when it is read. */
export function followsAlarm(
  careCase: CaseAtAlarm,
  entry: { kind: TimelineKind; number: number },
  urgency: Urgency,
): AlarmFollows {
  const { state } = careCase;
  switch (state) {
    case 'waiting':
    case 'held':
      return 'raise';
    // A message counts in what the questions lead to; a free answer is read once they have.
    case 'describing':
    case 'triage':
      return entry.kind === 'message' ? 'none' : 'later';
    case 'advised':
      return isToldAlready(careCase, urgency) ? 'none' : named(careCase);
    case 'identifying':
    case 'to-book':
    case 'booked':
      return named(careCase);
    case 'closed':
      return isJudged(careCase, entry) || isToldAlready(careCase, urgency) || !careCase.patientId
        ? 'none'
        : 'reopen';
    default:
      return unreachable(state);
  }
}

/** The states from which a case that comes into a queue is a chat; what is booked stays booked. */
export const BECOMES_CHAT: readonly CaseState[] = ['advised', 'identifying', 'to-book'];

function named({ patientId }: CaseAtAlarm): 'enqueue' | 'refit' {
  return patientId ? 'enqueue' : 'refit';
}

/** Whether the way that they were shown is as urgent as the alarm. */
function isToldAlready({ result }: CaseAtAlarm, urgency: Urgency): boolean {
  return result !== null && OUTCOME_RULES[result.outcome].isEmergency && result.urgency <= urgency;
}

/**
 * Whether a person knew of what was written before it was closed: who wrote it and withdrew, or staff who saw it. A rating
 * is given afterwards.
 */
function isJudged(
  { closedAs, seenByStaff, withdrawnByStaff }: CaseAtAlarm,
  { kind, number }: { kind: TimelineKind; number: number },
): boolean {
  const isWithdrawnSince = closedAs === 'withdrawn' && !withdrawnByStaff && kind !== 'rated';
  return isWithdrawnSince || seenByStaff >= number;
}
