import type { Instant } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';

/** What of a case may change after it has come to staff, and is shown of it. */
const CHANGES = [
  'state',
  'urgency',
  'competence',
  'unitId',
  'holderCommissionId',
  'placement',
  'outcome',
  'seenByStaff',
  'seenByResident',
] as const satisfies readonly (keyof CareCase)[];
const TIMES = ['waitingSince', 'dueAt', 'firstAnswerAt'] as const satisfies readonly (keyof CareCase)[];

/** A case as it stood at a moment, as it is stored. */
export type CaseThen = Pick<CareCase, (typeof CHANGES)[number]> &
  Record<(typeof TIMES)[number], Instant | null>;

/** How a case stands now, to be kept. */
export function caseThen(careCase: CareCase): CaseThen {
  const picked = Object.fromEntries(CHANGES.map((key) => [key, careCase[key]]));
  const times = TIMES.map((key) => [key, careCase[key]?.toISOString() ?? null]);
  return { ...picked, ...Object.fromEntries(times) } as CaseThen;
}

/** The case as it stood then; what is not shown of it stays as it is. */
export function asItWas(careCase: CareCase, then: CaseThen): CareCase {
  const time = (at: Instant | null) => (at === null ? null : new Date(at));
  const times = Object.fromEntries(TIMES.map((key) => [key, time(then[key])]));
  return { ...careCase, ...then, ...times } as CareCase;
}
