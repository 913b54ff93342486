import { QueryFailedError } from 'typeorm';
import { ProblemException } from '../config/problem.exception.js';
import type { BookingKind } from '../contracts/index.js';

/** Someone else was first. */
export function timeTaken(): ProblemException {
  return new ProblemException(
    'time-taken',
    'Someone else just took this time. Fetch the times again and choose another.',
  );
}

export function timeNotFound(): ProblemException {
  const message = 'must be the id of a time from the list of times';
  return new ProblemException(
    'not-found',
    'There is no such time. Fetch the times again and choose one of them.',
    [{ field: 'timeId', message }],
  );
}

/** The time has begun, is a same-day time of another day, or lies where its unit has closed since. */
export function timeNotBookable(): ProblemException {
  return new ProblemException(
    'conflict',
    'This time can no longer be booked. Fetch the times again and choose another.',
  );
}

export function ticketMissing(): ProblemException {
  return new ProblemException(
    'not-allowed',
    'There is no booking ticket that is good for this time. Fetch the times again, or write in the case.',
  );
}

export function bookingNotFound(): ProblemException {
  return new ProblemException('not-found', 'This case has no such booking.');
}

export function bookingBegun(): ProblemException {
  return new ProblemException(
    'conflict',
    'The visit has begun or is over, so it can no longer be moved or cancelled. Call the unit.',
  );
}

export function unitNotBookable(): ProblemException {
  return new ProblemException(
    'not-allowed',
    'This unit does not let others book. Choose one of the units that GET /api/desk/units lists.',
    [{ field: 'unitId', message: 'must be a unit that lets you book' }],
  );
}

export function kindNotOffered(kind: BookingKind, offered: readonly BookingKind[]): ProblemException {
  const message =
    offered.length > 0 ? `must be one of ${offered.join(', ')}` : 'must be of a unit that has times';
  return new ProblemException('bad-input', `kind: the unit has no times for ${kind}; ${message}`, [
    { field: 'kind', message },
  ]);
}

const UNIQUE_VIOLATION = '23505';
/** Two who want to trade times at the same moment: each waits for the other's, and one is refused. */
const DEADLOCK = '40P01';

/** Turns what the database says of a time or an id that is already used into a problem; rethrows the rest. */
export async function refusingDoubles<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { code, constraint } = databaseFault(error);
    if (code === DEADLOCK || constraint === 'booking_one_per_time') throw timeTaken();
    if (code !== UNIQUE_VIOLATION) throw error;
    throw new ProblemException('conflict', 'This id is already used by another booking. Make a new one.', [
      { field: 'id', message: 'must be a UUID that was not used before' },
    ]);
  }
}

function databaseFault(error: unknown): { code?: string; constraint?: string } {
  return error instanceof QueryFailedError
    ? (error.driverError as { code?: string; constraint?: string })
    : {};
}
