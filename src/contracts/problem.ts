/**
 * The one format of errors, RFC 9457 problem details, for HTTP bodies and refused socket events.
 * `type` names the kind of error (stable, for programs), `detail` says what to do (for people).
 */
export interface Problem {
  /** `urn:slussen:problem:<code>` */
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Fields that were wrong, each with what would be right. */
  errors?: FieldError[];
  /** The request's id in the logs. */
  requestId?: string;
}

export interface FieldError {
  /** Path of the field, e.g. `patient.ageMonths`. */
  field: string;
  /** What would be right. */
  message: string;
  /** The kind of fault, for pages that say it in their own words; only some routes tell it. */
  code?: string;
  /** What the fault is about, for such words: limits, short names of units. */
  about?: readonly string[];
}

/** The codes that programs may meet in `type`. */
export const PROBLEM_CODES = [
  'bad-input',
  'not-signed-in',
  'session-expired',
  'not-allowed',
  'wrong-csrf-token',
  'not-found',
  'conflict',
  'wrong-state',
  /** One works with as many cases as the policy says already; the same with `beyond` goes on. */
  'enough-cases',
  'wrong-answer',
  'wrong-code',
  'wrong-flow-version',
  'old-page',
  'time-taken',
  'not-an-image',
  'too-large',
  'too-many-requests',
  'storage-full',
  'database-away',
  'calls-away',
  'channel-away',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
