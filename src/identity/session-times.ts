import { RESIDENT_SESSION_HOURS, VISITOR_SESSION_HOURS } from '../contracts/index.js';

/** How long things last, in milliseconds. */
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A sign-in at the provider: from leaving us to coming back. */
export const SIGN_IN_MS = 10 * MINUTE;
/** The one-time code that hands a sign-in to the frame. */
export const HAND_OVER_CODE_MS = 60 * SECOND;
/** A hand-over whose answer was lost on its way can be asked for again by the same frame. */
export const HAND_OVER_AGAIN_MS = 5 * MINUTE;

/** A frame's token before it must be renewed. */
export const RESIDENT_TOKEN_MS = 30 * MINUTE;
/** The previous token after a renewal, for requests of other tabs that are on their way. */
export const PREVIOUS_TOKEN_MS = 60 * SECOND;
/** A visitor who has not signed in can come back to their text within this time. */
export const VISITOR_IDLE_MS = VISITOR_SESSION_HOURS * HOUR;
/** A signed-in resident who has been away this long since the token expired must sign in again. */
export const RESIDENT_IDLE_MS = 60 * MINUTE;
/** A resident signs in again at least this often. */
export const RESIDENT_MAX_MS = RESIDENT_SESSION_HOURS * HOUR;

/** Staff who do nothing for this long must sign in again; what their desk asks by itself does not count. */
export const STAFF_IDLE_MS = 60 * MINUTE;
/** Staff sign in again at least this often. */
export const STAFF_MAX_MS = 12 * HOUR;

/** How often expired rows are deleted. */
export const SWEEP_MS = 15 * MINUTE;
