import { type AlarmView, OUTCOME_RULES, type TriageResult, type Urgency } from '../contracts/index.js';
import { competenceAt } from '../routing/raised-urgency.rule.js';
import type { Advice, Flow } from './flow.types.js';

/** An alarm in what the resident wrote, as it stands on the timeline. */
export type StandingAlarm = Pick<AlarmView, 'alarmId' | 'urgency' | 'means'>;

/** The most urgent of the alarms that still stand: found, and not said to be meant otherwise. */
export function standingAlarm<Found extends StandingAlarm & Pick<AlarmView, 'answer'>>(
  found: readonly Found[],
): Found | null {
  const standing = found.filter(({ answer }) => answer !== 'not-meant');
  return standing.sort((a, b) => a.urgency - b.urgency)[0] ?? null;
}

/**
 * Raises what a flow ended in to the urgency of an alarm that stands: whoever wrote that they cannot breathe does not end
 * in self-care, nor with somebody who cannot judge it, whatever was answered afterwards. The texts are the flow's own, or those shared by all.
 */
export function raiseToAlarm(
  result: TriageResult,
  alarm: StandingAlarm | null,
  flow: Pick<Flow, 'id' | 'texts'>,
): TriageResult {
  if (!alarm) return result;
  const urgency = Math.min(result.urgency, alarm.urgency) as Urgency;
  const competence = competenceAt(urgency, result.competence);
  if (result.urgency <= alarm.urgency) return { ...result, competence };
  const { now, steps, watchFor } = adviceFor(alarm.urgency, flow);
  const { bookingKind: _, ...rest } = result;
  const { sv, en } = alarm.means;
  return {
    ...rest,
    outcome: alarm.urgency === 1 ? 'emergency-call' : 'chat',
    urgency,
    competence,
    now,
    why: {
      sv: `Det du skrev kan betyda: ${lowered(sv)}.`,
      en: `What you wrote may mean: ${lowered(en)}.`,
    },
    steps,
    watchFor,
    rule: `alarm ${alarm.alarmId}`,
  };
}

/**
 * Raises what a flow ended in to the urgency that staff gave the case before: whom they judged to need help at once gets
 * it from staff, whatever is answered afterwards. The way to an emergency department stays.
 */
export function raiseToStaff(
  result: TriageResult,
  floor: Urgency | null,
  flow: Pick<Flow, 'id' | 'texts'>,
): TriageResult {
  if (floor === null || result.urgency <= floor || OUTCOME_RULES[result.outcome].isEmergency) return result;
  const { now, steps, watchFor } = adviceFor(2, flow);
  const { bookingKind: _, ...rest } = result;
  return {
    ...rest,
    outcome: 'chat',
    urgency: floor,
    competence: competenceAt(floor, result.competence),
    now,
    why: {
      sv: 'Vårdpersonal har bedömt att du behöver hjälp snabbt.',
      en: 'Care staff have judged that you need help quickly.',
    },
    steps,
    watchFor,
    rule: 'staff',
  };
}

function adviceFor(urgency: 1 | 2, { id, texts }: Pick<Flow, 'id' | 'texts'>): Advice {
  const advice = texts[`red-flag-${urgency}`] ?? texts[`shared/red-flag-${urgency}`];
  if (!advice) throw new Error(`Flow ${id} has no text for urgency ${urgency}.`);
  return advice;
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
