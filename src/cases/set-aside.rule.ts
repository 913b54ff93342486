import { SET_ASIDE_DAYS, type SetAsideWhy, type TimelineKind, type Urgency } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';
import type { NewEntry } from './timeline.js';

const DAY_MS = 24 * 3_600_000;
/** What is this urgent is helped, or given to somebody else, and does not wait for anything. */
const TOO_URGENT: Urgency = 2;

/** Why a case cannot be set aside until a time. */
export type AsideFault = 'too-urgent' | 'past' | 'too-far';

/** Whether a case may be left until a time: it is in the time to come, not too far off, and the case can wait. */
export function faultOfSettingAside(
  { urgency }: Pick<CareCase, 'urgency'>,
  { until, why }: { until: Date; why: SetAsideWhy },
  now: Date,
): AsideFault | null {
  if (until <= now) return 'past';
  if (until.getTime() > now.getTime() + SET_ASIDE_DAYS * DAY_MS) return 'too-far';
  return why !== 'reminder' && (urgency ?? 1) <= TOO_URGENT ? 'too-urgent' : null;
}

type Times = Pick<CareCase, 'setAsideUntil' | 'remindAt'>;

/** What is stored of a case that is set aside until a time. */
export function setAside(before: Pick<Times, 'remindAt'>, until: Date, why: SetAsideWhy): Times {
  return {
    setAsideUntil: why === 'reminder' ? null : until,
    // Whoever waits for an answer needs no reminder once it is there; one that was promised before stays.
    remindAt: why === 'answer' ? before.remindAt : until,
  };
}

/** What is stored once a case is taken up: a reminder of another time that is yet to come stays. */
export function takenUp({ setAsideUntil, remindAt }: Times, now: Date): Times {
  const isAnother = setAsideUntil !== null && remindAt?.getTime() !== setAsideUntil.getTime();
  return { setAsideUntil: null, remindAt: isAnother && remindAt && remindAt > now ? remindAt : null };
}

/**
 * What may happen to a case while it stays set aside, by staff or automatically. All else takes it up again, as does
 * whatever the resident does: a kind that is not named here brings it back rather than hides it.
 */
const STAYS: ReadonlySet<TimelineKind> = new Set<TimelineKind>([
  'set-aside',
  'message',
  'note',
  'record-note-taken',
  'image-asked',
  'advice-given',
  'telephoned',
  'booked',
  'rebooked',
  'booking-cancelled',
  'referred',
  'check-in-asked',
  'handed-back',
  'hold-expired',
  'handed-over',
  'consultation-asked',
  'consultation-answered',
  'consultation-ended',
  'consultation-overdue',
  'participant-joined',
  'participant-left',
]);

type Facts = Pick<CareCase, 'state' | 'unitId' | 'dueAt' | 'setAsideUntil' | 'remindAt' | 'nextDeadlineAt'>;

/**
 * Until when a case is set aside after a change, when somebody is reminded of it, and its next deadline with that: it has
 * one at any moment, that of its queue again once it is taken up. Its place in the queue is never changed by it.
 */
export function asideAfter(
  before: Facts,
  after: Facts,
  entries: readonly Pick<NewEntry, 'kind' | 'actor'>[],
): Pick<CareCase, 'setAsideUntil' | 'remindAt' | 'nextDeadlineAt'> {
  const withStaff = after.state === 'waiting' || after.state === 'held';
  if (!withStaff || before.unitId !== after.unitId) {
    const nextDeadlineAt = withStaff && before.setAsideUntil ? after.dueAt : after.nextDeadlineAt;
    return { setAsideUntil: null, remindAt: null, nextDeadlineAt };
  }
  const stays = entries.every(({ kind, actor }) => STAYS.has(kind) && actor.kind !== 'resident');
  const setAsideUntil = stays ? after.setAsideUntil : null;
  const wasAside = before.setAsideUntil !== null || after.setAsideUntil !== null;
  const nextDeadlineAt = setAsideUntil ?? (wasAside ? after.dueAt : after.nextDeadlineAt);
  return { setAsideUntil, remindAt: after.remindAt, nextDeadlineAt };
}
