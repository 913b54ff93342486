import { type CareLevel, careLevelOf } from './care-level.js';
import { EMERGENCY_DEPARTMENT, type RedFlag } from './flow.types.js';

/** The level that a red flag demands. */
export function levelOf({ urgency, department }: RedFlag): CareLevel {
  if (department) return EMERGENCY_DEPARTMENT;
  return careLevelOf({ outcome: urgency === 1 ? 'emergency-call' : 'chat', urgency });
}
