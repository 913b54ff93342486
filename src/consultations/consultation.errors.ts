import { ProblemException } from '../config/problem.exception.js';
import type { StaffName } from '../contracts/index.js';
import type { AskFault } from './who-can-be-asked.rule.js';

/** One answer for "does not exist" and "is none of yours". */
export function consultationNotFound(): ProblemException {
  return new ProblemException('not-found', 'There is no such consultation among those you may see.');
}

/** Nothing more can be done in it. */
export function consultationOver(): ProblemException {
  return new ProblemException('wrong-state', 'The consultation has ended. Ask anew if something is left.');
}

/** Reads along, but neither asks nor is asked. */
export function notYourConsultation(): ProblemException {
  return new ProblemException(
    'not-allowed',
    'Only who holds the case and the consulted unit take part in a consultation.',
  );
}

/** Sees what the unit is asked, and answers; the case goes to who has the competence. */
export function notForAdministration(): ProblemException {
  return new ProblemException(
    'not-allowed',
    'Administration takes over only what was put to it. A colleague with another competence can take the case over.',
  );
}

/** Somebody was first: says who has the case now. */
export function someoneElseHasIt(holder: StaffName | null): ProblemException {
  const now = holder
    ? `${holder.name}, ${holder.role} at ${holder.unit}, has the case now.`
    : 'The case lies in its queue now.';
  return new ProblemException('conflict', `${now} Nothing was changed.`);
}

/** Whoever has it cannot take it over. */
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

/** Nobody can be asked so; names whom one can ask instead. */
export function cannotAsk({ field, why, instead }: AskFault): ProblemException {
  const names = instead.map(({ name }) => name);
  const offer = names.length > 0 ? `; open now: ${names.join(', ')}` : '; no unit with it is open now';
  const message = `${WHY[why]}${offer}`;
  return new ProblemException('bad-input', `${field}: ${message}`, [{ field, message }]);
}
