import { types } from 'node:util';

/** What the log keeps of something that was thrown. */
export interface LoggedError {
  /** Its kind: the name of its class. */
  type: string;
  code?: string;
  message?: string;
  /** Where it came from; the frames alone, for a stack begins with the message. */
  stack?: string;
  cause?: LoggedError;
}

interface Thrown extends Error {
  code?: unknown;
  syscall?: unknown;
}

/**
 * Kinds whose messages are our own words or the machine's. Others may quote what people wrote: those of PostgreSQL its
 * values, TypeORM's what was looked for, a parser's what it read.
 */
const MESSAGE_IS_SAFE: ReadonlySet<string> = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'StartError',
]);
const MOST_CAUSES = 3;

/** Kind, code and stack of anything thrown; its message only where that cannot hold what people wrote. */
export function loggedError(thrown: unknown, causes = MOST_CAUSES): LoggedError {
  const type = thrown === null ? 'null' : kindOf(thrown);
  if (!isError(thrown)) return { type };
  const error: Thrown = thrown;
  return {
    type,
    ...(typeof error.code === 'string' && { code: error.code }),
    ...(saysNothingOfPeople(error, type) && { message: error.message }),
    stack: framesOf(error),
    ...(error.cause !== undefined && causes > 0 && { cause: loggedError(error.cause, causes - 1) }),
  };
}

/** Also one of another realm, and a DOMException. */
function isError(thrown: unknown): thrown is Error {
  return (
    types.isNativeError(thrown) || typeof (thrown as Partial<Error> | null | undefined)?.stack === 'string'
  );
}

/** A class that has not named its errors still has its own name. */
function kindOf(thrown: unknown): string {
  if (isError(thrown) && !/^error$/i.test(thrown.name)) return thrown.name;
  const { constructor: kind } = Object(thrown) as { constructor?: { name?: string } };
  return kind?.name ?? typeof thrown;
}

function saysNothingOfPeople(error: Thrown, type: string): boolean {
  if ('severity' in error) return false; // PostgreSQL's own, under whatever name
  return MESSAGE_IS_SAFE.has(type) || typeof error.syscall === 'string';
}

function framesOf({ stack, message }: Error): string | undefined {
  return stack
    ?.replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
