import type { CaseState } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';

/** Amid the questions; where staff ask them on the telephone, somebody is to call back (`triage/cut-calls.service.ts`). */
export const IN_CALL: readonly CaseState[] = ['describing', 'triage'];

/** Whether staff walk the questions of the case with somebody on the telephone. */
export function isInCall({ state, openedAtUnitId }: Pick<CareCase, 'state' | 'openedAtUnitId'>): boolean {
  return openedAtUnitId !== null && IN_CALL.includes(state);
}

/** Whether a case waits because a telephone call was cut off before the questions had led anywhere. */
export function isCutOff({
  state,
  byTelephone,
  result,
}: Pick<CareCase, 'state' | 'byTelephone' | 'result'>): boolean {
  return state === 'waiting' && byTelephone && result === null;
}
