import type { ResidentSessionRow } from './session.entity.js';
import {
  HAND_OVER_AGAIN_MS,
  PREVIOUS_TOKEN_MS,
  RESIDENT_IDLE_MS,
  RESIDENT_MAX_MS,
  RESIDENT_TOKEN_MS,
  VISITOR_IDLE_MS,
} from './session-times.js';

/** The part of a session row that the rules read. `renewableUntil` is its latest end, whatever is renewed. */
export type SessionTimes = Pick<
  ResidentSessionRow,
  | 'tokenHash'
  | 'previousTokenHash'
  | 'previousGoodUntil'
  | 'personId'
  | 'expiresAt'
  | 'renewableUntil'
  | 'endedAt'
>;

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
const earliest = (a: Date, b: Date): Date => (a < b ? a : b);

/** The time until which this session can be renewed if it is not used again. */
export function renewableUntil(
  session: Pick<SessionTimes, 'personId' | 'expiresAt' | 'renewableUntil'>,
): Date {
  if (session.personId === null) return session.renewableUntil;
  return earliest(session.renewableUntil, later(session.expiresAt, RESIDENT_IDLE_MS));
}

/** Whether a token with that hash opens the session now. */
export function opens(session: SessionTimes, presentedHash: string, now: Date): boolean {
  if (session.endedAt || now >= session.expiresAt) return false;
  if (presentedHash === session.tokenHash) return true;
  return presentedHash === session.previousTokenHash && !previousIsOver(session, now);
}

/**
 * Whether a token with that hash may renew the session now: the current one, or the previous while it is
 * kept.
 */
export function mayRenew(session: SessionTimes, presentedHash: string, now: Date): boolean {
  if (session.endedAt || now >= renewableUntil(session)) return false;
  return presentedHash === session.tokenHash || presentedHash === session.previousTokenHash;
}

/**
 * Whether the previous token can be forgotten: its time is over, and the token after it has been used. Until
 * then it may still renew, since the answer with the new token may have been lost on its way.
 */
export function previousIsOver(session: SessionTimes, now: Date): boolean {
  return session.previousGoodUntil === null || now >= session.previousGoodUntil;
}

/** The times of a session that begins now. */
export function timesOfVisitor(now: Date): Pick<SessionTimes, 'expiresAt' | 'renewableUntil'> {
  return { expiresAt: later(now, RESIDENT_TOKEN_MS), renewableUntil: later(now, VISITOR_IDLE_MS) };
}

/** The times of a session in which someone signs in now. */
export function timesOfResident(now: Date): Pick<SessionTimes, 'expiresAt' | 'renewableUntil'> {
  return { expiresAt: later(now, RESIDENT_TOKEN_MS), renewableUntil: later(now, RESIDENT_MAX_MS) };
}

/**
 * Whether a hand-over is answered again: its token, of that hash, is still the session's own, and not old. Once the
 * session was renewed somebody has the answer.
 */
export function handsOverAgain(session: SessionTimes, tokenHash: string, now: Date): boolean {
  const until = later(session.expiresAt, HAND_OVER_AGAIN_MS - RESIDENT_TOKEN_MS);
  return session.endedAt === null && session.tokenHash === tokenHash && now < until;
}

/** The session after its renewal with the next token. A token never outlives the session's latest end. */
export function renewed(session: SessionTimes, nextHash: string, now: Date): SessionTimes {
  const end = session.personId === null ? later(now, VISITOR_IDLE_MS) : session.renewableUntil;
  const times = { expiresAt: earliest(later(now, RESIDENT_TOKEN_MS), end), renewableUntil: end };
  if (nextHash === session.tokenHash) return { ...session, ...times };
  return {
    ...session,
    ...times,
    tokenHash: nextHash,
    previousTokenHash: session.tokenHash,
    previousGoodUntil: later(now, PREVIOUS_TOKEN_MS),
  };
}
