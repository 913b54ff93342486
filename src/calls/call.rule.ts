import type { CallEnding, CallState } from '../contracts/index.js';
import type { CallEvent } from './call-transitions.rule.js';

/** How long it rings. */
export const RING_MS = 60_000;
/** How long from the moment on that the resident tries camera and microphone; it then rings no longer. */
export const PREPARE_MS = 120_000;
/** Who has given no sign of life for so long is gone. A short loss of network is shorter. */
export const GONE_MS = 40_000;
/** Guests besides staff and the resident, so that browsers that connect to each other still manage. */
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
  /** The media server has told that the participant is not connected, since then. */
  awaySince: Date | null;
}

/** Whose case it is. */
export interface HolderFacts {
  state: string;
  holderCommissionId: string | null;
  /** Whether who talks for a child may do so no longer. */
  hasRightEnded?: boolean;
}

/** Whether a participant takes part: has joined, or is about to, and has not left. */
export function isIn(participant: ParticipantFacts): boolean {
  return participant.leftAt === null;
}

/** Whether a participant has been away too long. */
export function isGone({ lastSeenAt, awaySince }: ParticipantFacts, now: Date): boolean {
  const since = Math.min(lastSeenAt.getTime(), awaySince?.getTime() ?? Number.POSITIVE_INFINITY);
  return now.getTime() - since > GONE_MS;
}

/** Whether the call is still with the one who holds the case. */
export function isWithHolder(call: Pick<CallFacts, 'commissionId'>, careCase: HolderFacts): boolean {
  return careCase.state === 'held' && careCase.holderCommissionId === call.commissionId;
}

/** What time, or what has happened to the case, demands of an open call. */
export type Demand =
  | { event: CallEvent; why: CallEnding | null; gone: readonly string[] }
  | { event: null; gone: readonly string[] };

/**
 * What must happen to an open call now: it ends when the case is no longer held by the caller, or its resident no longer
 * may write for the child; ringing runs out at its deadline; a call whose staff or resident is gone ends; a guest who is gone has only left.
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
