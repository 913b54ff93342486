import {
  CASE_STATES,
  type CaseAction,
  type CaseState,
  RELATIONS,
  type Relation,
} from '../contracts/index.js';

/** The states in which each relation to a case allows something; a relation not named never does. */
type Line = Readonly<Partial<Record<Relation, readonly CaseState[]>>>;

const ANY: readonly CaseState[] = CASE_STATES;
const HELD: readonly CaseState[] = ['held'];
const WAITING: readonly CaseState[] = ['waiting'];
const CLOSED: readonly CaseState[] = ['closed'];
/** The resident and staff are in conversation. */
const IN_TALK: readonly CaseState[] = ['waiting', 'held'];
/** Until the case has been passed on. */
const IN_TRIAGE: readonly CaseState[] = ['describing', 'triage', 'advised', 'identifying', 'to-book'];
/** While answers may be given or changed. */
const ANSWERING: readonly CaseState[] = ['triage', 'advised', 'identifying', 'to-book'];
const AFTER_QUESTIONS: readonly CaseState[] = ['to-book', 'booked', 'waiting', 'held', 'closed'];

/** The person who writes, whether for themselves or for a child. */
const writer = (states: readonly CaseState[]) => ({ patient: states, guardian: states });
/** The same, also before a name is given. */
const author = (states: readonly CaseState[]) => ({ ...writer(states), visitor: states });
/** Everyone who works at the unit, whatever their competence. */
const unit = (states: readonly CaseState[]) => ({
  colleague: states,
  'other-colleague': states,
  administrator: states,
});
const holder = { holder: HELD };
/** Staff who answer for somebody on the telephone. */
const opener = (states: readonly CaseState[]) => ({ opener: states });
/** Once somebody has the case, it is no longer with those who opened it. */
const NOT_HELD: readonly CaseState[] = ANY.filter((state) => state !== 'held');
const everybody = Object.fromEntries(RELATIONS.map((relation) => [relation, ANY])) as Line;

/** Staff who follow a case. Consulted staff do while they are consulted; later they have only the thread. */
const staffInSight = { ...holder, participant: HELD, ...unit(ANY), ...opener(NOT_HELD), consulted: IN_TALK };

/**
 * Who may do what with a case, in which of its states: the one table. Reads, sockets, images, calls, bookings
 * and consultations ask it, and every change asks it under the lock of the case.
 *
 * Having asked colleagues (`asker`) gives no rights: the consultation belongs to the case, and goes with it
 * to its next holder.
 */
export const WHO_MAY = {
  // A holder until today sees the case as it was then; an earlier guardian sees what they wrote for the
  // child.
  see: {
    ...author(ANY),
    'earlier-guardian': ANY,
    ...staffInSight,
    'former-holder': ANY,
  },
  follow: { ...author(ANY), ...staffInSight },
  'see-image': { ...author(ANY), ...staffInSight, 'former-holder': ANY },
  write: { ...writer(IN_TALK), ...holder, participant: HELD },
  // Among staff only what the holder has seen counts.
  'mark-seen': { ...writer(ANY), visitor: ANY, ...holder },
  // Only people who may write are shown as writing.
  type: { ...writer(IN_TALK), ...holder, participant: HELD },
  'add-image': { ...author([...IN_TRIAGE, ...IN_TALK]), ...holder, participant: HELD },
  // A call goes on for as long as the one who started it has the case.
  'join-call': { ...writer(HELD), ...holder, guest: HELD },
  'signal-in-call': { ...writer(HELD), ...holder, guest: HELD },
  // Anyone in a call may always leave it.
  'leave-call': everybody,
  'write-in-call': { ...writer(HELD), ...holder },

  // An alarm in the first words while no contact reason is picked, one in a message at any time.
  'answer-alarm': {
    ...author(['describing']),
    ...writer(['describing', ...IN_TALK]),
    ...opener(['describing']),
  },
  'choose-reason': { ...author(['describing', 'triage']), ...opener(['describing', 'triage']) },
  'answer-question': { ...author(ANSWERING), ...opener(ANSWERING) },
  'answer-check-in': writer(IN_TALK),
  'name-patient': author(IN_TRIAGE),
  // Who has signed in finds the case on every device.
  carry: { visitor: ['describing', 'triage', 'advised', 'identifying'] },
  'want-contact': { ...author(['advised', 'to-book']), ...opener(['advised', 'to-book']) },
  'ask-interpreter': author([...IN_TRIAGE, 'booked', ...IN_TALK]),
  withdraw: { ...author([...IN_TRIAGE, 'waiting']), ...opener(IN_TRIAGE) },
  reopen: author(CLOSED),
  rate: author(CLOSED),
  'see-times': { ...writer(AFTER_QUESTIONS), ...opener(['to-book']) },
  book: { ...writer(['to-book']), ...opener(['to-book']) },
  // A booking outlives the state in which it was made.
  'move-booking': writer(AFTER_QUESTIONS),
  'cancel-booking': writer(AFTER_QUESTIONS),
  'see-calendar': writer(AFTER_QUESTIONS),
  'prepare-call': writer(HELD),
  'answer-call': writer(HELD),
  'decline-call': writer(HELD),

  // Before there is a case: of the case that would be opened.
  'open-for-caller': opener(['describing']),
  'see-questions': opener(NOT_HELD),
  'ask-on': opener(WAITING),

  // Cases wait for a competence: staff with another one transfer the case, or ask its holder to.
  // Who has talked with somebody on the telephone may go on with them, wherever the case was placed.
  claim: { colleague: WAITING, ...opener(WAITING) },
  'undo-claim': holder,
  'hand-back': holder,
  'hand-over': holder,
  'set-aside': holder,
  close: holder,
  // Anyone at the unit may report that it is worse than it looks, until a holder decides.
  'raise-urgency': { ...holder, ...unit(WAITING) },
  'lower-urgency': { ...holder, colleague: WAITING },
  // A colleague at the unit may know something that helps the present or next holder. Nothing is written on a
  // closed case; consulted staff have the thread, which stays theirs.
  'write-note': { ...holder, participant: HELD, ...unit(IN_TALK) },
  'give-advice': holder,
  // Whoever of the staff writes with the resident.
  'ask-for-image': { ...holder, participant: HELD },
  'see-transfer-targets': { ...holder, colleague: WAITING, 'other-colleague': WAITING },
  // Not for administration: a transfer from a queue of another competence to their own would be a claim by a
  // detour.
  transfer: { ...holder, colleague: WAITING, 'other-colleague': WAITING },
  'give-ticket': holder,
  'book-for-patient': holder,
  'move-booking-for-patient': holder,
  'cancel-booking-for-patient': holder,
  refer: holder,
  'start-call': holder,
  // A call that is cut off while the questions are asked is taken up again.
  telephone: { ...holder, ...opener(IN_TRIAGE) },
  'invite-guest': holder,
  'see-guests': holder,
  'withdraw-guest': holder,

  'invite-colleague': holder,
  'leave-chat': { participant: HELD },
  'remove-colleague': holder,
  consult: holder,
  'see-consultation': { ...staffInSight, 'consulted-beside': IN_TALK, 'was-consulted': ANY },
  'follow-consultation': { ...staffInSight, 'consulted-beside': IN_TALK, 'was-consulted': ANY },
  'write-in-consultation': { ...holder, consulted: IN_TALK },
  'add-image-to-consultation': { ...holder, consulted: IN_TALK },
  'mark-consultation-seen': { ...holder, consulted: IN_TALK },
  'end-consultation': { ...holder, consulted: IN_TALK },
  'take-over': { consulted: IN_TALK },
  'take-over-from-gone': { colleague: HELD },
} as const satisfies Record<CaseAction, Line>;

/** The relations that some line names; leaving a call is open to everybody, so it names nobody. */
type Named = {
  [action in Exclude<CaseAction, 'leave-call'>]: keyof (typeof WHO_MAY)[action];
}[Exclude<CaseAction, 'leave-call'>];

/**
 * Relations that allow nothing by themselves. A new relation does not compile until it stands here or in some
 * line of the table.
 */
export const WITHOUT_RIGHTS = {
  asker: true,
  manager: true,
  stranger: true,
} as const satisfies Record<Exclude<Relation, Named>, true>;

/**
 * Why somebody may not.
 * not-found: they may not even follow the case, and are told nothing about it · wrong-state: nobody can do
 * this in that state · not-allowed: others can.
 */
export type Refusal = 'not-found' | 'wrong-state' | 'not-allowed';

/** What one must see to be told why an action is refused, where that is not the case itself. */
const SIGHT_FOR: Readonly<Partial<Record<CaseAction, CaseAction>>> = {
  'write-in-consultation': 'see-consultation',
  'add-image-to-consultation': 'see-consultation',
  'mark-consultation-seen': 'see-consultation',
  'end-consultation': 'see-consultation',
  'take-over': 'see-consultation',
};

/** Why these relations may not take an action on a case in that state; null when they may. */
export function refusalOf(
  action: CaseAction,
  relations: readonly Relation[],
  state: CaseState,
): Refusal | null {
  const line: Line = WHO_MAY[action];
  if (isOpenTo(line, relations, state)) return null;
  if (!isOpenTo(WHO_MAY[SIGHT_FOR[action] ?? 'follow'], relations, state)) return 'not-found';
  return Object.values(line).some((states) => states.includes(state)) ? 'not-allowed' : 'wrong-state';
}

/** Whether these relations may take the action. */
export function mayAct(action: CaseAction, relations: readonly Relation[], state: CaseState): boolean {
  return refusalOf(action, relations, state) === null;
}

function isOpenTo(line: Line, relations: readonly Relation[], state: CaseState): boolean {
  return relations.some((relation) => line[relation]?.includes(state));
}
