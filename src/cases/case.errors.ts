import { ProblemException } from '../config/problem.exception.js';
import type { CaseState } from '../contracts/index.js';
import type { CaseEvent } from './case-transitions.rule.js';

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

/** The state of the case does not allow what was asked. */
export function wrongState(event: CaseEvent, state: CaseState): ProblemException {
  return new ProblemException('wrong-state', `${WHAT[event]} (The case is ${state} now.)`);
}
