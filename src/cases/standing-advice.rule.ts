import {
  type AdviceBy,
  type AdviceView,
  type AlarmView,
  type CaseAdvice,
  OUTCOME_RULES,
  type Outcome,
  type StandingAdvice,
  type TimelineActor,
  type TimelineEntry,
  type TimelineKind,
  type TriageResult,
} from '../contracts/index.js';
import { alarmsOf } from './alarms.rule.js';

/** The kinds of entries that say what the advice of a case is. */
export const ADVICE_ENTRIES: TimelineKind[] = [
  'result',
  'alarm-found',
  'alarm-answered',
  'check-in-answered',
  'advice-given',
  'referred',
  'urgency-changed',
];

/** How dangerous it is not to follow an advice: 1 is 112, 2 the emergency department, 3 an alarm at once, 4 the rest. */
type Danger = 1 | 2 | 3 | 4;
interface Told extends CaseAdvice {
  danger: Danger;
}

/**
 * Which advice of a case stands now: the newest, but for one thing. What was said to be an emergency is not taken back by
 * calmer words of the machine, nor by triage's own advice given again, unless staff have lowered the urgency in between;
 * a referral is a person's word of where to go, and always stands. An alarm that was not meant stands for nothing.
 * @param result what triage ended in, null while it has not or does no longer
 */
export function standingAdvice(
  result: TriageResult | null,
  entries: readonly TimelineEntry[],
): StandingAdvice | null {
  const alarms = new Map(alarmsOf(entries).map((alarm) => [alarm.number, alarm]));
  const lastResult = entries.findLast(({ kind }) => kind === 'result')?.number;
  const told: Told[] = [];
  let standing: Told | null = null;
  let isLowered = false;
  for (const entry of entries) {
    if (entry.kind === 'urgency-changed') isLowered ||= entry.body.to > entry.body.from;
    const alarm = alarms.get(entry.number);
    const next = entry.kind === 'alarm-found' ? ofAlarm(entry, alarm, result) : adviceOf(entry, result);
    if (!next || (entry.kind === 'result' && entry.number !== lastResult)) continue;
    const isPerson = next.referral !== null || (next.by.kind === 'staff' && isLowered);
    if (!standing || next.danger <= standing.danger || isPerson) standing = next;
    // What staff lowered before it was no judgement of this.
    if (next.by.kind !== 'staff') isLowered = false;
    told.push(next);
  }
  if (!standing) return null;
  const seen = new Set([standing.now.sv]);
  const others = told
    .filter(({ now }) => !seen.has(now.sv) && seen.add(now.sv))
    .reverse()
    .map(shown);
  return { standing: shown(standing), others };
}

function shown({ danger: _, ...advice }: Told): CaseAdvice {
  return advice;
}

function adviceOf(entry: TimelineEntry, result: TriageResult | null): Told | null {
  const { at, actor } = entry;
  const bare = blank(actor.kind === 'staff' ? staffOf(actor) : { kind: 'triage' }, at);
  switch (entry.kind) {
    case 'result':
      return result && ofMachine('triage', at, result);
    case 'check-in-answered':
      return entry.body.advice && ofMachine('check-in', at, entry.body.advice);
    case 'advice-given': {
      const isTriages = result?.now.sv === entry.body.now.sv;
      return {
        ...bare,
        ...entry.body,
        why: isTriages ? result.why : null,
        outcome: isTriages ? result.outcome : null,
        danger: isTriages ? dangerOf(result.outcome) : 4,
      };
    }
    case 'referred': {
      const { name } = entry.body.unit;
      const now = { sv: `Åk till ${name}.`, en: `Go to ${name}.` };
      return { ...bare, now, outcome: 'emergency-department', referral: entry.body, danger: 2 };
    }
    default:
      return null;
  }
}

/** Alarms in the first words are a part of what triage ended in; until it has they stand for themselves. */
function ofAlarm(
  { at }: TimelineEntry,
  alarm: AlarmView | undefined,
  result: TriageResult | null,
): Told | null {
  if (!alarm || alarm.answer === 'not-meant' || (alarm.entry === null && result)) return null;
  const { sv, en } = alarm.means;
  return {
    ...blank({ kind: 'alarm' }, at),
    now:
      alarm.urgency === 1
        ? { sv: 'Ring 112 nu.', en: 'Call 112 now.' }
        : {
            sv: 'Det här kan vara bråttom. Ring 112 om det blir värre.',
            en: 'This may be urgent. Call 112 if it gets worse.',
          },
    why: {
      sv: `Det du skrev kan betyda: ${lowered(sv)}.`,
      en: `What you wrote may mean: ${lowered(en)}.`,
    },
    steps: alarm.help.map(({ phone, name }) => ({ sv: `${name.sv}: ${phone}`, en: `${name.en}: ${phone}` })),
    outcome: alarm.urgency === 1 ? 'emergency-call' : null,
    danger: alarm.urgency === 1 ? 1 : 3,
  };
}

function ofMachine(kind: 'triage' | 'check-in', at: string, advice: AdviceView): Told {
  const { outcome, now, why, steps, watchFor } = advice;
  return { ...blank({ kind }, at), outcome, now, why, steps, watchFor, danger: dangerOf(outcome) };
}

function staffOf({ name, role, unit }: Extract<TimelineActor, { kind: 'staff' }>): AdviceBy {
  return { kind: 'staff', name, role, unit };
}

function blank(by: AdviceBy, at: string): Omit<Told, 'now' | 'danger'> {
  return { by, at, outcome: null, why: null, steps: [], watchFor: [], referral: null };
}

function dangerOf(outcome: Outcome): Danger {
  if (!OUTCOME_RULES[outcome].isEmergency) return 4;
  return outcome === 'emergency-call' ? 1 : 2;
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
