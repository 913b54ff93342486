import type { EntityManager } from 'typeorm';
import { alarmsOf } from '../cases/alarms.rule.js';
import type { CareCase } from '../cases/case.entity.js';
import { cutCallOf } from '../cases/in-call.rule.js';
import { readAlarmEntries } from '../cases/timeline.js';
import type { CallerKind } from '../identity/access-table.js';
import { standingAlarm } from './alarm-floor.rule.js';
import type { FlagLevel } from './flow.types.js';

/**
 * A case amid the questions as its time is counted: that of a call while staff answer. A patient who goes on at home has
 * the days that everybody has; but not once something dangerous was said, or a call was cut off before: then they are
 * called back all the same when they fall silent.
 * @param level of the most urgent red flag in the answers
 */
export async function asTimed(
  manager: EntityManager,
  caller: { kind: CallerKind },
  careCase: CareCase,
  level: FlagLevel | null,
): Promise<CareCase> {
  if (caller.kind === 'commission' || careCase.openedAtUnitId === null) return careCase;
  if (level !== null || cutCallOf(careCase) !== null) return careCase;
  const alarm = standingAlarm(alarmsOf(await readAlarmEntries(manager, careCase.id)));
  return alarm ? careCase : { ...careCase, openedAtUnitId: null };
}
