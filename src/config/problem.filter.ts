import {
  type ArgumentsHost,
  BadRequestException,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import type { FieldError, Problem, ProblemCode } from '../contracts/index.js';
import { isDatabaseAway } from '../database/database-away.js';
import { ProblemException, problem } from './problem.exception.js';

/** Turns whatever was thrown into problem details; an unforeseen error is logged, and answered without its details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request & { id?: unknown }>();
    const response = host.switchToHttp().getResponse<Response>();
    const found = toProblem(thrown);
    if (found.status >= 500) this.logger.error({ err: thrown, problem: found.type }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (found.status === 503) response.setHeader('Retry-After', '2');
    const requestId = typeof request.id === 'string' ? request.id : undefined;
    response
      .status(found.status)
      .type('application/problem+json')
      .send({ ...found, requestId });
  }
}

/** The problem that the caller gets for anything thrown; never holds details of an unforeseen error. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof ProblemException) return thrown.problem;
  if (isDatabaseAway(thrown)) {
    return problem('database-away', 'Nothing was lost. Send the same request again in a few seconds.');
  }
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  const code = CODE_OF_STATUS[status];
  if (!code)
    return problem('internal', 'The fault is ours and has been written down. Try again, or call 1177.');
  return problem(code, detailOf(thrown, code));
}

const CODE_OF_STATUS: Record<number, ProblemCode | undefined> = {
  400: 'bad-input',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'bad-input',
  429: 'too-many-requests',
};

/** Errors of Express' own body parser and of multer carry a status of their own. */
function statusOf(thrown: unknown): number {
  if (typeof thrown !== 'object' || thrown === null) return 500;
  if ('code' in thrown && thrown.code === 'LIMIT_FILE_SIZE') return 413;
  if ('name' in thrown && thrown.name === 'MulterError') return 400;
  const status = 'status' in thrown ? thrown.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function detailOf(thrown: unknown, code: ProblemCode): string {
  const message = thrown instanceof Error ? thrown.message : '';
  switch (code) {
    case 'bad-input': // Nest gives what it could not read this class, with the parser's own words
      return thrown instanceof BadRequestException || !message
        ? 'The request cannot be read: send one JSON object, to an address as the API description says.'
        : message;
    case 'too-large':
      return 'Send less at once: at most 10 MB for an image, 100 kB for other requests.';
    case 'too-many-requests':
      return 'Wait a minute, then try again.';
    case 'not-found':
      return 'There is nothing at this address.';
    default:
      return message;
  }
}

interface ValidationFault {
  property: string;
  constraints?: Record<string, string>;
  children?: ValidationFault[];
}

/** class-validator's tree of faults as a flat list of fields, each with what would be right. */
export function fieldErrors(faults: readonly ValidationFault[], parent = ''): FieldError[] {
  return faults.flatMap((fault) => {
    const field = parent ? `${parent}.${fault.property}` : fault.property;
    const messages = Object.entries(fault.constraints ?? {}).map(([kind, message]) =>
      kind === 'whitelistValidation' ? 'is not a known field; leave it out' : message,
    );
    const own = [...new Set(messages)].map((message) => ({ field, message }));
    return [...own, ...fieldErrors(fault.children ?? [], field)];
  });
}

/** The problem for a body or event that did not fit its description. */
export function badInput(errors: FieldError[]): ProblemException {
  return new ProblemException(
    'bad-input',
    errors.map((each) => `${each.field}: ${each.message}`).join('; '),
    errors,
  );
}
