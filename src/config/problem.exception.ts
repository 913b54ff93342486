import { HttpException } from '@nestjs/common';
import type { FieldError, Problem, ProblemCode } from '../contracts/index.js';

const STATUS: Record<ProblemCode, number> = {
  'bad-input': 400,
  'not-signed-in': 401,
  'session-expired': 401,
  'not-allowed': 403,
  'wrong-csrf-token': 403,
  'not-found': 404,
  conflict: 409,
  'wrong-state': 409,
  'enough-cases': 409,
  'wrong-answer': 422,
  'wrong-code': 422,
  'wrong-flow-version': 409,
  'old-page': 426,
  'time-taken': 409,
  'not-an-image': 415,
  'too-large': 413,
  'too-many-requests': 429,
  'storage-full': 507,
  'database-away': 503,
  'calls-away': 503,
  'channel-away': 503,
  internal: 500,
};

const TITLE: Record<ProblemCode, string> = {
  'bad-input': 'Something in the request is not right',
  'not-signed-in': 'Sign in first',
  'session-expired': 'The session has ended',
  'not-allowed': 'Not allowed',
  'wrong-csrf-token': 'The request did not come from our own page',
  'not-found': 'Not found',
  conflict: 'Something else happened first',
  'wrong-state': 'Not possible now',
  'enough-cases': 'As many cases as one works with at a time',
  'wrong-answer': 'The answer does not fit the question',
  'wrong-code': 'The code is not right',
  'wrong-flow-version': 'The case began on another version of the flow',
  'old-page': 'The page is from before an upgrade',
  'time-taken': 'The time was just taken',
  'not-an-image': 'Not an image',
  'too-large': 'Too large',
  'too-many-requests': 'Too many requests',
  'storage-full': 'Images cannot be stored right now',
  'database-away': 'Try again in a moment',
  'calls-away': 'Calls do not work right now',
  'channel-away': 'Nothing can be sent right now',
  internal: 'Something went wrong with us',
};

/** The HTTP status of a code. */
export function statusOfProblem(code: ProblemCode): number {
  return STATUS[code];
}

/** Builds problem details (RFC 9457) of a code. */
export function problem(code: ProblemCode, detail: string, errors?: FieldError[]): Problem {
  return {
    type: `urn:slussen:problem:${code}`,
    title: TITLE[code],
    status: STATUS[code],
    detail,
    ...(errors ? { errors } : {}),
  };
}

/** The one exception of the API; carries the problem that the caller is shown. */
export class ProblemException extends HttpException {
  constructor(
    readonly code: ProblemCode,
    detail: string,
    errors?: FieldError[],
    /** For the log only. */
    cause?: unknown,
  ) {
    const body = problem(code, detail, errors);
    super(body, body.status, { cause });
  }

  get problem(): Problem {
    return this.getResponse() as Problem;
  }
}
