import { ProblemException } from '../config/problem.exception.js';
import type { CaseAction, CaseState } from '../contracts/index.js';
import type { CaseEvent } from './case-transitions.rule.js';
import type { Refusal } from './who-may-act.rule.js';

/** One answer for "does not exist" and "is somebody else's", so that ids cannot be probed. */
export function caseNotFound(): ProblemException {
  return new ProblemException('not-found', 'There is no such case among those you may see.');
}

const WHAT: Record<CaseEvent, string> = {
  'choose-reason': 'The contact reason can be picked only before the questions are done.',
  answer: 'Answers can be changed only until the case has gone on.',
  advise: 'The case is past its questions.',
  'ask-name': 'The case is past its questions.',
  'give-ticket': 'A booking ticket can be given only by the one who holds the case.',
  enqueue: 'The case cannot go to the queue now.',
  'cut-off': 'The questions are not being asked on the telephone.',
  'ask-on': 'The questions can be gone on with only while the case waits after a call that was cut off.',
  claim: 'The case does not wait any more; someone has it, or it is closed.',
  'take-over': 'Only a case that is held, or waits in its queue, can be taken over.',
  'hand-back': 'Only a case that is held can be handed back.',
  transfer: 'Only a case that waits or is held can be sent to another queue.',
  'expire-hold': 'The case is not held.',
  book: 'A time can be booked with a booking ticket, or by the one who holds the case.',
  rebook: 'There is no booking to move.',
  'cancel-booking': 'There is no booking to cancel.',
  'change-urgency': 'The urgency can be changed only while the case waits or is held.',
  close: 'Only a case that is held can be closed.',
  withdraw: 'The case cannot be withdrawn now.',
  'run-out': 'The case goes on.',
  reopen: 'Only a closed case can be reopened.',
};

/** The state of the case does not allow the request. */
export function wrongState(event: CaseEvent, state: CaseState): ProblemException {
  return new ProblemException('wrong-state', `${WHAT[event]} (The case is ${state} now.)`);
}

const NOT_HELD = 'Only who holds a case can do this.';
const NO_CALL = 'Calls go on only while a staff member has the case.';
const NO_RING = 'The call no longer rings: it was answered, or it is over.';
const CALL = 'Only the one who holds the case can call. Claim the case first.';

/** Used when nobody can do it in that state. */
const NOT_NOW: Partial<Record<CaseAction, string>> = {
  write: 'Messages are written while the case waits or is held. Write again about the same matter instead.',
  type: 'Messages are written while the case waits or is held.',
  'add-image': 'No image can be added to the case now.',
  'join-call': NO_CALL,
  'signal-in-call': NO_CALL,
  'write-in-call': NO_CALL,
  'answer-alarm': 'The alarm can be answered only before a contact reason is picked.',
  'choose-reason': WHAT['choose-reason'],
  'answer-question': WHAT.answer,
  'name-patient': 'Whom the case is about can be said only before it has gone on.',
  carry: 'The case can be taken to another device only until it has gone on.',
  'want-contact': 'Contact can be asked for after self-care advice, or instead of a time.',
  withdraw: WHAT.withdraw,
  reopen: WHAT.reopen,
  rate: 'A case can be rated when it is closed.',
  'see-times': 'Times are shown once the questions are answered.',
  'see-calendar': 'Times are shown once the questions are answered.',
  book: WHAT.book,
  'move-booking': WHAT.rebook,
  'cancel-booking': WHAT['cancel-booking'],
  'see-questions': 'Somebody has the case now; it is read as other cases are.',
  'open-for-caller': 'The case is open already.',
  'ask-on': WHAT['ask-on'],
  claim: WHAT.claim,
  'hand-back': WHAT['hand-back'],
  close: WHAT.close,
  'raise-urgency': WHAT['change-urgency'],
  'lower-urgency': WHAT['change-urgency'],
  'write-note': 'Notes are written while the case waits or is held.',
  'see-transfer-targets': WHAT.transfer,
  transfer: WHAT.transfer,
  'give-ticket': WHAT['give-ticket'],
  'book-for-patient': WHAT.book,
  'move-booking-for-patient': WHAT.rebook,
  'cancel-booking-for-patient': WHAT['cancel-booking'],
  'start-call': CALL,
  'prepare-call': NO_RING,
  'answer-call': NO_RING,
  'decline-call': NO_RING,
  'take-over': WHAT['take-over'],
  'take-over-from-gone': WHAT['take-over'],
};

const BOOK = 'Only the one who holds the case can book in it. Claim the case first.';
const TAKE_PART = 'Only who holds the case and the consulted unit take part in a consultation.';

/** Used when others can do it. */
const NOT_YOU: Partial<Record<CaseAction, string>> = {
  write: 'Someone else has this case now. Take it before you write.',
  'open-for-caller': 'Staff in care open cases for those who ring.',
  claim: 'The case waits for another competence. Send it on if it waits in the wrong queue.',
  'lower-urgency': 'Only who has the case, or the competence that it waits for, lowers its urgency.',
  transfer: 'Someone else has this case. While it waits, those in care at its unit can send it on.',
  'book-for-patient': BOOK,
  'move-booking-for-patient': BOOK,
  'cancel-booking-for-patient': BOOK,
  'give-ticket': BOOK,
  'start-call': CALL,
  'write-in-consultation': TAKE_PART,
  'add-image-to-consultation': TAKE_PART,
  'end-consultation': TAKE_PART,
  'take-over': TAKE_PART,
};

/** The problem for someone who may not do something with a case. */
export function refused(action: CaseAction, refusal: Refusal, state: CaseState): ProblemException {
  switch (refusal) {
    case 'not-found':
      return caseNotFound();
    case 'wrong-state':
      return new ProblemException(
        'wrong-state',
        `${NOT_NOW[action] ?? NOT_HELD} (The case is ${state} now.)`,
      );
    case 'not-allowed':
      return new ProblemException(
        'not-allowed',
        NOT_YOU[action] ?? 'Someone else has this case, or it has gone to another unit.',
      );
  }
}
