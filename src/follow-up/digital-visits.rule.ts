import { DateTime } from 'luxon';
import { REGION_TIME_ZONE } from '../config/region-time.js';
import {
  type CallMedia,
  COMPETENCES,
  type Competence,
  TELEPHONE_CONTACTS,
  type TelephoneContact,
  type TelephoneCount,
  type TimelineEntry,
  type VisitCount,
} from '../contracts/index.js';

/** The kinds of entries that visits are counted from. */
export const VISIT_KINDS = ['call-started', 'call-answered', 'call-joined', 'call-ended'] as const;
export type VisitEntry = {
  [K in (typeof VISIT_KINDS)[number]]: Pick<TimelineEntry<K>, 'kind' | 'at' | 'actor' | 'body'>;
}[(typeof VISIT_KINDS)[number]];

/** A shorter call helped nobody: it was a mistake, or sound or video did not work. */
export const SHORTEST_VISIT_MS = 60_000;

/** A call that was a digital visit. */
export interface DigitalVisit {
  callId: string;
  /** When both were in it. */
  startedAt: Date;
  durationMs: number;
  media: CallMedia;
  /** The competence of the staff member who called. */
  commissionId: string;
  competence: Competence;
}

/**
 * The digital visits among calls, out of their timeline entries: each call once, whatever the order of the entries and
 * however often one comes.
 *
 * A digital visit is a call that is over, in which staff and the resident were both, for at least a minute from when the
 * second of them came in to the end. It is by video when the resident answered with the camera on, else by voice. This is
 * what the National Board of Health and Welfare calls contact at a distance ("distanskontakt", Socialstyrelsens termbank,
 * 2017), by video link and by telephone; its written kind, the chat itself, is not counted here. The minute is our own
 * line, as the term sets none.
 */
export function digitalVisits(entries: readonly VisitEntry[]): DigitalVisit[] {
  const calls = new Map<string, VisitEntry[]>();
  for (const entry of entries) {
    const { callId } = entry.body;
    const known = calls.get(callId);
    if (known) known.push(entry);
    else calls.set(callId, [entry]);
  }
  return [...calls].flatMap(([callId, of]) => visitOf(callId, of) ?? []);
}

function visitOf(callId: string, entries: readonly VisitEntry[]): DigitalVisit | null {
  const started = entries.find(({ kind }) => kind === 'call-started');
  const answered = entries.find((entry) => entry.kind === 'call-answered');
  const ended = entries.find(({ kind }) => kind === 'call-ended');
  if (started?.actor.kind !== 'staff' || !answered || !ended) return null;
  // Never, for a side that was not in it: then the visit has no duration.
  const firstIn = (side: 'staff' | 'resident') =>
    Math.min(
      ...entries.flatMap((entry) =>
        entry.kind === 'call-joined' && entry.body.who.side === side ? [Date.parse(entry.at)] : [],
      ),
    );
  const bothIn = Math.max(firstIn('staff'), firstIn('resident'));
  const durationMs = Date.parse(ended.at) - bothIn;
  if (durationMs < SHORTEST_VISIT_MS) return null;
  const { commissionId, role: competence } = started.actor;
  const { media } = answered.body;
  return { callId, startedAt: new Date(bothIn), durationMs, media, commissionId, competence };
}

/** The Monday of the region's week in which it is then, as local date `YYYY-MM-DD`. */
export function mondayOf(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: REGION_TIME_ZONE }).startOf('week').toISODate() ?? '';
}

/** Visits by competence and way, the most first. */
export function countVisits(visits: readonly DigitalVisit[]): VisitCount[] {
  const counts = new Map<string, VisitCount>();
  for (const { competence, media, durationMs } of visits) {
    const key = `${competence} ${media}`;
    const before = counts.get(key) ?? { visits: 0, minutes: 0 };
    const minutes = before.minutes + durationMs / 60_000;
    counts.set(key, { competence, media, visits: before.visits + 1, minutes });
  }
  return [...counts.values()]
    .map((count) => ({ ...count, minutes: Math.round(count.minutes) }))
    .sort(
      (a, b) =>
        b.visits - a.visits || a.competence.localeCompare(b.competence) || a.media.localeCompare(b.media),
    );
}

/** A telephone call, and the competence of the staff member in it. */
export interface TelephoneCall {
  competence: Competence;
  contact: TelephoneContact;
}

/** Telephone calls by kind; those that there were none of are none. */
export function countTelephone(calls: readonly TelephoneCall[]): TelephoneCount {
  const of = (wanted: TelephoneContact) => calls.filter(({ contact }) => contact === wanted).length;
  return Object.fromEntries(TELEPHONE_CONTACTS.map((each) => [each, of(each)])) as TelephoneCount;
}

/** The same by competence; what there was none of is left out. */
export function telephoneLines(calls: readonly TelephoneCall[]): (TelephoneCall & { calls: number })[] {
  return COMPETENCES.flatMap((competence) => {
    const count = countTelephone(calls.filter((call) => call.competence === competence));
    return TELEPHONE_CONTACTS.filter((contact) => count[contact] > 0).map((contact) => ({
      competence,
      contact,
      calls: count[contact],
    }));
  });
}
