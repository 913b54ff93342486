import { OUTCOME_RULES } from './outcomes.js';
import type { TimelineBodies, TimelineEntry, TimelineKind } from './timeline.js';

const never = () => false;
/** For each kind, whether it tells of something dangerous: a new kind has to be placed. */
const DANGERS: { readonly [K in TimelineKind]: (body: TimelineBodies[K]) => boolean } = {
  started: never,
  'alarm-found': () => true,
  // Only that it was meant: also said by who had taken it back.
  'alarm-answered': ({ answer }) => answer === 'go-on',
  'reason-chosen': never,
  'reasons-offered': never,
  answer: never,
  'check-in-asked': never,
  'check-in-answered': ({ advice }) => advice !== null && OUTCOME_RULES[advice.outcome].isEmergency,
  'check-in-unanswered': never,
  'answers-dropped': never,
  result: never,
  identified: never,
  carried: never,
  'contact-wanted': never,
  'interpreter-asked': never,
  routed: never,
  claimed: never,
  'claim-undone': never,
  'handed-back': never,
  'hold-expired': never,
  'set-aside': never,
  'set-aside-over': never,
  'cut-off': never,
  moved: never,
  transferred: never,
  message: never,
  'images-added': never,
  'image-asked': never,
  note: never,
  'record-note-taken': never,
  'urgency-changed': ({ from, to }) => to < from,
  'urgency-raised': () => true,
  'ticket-given': never,
  booked: never,
  rebooked: never,
  'booking-cancelled': never,
  'advice-given': never,
  withdrawn: never,
  closed: never,
  reopened: never,
  rated: never,
  'waiting-again': never,
  'consultation-asked': never,
  'consultation-answered': never,
  'consultation-ended': never,
  'consultation-overdue': never,
  'taken-over': never,
  'handed-over': never,
  'participant-joined': never,
  'participant-left': never,
  referred: never,
  telephoned: never,
  'call-started': never,
  'call-answered': never,
  'call-declined': never,
  'call-missed': never,
  'call-joined': never,
  'call-left': never,
  'call-uninvited': never,
  'call-ended': never,
};

/**
 * Whether an entry tells of something dangerous that became known, or that a case became more urgent. Whoever lowers a
 * case, closes it or says what to do instead must have been shown it.
 */
export function tellsOfDanger<K extends TimelineKind>({ kind, body }: TimelineEntry<K>): boolean {
  // A page that was opened before a new version came may not know its kinds.
  const tells: ((body: TimelineBodies[K]) => boolean) | undefined = DANGERS[kind];
  return tells?.(body) ?? false;
}
