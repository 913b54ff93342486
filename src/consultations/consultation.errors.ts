import { ProblemException } from '../config/problem.exception.js';
import type { StaffName } from '../contracts/index.js';
import type { AskFault } from './who-can-be-asked.rule.js';

/** One answer for "does not exist" and "is not for you". */
export function consultationNotFound(): ProblemException {
  return new ProblemException('not-found', 'There is no such consultation among those you may see.');
}

export function consultationOver(): ProblemException {
  return new ProblemException('wrong-state', 'The consultation has ended. Ask anew if something is left.');
}

/** The caller may read it, but is not part of it. */
export function notYourConsultation(): ProblemException {
  return new ProblemException(
    'not-allowed',
    'Only who holds the case and the consulted unit take part in a consultation.',
  );
}

/** Administrators see and answer their unit's consultations; staff with the competence take over the case. */
export function notForAdministration(): ProblemException {
  return new ProblemException(
    'not-allowed',
    'Administration takes over only what was put to it. A colleague with another competence can take the case over.',
  );
}

/** Somebody else was first: names the present holder. */
export function someoneElseHasIt(holder: StaffName | null): ProblemException {
  const now = holder
    ? `${holder.name}, ${holder.role} at ${holder.unit}, has the case now.`
    : 'The case lies in its queue now.';
  return new ProblemException('conflict', `${now} Nothing was changed.`);
}

/** The holder of a case cannot take it over. */
export function alreadyYours(): ProblemException {
  return new ProblemException('wrong-state', 'You have this case already.');
}

const WHY: Record<AskFault['why'], string> = {
  unknown: 'must be one of those that GET /api/desk/colleagues lists',
  closed: 'is closed now',
  'lacks-competence': 'is not found at that unit',
  'off-duty': 'has no desk open now',
  oneself: 'must be somebody else than you',
  'not-there': 'must be of that unit and competence',
};

/** The question cannot be asked in this way; names the units to ask instead. */
export function cannotAsk({ field, why, instead }: AskFault): ProblemException {
  const names = instead.map(({ name }) => name);
  const offer = names.length > 0 ? `; open now: ${names.join(', ')}` : '; no unit with it is open now';
  const message = `${WHY[why]}${offer}`;
  return new ProblemException('bad-input', `${field}: ${message}`, [{ field, message }]);
}
