import type { Competence, Instant } from './words.js';

/**
 * What staff do that is written to the access log. caller: looked somebody up who rang · case: read a case;
 * `case-as-…`: by a relation of another kind than having it at one's unit · found: saw it among what a search found · list: saw
 * it in a list, as that of a queue.
 */
export const ACCESS_ACTIONS = [
  'case',
  'case-as-participant',
  'case-as-consulted',
  'case-as-former-holder',
  'found',
  'list',
  'caller',
  'image',
  'consultation',
  'telephone-number',
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

/** Something that staff have read of a resident, as the resident may see it. */
export interface AccessLogRow {
  at: Instant;
  who: string;
  role: Competence;
  unit: string;
  action: AccessAction;
  caseId: string | null;
  patientName: string;
}
