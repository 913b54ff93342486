import type { CallEnding, CallState } from '../contracts/index.js';
import type { CallEvent } from './call-transitions.rule.js';

/** How long a call rings. */
export const RING_MS = 60_000;
/** How long a call rings, at least, after the resident begins to try camera and microphone. */
export const PREPARE_MS = 120_000;
/** A participant with no sign of life for this long is gone. A brief loss of network is shorter. */
export const GONE_MS = 40_000;
/** Maximum number of guests besides staff and the resident: more would overload browsers in a direct call. */
export const MOST_GUESTS = 2;

/** A call as the rules look at it. */
export interface CallFacts {
  state: CallState;
  deadlineAt: Date;
  commissionId: string;
  participants: readonly ParticipantFacts[];
}

export interface ParticipantFacts {
  id: string;
  side: 'staff' | 'resident' | 'guest';
  joinedAt: Date | null;
  leftAt: Date | null;
  lastSeenAt: Date;
  /** Since when the participant is not connected, as reported by the media server. */
  awaySince: Date | null;
}

/** The holder of the case. */
export interface HolderFacts {
  state: string;
  holderCommissionId: string | null;
  /** Whether the resident may no longer talk for the child. */
  hasRightEnded?: boolean;
}

/** Whether a participant has joined or is about to, and has not left. */
export function isIn(participant: ParticipantFacts): boolean {
  return participant.leftAt === null;
}

/** Whether a participant has been away too long. */
export function isGone({ lastSeenAt, awaySince }: ParticipantFacts, now: Date): boolean {
  const since = Math.min(lastSeenAt.getTime(), awaySince?.getTime() ?? Number.POSITIVE_INFINITY);
  return now.getTime() - since > GONE_MS;
}

/** Whether the caller still holds the case. */
export function isWithHolder(call: Pick<CallFacts, 'commissionId'>, careCase: HolderFacts): boolean {
  return careCase.state === 'held' && careCase.holderCommissionId === call.commissionId;
}

/** What must happen to an open call, because of the time or a change of the case. */
export type Demand =
  | { event: CallEvent; why: CallEnding | null; gone: readonly string[] }
  | { event: null; gone: readonly string[] };

/**
 * What must happen to an open call now. It ends when the caller no longer holds the case, or when the
 * resident may no longer write for the child; ringing runs out at its deadline; a call whose staff or
 * resident is gone ends; a guest who is gone has only left.
 */
export function demandOf(call: CallFacts, careCase: HolderFacts, now: Date): Demand {
  const gone = call.participants.filter((each) => isIn(each) && isGone(each, now)).map(({ id }) => id);
  if (!isWithHolder(call, careCase)) return { event: 'end', why: 'case-left', gone };
  if (careCase.hasRightEnded) return { event: 'end', why: 'right-ended', gone };
  if (call.state === 'ringing' && call.deadlineAt <= now) return { event: 'run-out', why: null, gone };
  const mainGone = call.participants.some((each) => each.side !== 'guest' && gone.includes(each.id));
  if (mainGone) return { event: 'end', why: 'connection-lost', gone };
  return { event: null, gone };
}
