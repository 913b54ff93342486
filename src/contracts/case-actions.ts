/**
 * How somebody stands to a case. One may stand in several ways at once (a holder whose unit is also consulted); whoever
 * stands in none is a stranger.
 */
export const RELATIONS = [
  /** Whom it is about. */
  'patient',
  /** Writes for a child, and has the right to it now. */
  'guardian',
  /** Wrote for a child whom they no longer may write for: the right was taken away, or the child turned 13. */
  'earlier-guardian',
  /** Began it, and nobody is named as its patient yet. */
  'visitor',
  /** The staff member who has it. */
  'holder',
  /** In the chat beside the holder. */
  'participant',
  /** In care at the unit that opened it for somebody on the telephone, until somebody has it. */
  'opener',
  /** At the unit whose case it is, with the competence that it waits for. */
  'colleague',
  /** At the unit, in care, with another competence. */
  'other-colleague',
  /** At the unit, for administration, and the case is not for administration. */
  'administrator',
  /** Asked other colleagues about it as its holder. */
  'asker',
  /** At a unit that is consulted about it now. */
  'consulted',
  /** At a unit that is consulted about it too, in another thread than the one that is looked at. */
  'consulted-beside',
  /** At a unit that was consulted about it, and is no longer: has its own part of what was said. */
  'was-consulted',
  /** Had it until today, when it went to another unit. */
  'former-holder',
  /** Manages the unit or the region, and looks after no patient. */
  'manager',
  /** Invited to a call in it. */
  'guest',
  'stranger',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What people do with a case. Who may is said by one table, `cases/who-may-act.rule.ts`. */
export const CASE_ACTIONS = [
  // both sides
  'see',
  /** Hear of what happens as it happens. */
  'follow',
  'see-image',
  'write',
  'mark-seen',
  'type',
  'add-image',
  'join-call',
  'signal-in-call',
  'leave-call',
  'write-in-call',

  // residents
  'answer-alarm',
  'choose-reason',
  'answer-question',
  'answer-check-in',
  'name-patient',
  /** To another device, by a one-time code. */
  'carry',
  'want-contact',
  'ask-interpreter',
  'withdraw',
  'reopen',
  'rate',
  'see-times',
  'book',
  'move-booking',
  'cancel-booking',
  'see-calendar',
  'prepare-call',
  'answer-call',
  'decline-call',

  // staff, for somebody on the telephone
  'open-for-caller',
  /** To read out the questions and what they lead to. */
  'see-questions',
  /** Go on with the questions where the call was cut off. */
  'ask-on',

  // staff
  'claim',
  /** A few seconds after it, as if it had never been. */
  'undo-claim',
  'hand-back',
  /** To a colleague at the unit. */
  'hand-over',
  /** For later, and to take up again. */
  'set-aside',
  'close',
  'raise-urgency',
  'lower-urgency',
  'write-note',
  'give-advice',
  'ask-for-image',
  'see-transfer-targets',
  'transfer',
  'give-ticket',
  'book-for-patient',
  'move-booking-for-patient',
  'cancel-booking-for-patient',
  'refer',
  'start-call',
  /** To be shown the resident's number, and to note how the call went. */
  'telephone',
  'invite-guest',
  'see-guests',
  'withdraw-guest',

  // colleagues
  'invite-colleague',
  'leave-chat',
  'remove-colleague',
  'consult',
  'see-consultation',
  'follow-consultation',
  'write-in-consultation',
  'add-image-to-consultation',
  'mark-consultation-seen',
  'end-consultation',
  /** The consulted make it theirs. */
  'take-over',
  /** A colleague takes a case whose holder is gone. */
  'take-over-from-gone',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];
