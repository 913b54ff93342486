import type { CaseState } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';

/** Amid the questions; where staff ask them on the telephone, somebody is to call back (`triage/cut-calls.service.ts`). */
export const IN_CALL: readonly CaseState[] = ['describing', 'triage'];

/** Whether staff walk the questions of the case with somebody on the telephone. */
export function isInCall({ state, openedAtUnitId }: Pick<CareCase, 'state' | 'openedAtUnitId'>): boolean {
  return openedAtUnitId !== null && IN_CALL.includes(state);
}

/** The reason code of a case whose caller is to be called back by the unit they talked with. */
export const CUT_OFF = 'call-cut-off';

/**
 * Whether a case waits where a telephone call was cut off before the questions had led anywhere; no longer once it was
 * moved from there.
 */
export function isCutOff({
  state,
  placement,
  result,
}: Pick<CareCase, 'state' | 'placement' | 'result'>): boolean {
  return state === 'waiting' && placement?.reason.code === CUT_OFF && result === null;
}
