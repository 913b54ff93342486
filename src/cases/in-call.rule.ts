import {
  type CaseState,
  CUT_OFF,
  type Instant,
  type RedFlagFound,
  type Urgency,
} from '../contracts/index.js';
import type { CareCase } from './case.entity.js';

/** Amid the questions; where staff ask them on the telephone, somebody is to call back (`triage/cut-calls.service.ts`). */
export const IN_CALL: readonly CaseState[] = ['describing', 'triage'];

/** Whether staff walk the questions of the case with somebody on the telephone. */
export function isInCall({ state, openedAtUnitId }: Pick<CareCase, 'state' | 'openedAtUnitId'>): boolean {
  return openedAtUnitId !== null && IN_CALL.includes(state);
}

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

/** What is kept of a telephone call that was cut off, in the decision that placed its case. */
export interface CutOffInputs {
  /** The red flags among what was answered until then. */
  redFlags: readonly RedFlagFound[];
  /** How urgent the alarm and the answers make it. */
  found: Urgency;
  /** The higher urgency that staff gave it while it waited; null where they gave none. */
  raised: Urgency | null;
  /** When it began to wait, and its target then: once the questions are gone on with. */
  since?: Instant;
  due?: Instant;
}

/** What is kept of the call that was cut off; null where none was, or the case was placed anew since. */
export function cutOffInputs({ placement }: Pick<CareCase, 'placement'>): Partial<CutOffInputs> | null {
  return placement?.reason.code === CUT_OFF ? (placement.inputs as Partial<CutOffInputs>) : null;
}

/** The red flags in what was answered, also where the questions led nowhere yet. */
export function redFlagsOf(careCase: Pick<CareCase, 'placement' | 'result'>): readonly RedFlagFound[] {
  return careCase.result?.redFlags ?? cutOffInputs(careCase)?.redFlags ?? [];
}
