import type {
  DeliveryState,
  Language,
  NotificationChannel,
  NotificationEvent,
  QuietHours,
  TimelineEntry,
  Urgency,
} from '../contracts/index.js';
import { EVENT_RULES, type PlanFacts, ruleOf } from './notification-events.js';
import { afterQuiet } from './quiet-hours.rule.js';

/** Long enough for a page that shows the case to say that the entry was seen. */
export const SEEN_GRACE_MS = 1_500;
const URGENT: Urgency = 2;

/** An address, number or browser as the rule sees it. */
export interface Point {
  id: string;
  channel: NotificationChannel;
  /** What happened before is not told there. */
  confirmedAt: Date | null;
  /** Since when nothing arrives there. */
  failedAt: Date | null;
}

/** Who a case's resident is to this rule. */
export interface Contact {
  /** As chosen; null: that of the case. */
  language: Language | null;
  quiet: QuietHours | null;
  stopped: boolean;
  points: readonly Point[];
}

/** An event that was told, and whether at least once at urgency 1 or 2. */
export interface Told {
  event: NotificationEvent;
  urgent: boolean;
}

export interface TellFacts {
  now: Date;
  contact: Contact | null;
  /** That of the case. */
  language: Language;
  urgency: Urgency | null;
  seenByResident: number;
  /** What was told of the case, or is about to be, since the resident last looked. */
  toldUnseen: readonly Told[];
  /** The region wants calls to be told by SMS too. */
  smsForCalls: boolean;
}

/** Something that a resident is to be told. */
export interface ToTell {
  event: NotificationEvent;
  /** Of the entry that it is about. */
  number: number;
  at: Date;
  /** From then on it is of no use. */
  until: Date;
}

/** One notice by one channel. */
export interface NewDelivery {
  event: NotificationEvent;
  number: number;
  pointId: string;
  channel: NotificationChannel;
  language: Language;
  notBefore: Date;
  until: Date;
  /** Decided at urgency 1 or 2. */
  urgent: boolean;
}

/** Whether quiet hours hold back nothing, and every way is used. */
export function isUrgent(urgency: Urgency | null): boolean {
  return (urgency ?? 5) <= URGENT;
}

/** What an entry tells at once; null if it tells nothing, or is too old to be of use. */
export function tellsAtOnce(entry: TimelineEntry, now: Date): ToTell | null {
  const event = ruleOf(entry)?.tells?.(entry) ?? null;
  if (!event) return null;
  const at = new Date(entry.at);
  const until = new Date(at.getTime() + EVENT_RULES[event].staleAfterMs);
  return until > now ? { event, number: entry.number, at, until } : null;
}

/** What an entry plans to tell later. */
export function plansToTell(entry: TimelineEntry, facts: PlanFacts, now: Date): ToTell | null {
  const plan = ruleOf(entry)?.plans?.(entry, facts) ?? null;
  return plan && plan.until > now ? { ...plan, number: entry.number } : null;
}

/**
 * By which addresses, numbers and browsers the resident is told, when, and in which language; none where they have
 * stopped, have seen it, or have been told so much already. Quiet hours hold back all but urgency 1 and 2. What was
 * planned is told wherever they are reached by then; what has happened only where they were already.
 */
export function whoIsTold(tell: ToTell, facts: TellFacts, planned = false): NewDelivery[] {
  const { contact, now } = facts;
  const rule = EVENT_RULES[tell.event];
  if (!contact || contact.stopped) return [];
  if (rule.unlessSeen && facts.seenByResident >= tell.number) return [];
  const urgent = isUrgent(facts.urgency);
  // A calm notice, perhaps still held back, does not stand for an urgent one.
  const told = facts.toldUnseen.some((each) => each.event === tell.event && (each.urgent || !urgent));
  if (rule.onceUntilSeen && told) return [];
  const from = new Date(
    Math.max(now.getTime(), tell.at.getTime() + (rule.unlessSeen && !planned ? SEEN_GRACE_MS : 0)),
  );
  const notBefore = urgent ? from : afterQuiet(from, contact.quiet);
  if (notBefore >= tell.until) return [];
  const usable = contact.points.filter(
    ({ confirmedAt, failedAt }) => confirmedAt && !failedAt && (planned || confirmedAt <= tell.at),
  );
  const channels = channelsFor(tell.event, usable, urgent, facts.smsForCalls);
  return usable
    .filter(({ channel }) => channels.includes(channel))
    .map(({ id, channel }) => ({
      event: tell.event,
      number: tell.number,
      pointId: id,
      channel,
      language: contact.language ?? facts.language,
      notBefore,
      until: tell.until,
      urgent,
    }));
}

/** Push and e-mail cost nothing and do not disturb; an SMS goes where they are missing, and with what is urgent. */
function channelsFor(
  event: NotificationEvent,
  usable: readonly Point[],
  urgent: boolean,
  smsForCalls: boolean,
): NotificationChannel[] {
  if (EVENT_RULES[event].ways === 'calling') return smsForCalls ? ['push', 'sms'] : ['push'];
  const calm = usable.some(({ channel }) => channel !== 'sms');
  return calm && !urgent ? ['push', 'email'] : ['push', 'email', 'sms'];
}

/** The case and the point as they are when a delivery is about to be sent. */
export interface SendFacts {
  now: Date;
  seenByResident: number;
  /** Null: the case is nobody's that could be told. */
  mayBeTold: boolean;
  stopped: boolean;
  point: Pick<Point, 'confirmedAt' | 'failedAt'> | null;
  /** Whether somebody still waits; asked for what is late. */
  waits: boolean;
}

/** Why a delivery is dropped rather than sent. */
export type DropReason = 'stale' | 'seen' | 'no-right' | 'stopped' | 'not-reached' | 'not-waiting';

/** Whether it still is of use to send it; null: yes. */
export function whyDrop(
  delivery: { event: NotificationEvent; number: number; until: Date },
  facts: SendFacts,
): DropReason | null {
  if (delivery.until <= facts.now) return 'stale';
  if (!facts.mayBeTold) return 'no-right';
  if (facts.stopped || !facts.point?.confirmedAt) return 'stopped';
  if (EVENT_RULES[delivery.event].unlessSeen && facts.seenByResident >= delivery.number) return 'seen';
  if (delivery.event === 'answer-late' && !facts.waits) return 'not-waiting';
  if (facts.point.failedAt) return 'not-reached';
  return null;
}

/** Whether all notices of an event have missed the resident, so that another way is needed. */
export function allMissed(tried: readonly { state: DeliveryState; why: string | null }[]): boolean {
  const reason: DropReason = 'not-reached';
  return tried.every(({ state, why }) => state === 'failed' || (state === 'dropped' && why === reason));
}

/**
 * Whether something has happened since that an event no longer needs telling, as of what is queued (`drop`): of its own
 * entry and those after it, in any order. Of several bookings each speaks for itself.
 */
export function isOvertaken(
  { event, number }: Pick<ToTell, 'event' | 'number'>,
  entries: readonly TimelineEntry[],
): boolean {
  const bookingOf = (entry: TimelineEntry) => ruleOf(entry)?.booking?.(entry) ?? '';
  const own = entries.find((entry) => entry.number === number);
  const booking = own ? bookingOf(own) : '';
  return entries.some(
    (entry) =>
      entry.number > number &&
      ruleOf(entry)?.drops?.includes(event) &&
      (booking === '' || bookingOf(entry) === booking),
  );
}

/** When to try again what a channel could not take just now; null: not again. */
export function nextTry(attempts: number, until: Date, now: Date): Date | null {
  if (attempts >= RETRY_AFTER_S.length) return null;
  const at = new Date(now.getTime() + (RETRY_AFTER_S[attempts - 1] ?? 0) * 1_000);
  return at < until ? at : null;
}

/** Some fifteen hours in all. */
const RETRY_AFTER_S = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800] as const;
