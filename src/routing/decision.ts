import type { Competence, Instant, Language, Urgency, WaitEstimate } from '../contracts/index.js';

/** What the rule knows about a case. */
export interface CaseFacts {
  urgency: Urgency;
  /** Flow id of the contact reason; null when none was picked. */
  reason: string | null;
  /** The competences that may help, first choice first. Stand-ins by the policy come after these. */
  competences: readonly Competence[];
  ageMonths: number;
  language: Language;
  /** The patient's clinic. */
  listingUnitId: string | null;
  /** The unit on whose page it began. */
  originUnitId: string | null;
  /** How often the router has moved it. */
  timesMoved: number;
  /**
   * Set when staff sent it to where it waits: when that unit was to open, or null if it was open. Absent when the router
   * placed it, and in decisions stored under version 2 of the rule.
   */
  sentByStaff?: { opensAt: Instant | null } | null;
  /** Where it waits now and how many stand before it there; null when it is placed for the first time. */
  current: { unitId: string; competence: Competence; ahead: number } | null;
}

/**
 * home-open: own unit, open · helped-sooner: own unit is busy, another helps sooner · home-closed: own unit is closed,
 * another takes it · waits-for-opening · no-home: no unit of its own can · home-never-opens · stays: waits where it is ·
 * catch-all: no rule could place it.
 */
export type ReasonCode =
  | 'home-open'
  | 'helped-sooner'
  | 'home-closed'
  | 'waits-for-opening'
  | 'no-home'
  | 'home-never-opens'
  | 'stays'
  | 'catch-all';

export type TurnedDownCode =
  | 'closed'
  | 'busy'
  | 'nobody-on-duty'
  | 'lacks-competence'
  | 'not-agreed'
  | 'takes-no-overflow'
  | 'not-sooner-enough'
  | 'home-soon-enough'
  | 'moved-enough'
  | 'sent-by-staff'
  | 'quiet-hours';

export interface Target {
  unitId: string;
  competence: Competence;
}

export interface TurnedDown extends Target {
  code: TurnedDownCode;
  /** Where known. */
  wait: WaitEstimate | null;
  opensAt: Instant | null;
}

/** Where a case goes and why, in codes and numbers; `explain` says it in words. */
export interface Decision {
  target: Target;
  code: ReasonCode;
  /** The patient's own unit, if there is one. */
  homeUnitId: string | null;
  /** When the unit opens, where the case waits for that. */
  opensAt: Instant | null;
  /** Counted from now, or from `opensAt`; null when nobody is on duty, so that nothing can be estimated. */
  wait: WaitEstimate | null;
  turnedDown: TurnedDown[];
}
