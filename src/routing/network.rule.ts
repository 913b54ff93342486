import type { CareUnitKind, Competence, Instant, Urgency } from '../contracts/index.js';

/** One competence at one unit at a moment: staff on duty and waiting cases. What the rule knows about a queue. */
export interface DeskState {
  /** Staff at work in this competence, counted as the cases they work with at a time. */
  onDuty: number;
  /** How many more cases they could take this minute: staff who have paused take none. */
  available: number;
  /** Cases that wait, by urgency 1–5 (index 0 is urgency 1). */
  waiting: readonly [number, number, number, number, number];
  /** Cases that came in during the last hour of opening, by urgency. */
  arrivedLastHour: readonly [number, number, number, number, number];
  /** Mean minutes of work on a case, lately. */
  handlingMinutes: number;
}

/** One unit at a moment. */
export interface UnitState {
  id: string;
  name: string;
  kind: CareUnitKind;
  open: boolean;
  /** While open: until when; null where it never closes. */
  closesAt: Instant | null;
  /** While closed: when it opens next; null when it does not within two months. */
  opensAt: Instant | null;
  desks: Readonly<Partial<Record<Competence, DeskState>>>;
}

/** The state of the network at a moment, as far as a decision needs it. Units by id. */
export type Network = ReadonlyMap<string, UnitState>;

export const NOBODY_WAITS = [0, 0, 0, 0, 0] as const;

/** How many wait at a desk at that urgency or a more urgent one. */
export function waitingUpTo(desk: DeskState, urgency: Urgency): number {
  return desk.waiting.slice(0, urgency).reduce((sum, count) => sum + count, 0);
}
