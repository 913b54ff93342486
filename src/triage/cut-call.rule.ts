import type { CareCase, StoredCutCall } from '../cases/case.entity.js';
import type { CaseDecision } from '../cases/case.service.js';
import { SILENCE_MS } from '../cases/case-deadlines.rule.js';
import { nextState } from '../cases/case-transitions.rule.js';
import { cutCallOf, raisedByStaff, WITHOUT_DANGER } from '../cases/in-call.rule.js';
import { systemEntry } from '../cases/timeline-actors.js';
import {
  CUT_OFF,
  type Instant,
  type RedFlagFound,
  type RoutingDecision,
  type Urgency,
} from '../contracts/index.js';
import { dueAt, type RoutingPolicy } from '../routing/policy.rule.js';
import type { StandingAlarm } from './alarm-floor.rule.js';
import { EMERGENCY_DEPARTMENT, type FlagLevel } from './flow.types.js';

/** What is known of somebody whose call is cut off. */
export interface KnownInCall {
  alarm: StandingAlarm | null;
  redFlags: RedFlagFound[];
  /** The most urgent of the red flags. */
  level: FlagLevel | null;
}

/**
 * What changes when the questions of such a case are gone on with: it waits no longer. The urgency that staff gave it
 * is kept, as is since when it waited.
 */
export function askedOn(careCase: CareCase): Partial<CareCase> {
  const { waitingSince, dueAt: due } = careCase;
  const { redFlags = [], found = WITHOUT_DANGER } = cutCallOf(careCase) ?? {};
  const cutCall: StoredCutCall = {
    redFlags,
    found,
    raised: raisedByStaff(careCase),
    since: waitingSince?.toISOString(),
    due: due?.toISOString(),
  };
  return { waitingSince: null, dueAt: null, unitId: null, cutCall };
}

/**
 * What follows when a telephone call falls silent amid the questions: the case waits where it was opened, so that somebody
 * calls back; as urgently as the alarm that stands, the red flags in the answers and what staff gave it before, and
 * otherwise today. Cut off again, it has waited since the first time.
 */
export function cutOff(
  careCase: CareCase,
  unit: { id: string; name: string },
  { alarm, redFlags, level }: KnownInCall,
  policy: RoutingPolicy,
  now: Date,
): CaseDecision {
  const before = cutCallOf(careCase);
  const raised = before?.raised ?? null;
  const found = mostUrgent(WITHOUT_DANGER, alarm?.urgency ?? null, urgencyOf(level));
  const urgency = mostUrgent(found, raised);
  const due = earlier(dueAt(policy, unit.id, urgency, now), before?.due);
  const cutCall: StoredCutCall = { redFlags, found, raised };
  const placement: RoutingDecision = {
    rule: CUT_OFF,
    ruleVersion: 1,
    inputs: { openedAt: unit.id, alarm: alarm?.alarmId ?? null, now: now.toISOString(), ...cutCall },
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
      cutCall,
      waitingSince: earlier(now, before?.since),
      dueAt: due,
      nextDeadlineAt: due,
      timesMoved: 0,
      checkIn: null,
      checkInAt: null,
    },
    entries: [systemEntry('cut-off', { minutes: SILENCE_MS / 60_000 }), systemEntry('routed', placement)],
  };
}

/** Nobody has told them yet to go to an emergency department, or to call 112: that is urgent as nothing else is. */
function urgencyOf(level: FlagLevel | null): Urgency | null {
  return level === EMERGENCY_DEPARTMENT ? 1 : level;
}

function mostUrgent(first: Urgency, ...others: readonly (Urgency | null)[]): Urgency {
  return others.reduce<Urgency>((most, each) => (each !== null && each < most ? each : most), first);
}

function earlier(now: Date, before: Instant | undefined): Date {
  const then = before === undefined ? now : new Date(before);
  return then < now ? then : now;
}
