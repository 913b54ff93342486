import { ProblemException } from '../config/problem.exception.js';

/** A message names an image that it may not carry. */
export function badAttachments(message: string): ProblemException {
  return new ProblemException('bad-input', `attachmentIds: ${message}`, [
    { field: 'attachmentIds', message },
  ]);
}
