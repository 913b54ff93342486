import type { SeenUpTo } from './requests.js';
import type { Instant } from './words.js';

/**
 * Why a case is left for later. answer: waits for the resident · follow-up: to be taken up then, whether they write or
 * not · reminder: stays where it is, and its holder is reminded.
 */
export const SET_ASIDE_WHYS = ['answer', 'follow-up', 'reminder'] as const;
export type SetAsideWhy = (typeof SET_ASIDE_WHYS)[number];

/** The longest that a case may be left, in days. */
export const SET_ASIDE_DAYS = 60;

/** POST /api/desk/cases/:caseId/set-aside */
export interface SetAside extends SeenUpTo {
  id: string;
  /** Until when, in the time to come; null takes it up again now. */
  until: Instant | null;
  why: SetAsideWhy;
  /** For whoever takes it up again, staff only. */
  note: string | null;
}

/** A case that is left for later, or of which somebody is to be reminded. */
export interface Aside {
  /** Until then it is not taken from the queue and hurries nobody; null where it is only to be reminded of. */
  until: Instant | null;
  /** When the holder, or whoever is there then, is reminded of it. */
  remindAt: Instant | null;
  why: SetAsideWhy;
  note: string | null;
}
