/** What may happen: the resident's steps, the desk's, and time. */
export const STEPS = [
  'start',
  'start-to-book',
  'choose-reason',
  'answer',
  'finish',
  'change-answer',
  'want-contact',
  'withdraw',
  'resident-books',
  'resident-rebooks',
  'resident-cancels',
  'resident-writes',
  'reopen',
  'rate',
  'next',
  'claim',
  'staff-writes',
  'hand-back',
  'set-aside',
  'close',
  'change-urgency',
  'note',
  'give-ticket',
  'staff-books',
  'staff-cancels',
  'consult',
  'end-consultation',
  'take-over',
  'invite',
  'refer',
  'minutes',
  'hours',
  'days',
] as const;

export interface WalkStep {
  what: (typeof STEPS)[number];
  /** Which person of those who can do it. */
  who: number;
  /** Which of the cases. */
  which: number;
  chance: number;
}

/** States in which a step can go well. */
export const FITS: Partial<Record<WalkStep['what'], string[]>> = {
  'choose-reason': ['describing', 'triage'],
  answer: ['triage'],
  finish: ['describing', 'triage'],
  'change-answer': ['triage', 'advised', 'to-book'],
  'want-contact': ['advised', 'to-book'],
  withdraw: ['describing', 'triage', 'advised', 'to-book', 'waiting'],
  'resident-books': ['to-book'],
  'resident-rebooks': ['booked'],
  'resident-cancels': ['booked'],
  'resident-writes': ['waiting', 'held'],
  reopen: ['closed'],
  rate: ['closed'],
  claim: ['waiting'],
  'staff-writes': ['held'],
  'hand-back': ['held'],
  'set-aside': ['held'],
  close: ['held'],
  'change-urgency': ['waiting', 'held'],
  note: ['waiting', 'held'],
  'give-ticket': ['held'],
  'staff-books': ['held'],
  'staff-cancels': ['held'],
  consult: ['held', 'waiting'],
  'end-consultation': ['held', 'waiting'],
  'take-over': ['held', 'waiting'],
  invite: ['held', 'waiting'],
  refer: ['held', 'waiting'],
};

/** Steps of the desk. */
export const DESK = {
  claim: true,
  'staff-writes': true,
  'hand-back': true,
  'set-aside': true,
  close: true,
  'change-urgency': true,
  note: true,
  'give-ticket': true,
  'staff-books': true,
  'staff-cancels': true,
  consult: true,
  'end-consultation': true,
  'take-over': true,
  invite: true,
  refer: true,
};
