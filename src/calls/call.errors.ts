import { QueryFailedError } from 'typeorm';
import { ProblemException } from '../config/problem.exception.js';
import type { TextRefusal } from './live-text.rule.js';

/** One answer for "does not exist" and "is not for you", so that ids cannot be probed. */
export function callNotFound(): ProblemException {
  return new ProblemException('not-found', 'There is no such call among those you may take part in.');
}

export function callOver(): ProblemException {
  return new ProblemException('wrong-state', 'The call is over. Write in the chat, or call again.');
}

export function notRinging(): ProblemException {
  return new ProblemException('wrong-state', 'The call no longer rings: it was answered, or it is over.');
}

export function notOngoing(): ProblemException {
  return new ProblemException('wrong-state', 'The call has not been answered yet, or it is over.');
}

export function callGoesOn(): ProblemException {
  return new ProblemException(
    'conflict',
    'There is a call in this case already. Go into that one, or end it.',
  );
}

export function callIdTaken(): ProblemException {
  return new ProblemException('conflict', 'This id is already used. Make a new one.', [
    { field: 'id', message: 'must be a UUID that was not used before' },
  ]);
}

export function fullCall(): ProblemException {
  return new ProblemException('wrong-state', 'No more guests fit in the call.');
}

export function invitationNotFound(): ProblemException {
  return new ProblemException('not-found', 'There is no such invitation to this call.');
}

/** One answer for a link that was never issued, is too old, was used, or whose call is over. */
export function invitationSpent(): ProblemException {
  return new ProblemException(
    'not-found',
    'The link can no longer be used: it is too old, has been used or withdrawn, or the call is over. Ask for a new one.',
  );
}

/** The problem for live text that is not passed on. */
export function textRefused(why: TextRefusal): ProblemException {
  switch (why) {
    case 'not-yours':
      return callNotFound();
    case 'ringing':
      return notOngoing();
    case 'over':
      return callOver();
    case 'left':
      return new ProblemException('wrong-state', 'You are not in the call. Go into it again, then write.');
    case 'case-left':
      return new ProblemException(
        'not-allowed',
        'Someone else has this case now. What you write is shown to nobody; take the case before you write.',
      );
  }
}

/** Turns the database's error for a double into a problem; rethrows any other error. */
export function refusingDoubleCall(error: unknown): never {
  if (!(error instanceof QueryFailedError)) throw error;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  if (constraint === 'call_one_open') throw callGoesOn();
  if (code === '23505') throw callIdTaken();
  throw error;
}
