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
  type Urgency,
} from '../contracts/index.js';
import { alarmsOf } from './alarms.rule.js';

/** Which kinds of entries say what the advice of a case is, or take it back. */
const SAYS_ADVICE = {
  started: false,
  'alarm-found': true,
  'alarm-answered': true,
  'reason-chosen': false,
  'reasons-offered': false,
  answer: false,
  'check-in-asked': false,
  'check-in-answered': true,
  'check-in-unanswered': false,
  'answers-dropped': false,
  result: true,
  identified: false,
  carried: false,
  'contact-wanted': false,
  'interpreter-asked': false,
  routed: false,
  claimed: false,
  'claim-undone': false,
  'handed-back': false,
  'hold-expired': false,
  'set-aside': false,
  'set-aside-over': false,
  'cut-off': false,
  moved: false,
  transferred: false,
  message: false,
  'images-added': false,
  'image-asked': false,
  note: false,
  'record-note-taken': false,
  'urgency-changed': true,
  'urgency-raised': true,
  'ticket-given': false,
  booked: false,
  rebooked: false,
  'booking-cancelled': false,
  'advice-given': true,
  withdrawn: false,
  closed: false,
  reopened: false,
  rated: false,
  'waiting-again': false,
  'consultation-asked': false,
  'consultation-answered': false,
  'consultation-ended': false,
  'consultation-overdue': false,
  'taken-over': false,
  'handed-over': false,
  'participant-joined': false,
  'participant-left': false,
  referred: true,
  telephoned: false,
  'call-started': false,
  'call-answered': false,
  'call-declined': false,
  'call-missed': false,
  'call-joined': false,
  'call-left': false,
  'call-uninvited': false,
  'call-ended': false,
} as const satisfies { readonly [K in TimelineKind]: boolean };
type AdviceKind = { [K in TimelineKind]: (typeof SAYS_ADVICE)[K] extends true ? K : never }[TimelineKind];

/** The kinds of entries that say what the advice of a case is. */
export const ADVICE_ENTRIES = (Object.keys(SAYS_ADVICE) as TimelineKind[]).filter(saysAdvice);

function saysAdvice(kind: TimelineKind): kind is AdviceKind {
  return SAYS_ADVICE[kind];
}

/** How dangerous it is not to follow an advice: 1 is 112, 2 the emergency department, 3 an alarm at once, 4 the rest. */
type Danger = 1 | 2 | 3 | 4;
/** The urgency that goes with each: a case with a higher number is calmer than the advice. */
const URGENCY: Record<Danger, Urgency> = { 1: 1, 2: 2, 3: 2, 4: 5 };

interface Told extends CaseAdvice {
  danger: Danger;
  number: number;
  /** The entry by which staff lowered the case to calmer than this; null where none did, or it was raised to it again. */
  loweredAt: number | null;
  /** The urgency of the case then, or as it was changed since; null where nobody changed it. */
  urgencyAfter: Urgency | null;
}

/** Only from here on a case is so calm that an alarm in it stands for nothing: an answer today is no rest at home. */
const CALM: Urgency = 4;

/**
 * Which advice of a case stands now: the newest, but for one thing. What was said to be an emergency is not taken back by
 * calmer words of the machine, and by those of staff only where they lowered the urgency after all that is more dangerous
 * than they are; whoever raises it again takes the lowering back. A referral is a person's word of where to go, and always
 * comes to stand. An alarm that was not meant stands for nothing, and one that staff lowered the case from, to be
 * answered later than today, is only told of.
 * @param result what triage ended in, null while it has not or does no longer
 */
export function standingAdvice(
  result: TriageResult | null,
  entries: readonly TimelineEntry[],
): StandingAdvice | null {
  const told = toldIn(result, entries);
  const mayStand = told.filter(
    ({ by, loweredAt, urgencyAfter }) =>
      by.kind !== 'alarm' || loweredAt === null || (urgencyAfter ?? 1) < CALM,
  );
  let standing: Told | null = null;
  for (const next of mayStand) {
    const isCalmer = standing !== null && next.danger > standing.danger;
    if (!isCalmer || next.referral || isAfterLowering(next, mayStand)) standing = next;
  }
  const seen = new Set([standing?.now.sv]);
  const others = told
    .filter(({ now }) => !seen.has(now.sv) && seen.add(now.sv))
    .reverse()
    .map(shown);
  return told.length > 0 ? { standing: standing && shown(standing), others } : null;
}

/** Whether staff say it after they lowered the case from all that was told before it and is more dangerous. */
function isAfterLowering({ by, danger, number }: Told, told: readonly Told[]): boolean {
  const before = told.filter((each) => each.number < number && each.danger < danger);
  return by.kind === 'staff' && before.every(({ loweredAt }) => loweredAt !== null && loweredAt < number);
}

/** Every advice that the patient was given, in its order, and whether staff have lowered the case from it. */
function toldIn(result: TriageResult | null, entries: readonly TimelineEntry[]): Told[] {
  const alarms = new Map(alarmsOf(entries).map((alarm) => [alarm.number, alarm]));
  const lastResult = entries.findLast(({ kind }) => kind === 'result')?.number;
  const told: Told[] = [];
  for (const entry of entries.filter(isAdvice)) {
    const { number } = entry;
    if (entry.kind === 'urgency-changed' || entry.kind === 'urgency-raised') {
      const { from, to } = entry.body;
      for (const each of told) {
        if (to <= URGENCY[each.danger]) each.loweredAt = null;
        else if (to > from) each.loweredAt ??= number;
        each.urgencyAfter = to;
      }
    }
    const next =
      entry.kind === 'alarm-found' ? ofAlarm(entry, alarms.get(number), result) : adviceOf(entry, result);
    if (next && (entry.kind !== 'result' || number === lastResult)) told.push(next);
  }
  return told;
}

function shown(told: Told): CaseAdvice {
  const { danger: _danger, number: _number, loweredAt: _loweredAt, urgencyAfter: _after, ...advice } = told;
  return advice;
}

function isAdvice(entry: TimelineEntry): entry is TimelineEntry<AdviceKind> {
  return saysAdvice(entry.kind);
}

function adviceOf(
  entry: TimelineEntry<Exclude<AdviceKind, 'alarm-found'>>,
  result: TriageResult | null,
): Told | null {
  const { actor } = entry;
  const bare = blank(actor.kind === 'staff' ? staffOf(actor) : { kind: 'triage' }, entry);
  switch (entry.kind) {
    case 'result':
      return result && ofMachine('triage', entry, result);
    case 'check-in-answered':
      return entry.body.advice && ofMachine('check-in', entry, entry.body.advice);
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
    // They tell of an advice that was given before.
    case 'alarm-answered':
    case 'urgency-changed':
    case 'urgency-raised':
      return null;
  }
}

/** Alarms in the first words are a part of what triage ended in; until it has they stand for themselves. */
function ofAlarm(
  entry: TimelineEntry,
  alarm: AlarmView | undefined,
  result: TriageResult | null,
): Told | null {
  if (!alarm || alarm.answer === 'not-meant' || (alarm.entry === null && result)) return null;
  const { sv, en } = alarm.means;
  return {
    ...blank({ kind: 'alarm' }, entry),
    now:
      alarm.urgency === 1
        ? { sv: 'Ring 112 nu.', en: 'Call 112 now.' }
        : {
            sv: 'Det här kan vara bråttom. Ring 112 om det blir värre.',
            en: 'This may be urgent. Call 112 if it gets worse.',
          },
    why: {
      // Also of words that staff wrote for somebody on the telephone.
      sv: `Orden kan betyda: ${lowered(sv)}.`,
      en: `The words may mean: ${lowered(en)}.`,
    },
    steps: alarm.help.map(({ phone, name }) => ({ sv: `${name.sv}: ${phone}`, en: `${name.en}: ${phone}` })),
    outcome: alarm.urgency === 1 ? 'emergency-call' : null,
    danger: alarm.urgency === 1 ? 1 : 3,
  };
}

function ofMachine(kind: 'triage' | 'check-in', entry: TimelineEntry, advice: AdviceView): Told {
  const { outcome, now, why, steps, watchFor } = advice;
  return { ...blank({ kind }, entry), outcome, now, why, steps, watchFor, danger: dangerOf(outcome) };
}

function staffOf({ name, role, unit }: Extract<TimelineActor, { kind: 'staff' }>): AdviceBy {
  return { kind: 'staff', name, role, unit };
}

function blank(by: AdviceBy, { at, number }: TimelineEntry): Omit<Told, 'now' | 'danger'> {
  const empty = { outcome: null, why: null, steps: [], watchFor: [], referral: null };
  return { by, at, number, loweredAt: null, urgencyAfter: null, ...empty };
}

function dangerOf(outcome: Outcome): Danger {
  if (!OUTCOME_RULES[outcome].isEmergency) return 4;
  return outcome === 'emergency-call' ? 1 : 2;
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
