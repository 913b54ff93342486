import type { CareCase } from '../cases/case.entity.js';
import type { CaseDecision } from '../cases/case.service.js';
import { SILENCE_MS } from '../cases/case-deadlines.rule.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { CUT_OFF } from '../cases/in-call.rule.js';
import { systemEntry } from '../cases/timeline-actors.js';
import type { RoutingDecision, Urgency } from '../contracts/index.js';
import { dueAt, type RoutingPolicy } from '../routing/policy.rule.js';
import type { StandingAlarm } from './alarm-floor.rule.js';

/** Of whom nothing dangerous was said: today. */
const WITHOUT_ALARM: Urgency = 3;

/** What changes when the questions of such a case are gone on with: it waits no longer. */
export const ASKED_ON = {
  waitingSince: null,
  dueAt: null,
  placement: null,
  unitId: null,
} as const satisfies Partial<CareCase>;

/**
 * What follows when a telephone call falls silent amid the questions: the case waits where it was opened, so that somebody
 * calls back; as urgently as the alarm that stands, and otherwise today.
 */
export function cutOff(
  careCase: CareCase,
  unit: { id: string; name: string },
  alarm: StandingAlarm | null,
  policy: RoutingPolicy,
  now: Date,
): CaseDecision {
  const urgency = alarm?.urgency ?? WITHOUT_ALARM;
  const due = dueAt(policy, unit.id, urgency, now);
  const placement: RoutingDecision = {
    rule: CUT_OFF,
    ruleVersion: 1,
    inputs: { openedAt: unit.id, alarm: alarm?.alarmId ?? null, now: now.toISOString() },
    target: { unitId: unit.id, unitName: unit.name, competence: 'nurse' },
    opensAt: null,
    reason: {
      code: CUT_OFF,
      text: {
        sv: `Samtalet bröts. ${unit.name}, som du talade med i telefon, ringer upp.`,
        en: `The call was cut off. ${unit.name}, whom you spoke to by telephone, will call back.`,
      },
    },
    turnedDown: [],
  };
  return {
    patch: {
      state: nextState(careCase.state, 'cut-off'),
      urgency,
      competence: 'nurse',
      unitId: unit.id,
      placement,
      waitingSince: now,
      dueAt: due,
      nextDeadlineAt: due,
      timesMoved: 0,
      checkIn: null,
      checkInAt: null,
    },
    entries: [systemEntry('cut-off', { minutes: SILENCE_MS / 60_000 }), systemEntry('routed', placement)],
  };
}
