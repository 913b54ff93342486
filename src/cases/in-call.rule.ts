import { type CaseState, CUT_OFF, type RedFlagFound, type Urgency } from '../contracts/index.js';
import type { CareCase, StoredCutCall } from './case.entity.js';

/** Amid the questions; where staff ask them on the telephone, somebody is to call back (`triage/cut-calls.service.ts`). */
export const IN_CALL: readonly CaseState[] = ['describing', 'triage'];

/** Whether staff walk the questions of the case with somebody on the telephone. */
export function isInCall({ state, openedAtUnitId }: Pick<CareCase, 'state' | 'openedAtUnitId'>): boolean {
  return openedAtUnitId !== null && IN_CALL.includes(state);
}

/**
 * What is kept of the call that was cut off; null where none was. A process of an earlier version keeps it in the decision
 * that placed the case; where it went on with the questions, it wrote there, and only there, what staff gave and since when
 * the case had waited.
 */
export function cutCallOf({
  cutCall,
  placement,
}: Pick<CareCase, 'cutCall' | 'placement'>): Partial<StoredCutCall> | null {
  const inputs = placement?.reason.code === CUT_OFF ? (placement.inputs as Partial<StoredCutCall>) : null;
  if (!cutCall || !inputs?.since) return cutCall ?? inputs;
  const { raised = null, since, due } = inputs;
  return { ...cutCall, raised, since, due };
}

/**
 * Whether a case waits after a telephone call that was cut off before the questions had led anywhere: they are to be gone
 * on with, also where the case was moved since.
 */
export function isCutOff(careCase: Pick<CareCase, 'state' | 'cutCall' | 'placement' | 'result'>): boolean {
  return careCase.state === 'waiting' && careCase.result === null && cutCallOf(careCase) !== null;
}

/** Of whom nothing dangerous was said: today. */
export const WITHOUT_DANGER: Urgency = 3;

/** The urgency that staff gave a case whose call was cut off, above what was said; null where they gave none. */
export function raisedByStaff(careCase: Pick<CareCase, 'cutCall' | 'placement' | 'urgency'>): Urgency | null {
  const { urgency } = careCase;
  if (urgency === null) return null;
  const { found = WITHOUT_DANGER, raised = null } = cutCallOf(careCase) ?? {};
  if (urgency < found) return urgency;
  return raised !== null && urgency <= raised ? raised : null;
}

/** What is kept of such a call once something shows that it is as urgent as that: nothing of it was given by staff. */
export function cutCallRaised(
  careCase: Pick<CareCase, 'cutCall' | 'placement' | 'urgency'>,
  to: Urgency,
): Pick<CareCase, 'cutCall'> | Record<string, never> {
  const before = cutCallOf(careCase);
  if (!before) return {};
  const { redFlags = [], found = WITHOUT_DANGER } = before;
  const raised = raisedByStaff(careCase);
  return { cutCall: { ...before, redFlags, raised, found: to < found ? to : found } };
}

/** The red flags in what was answered, also where the questions led nowhere yet. */
export function redFlagsOf(
  careCase: Pick<CareCase, 'cutCall' | 'placement' | 'result'>,
): readonly RedFlagFound[] {
  return careCase.result?.redFlags ?? cutCallOf(careCase)?.redFlags ?? [];
}
