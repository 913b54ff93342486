import type { TimelineEntry } from '../../../contracts/index.js';
import type { EventEntry } from './event-text.js';

/** What the conversation draws, in order. */
export type TimelineItem =
  | { kind: 'day'; key: string; at: string }
  | {
      kind: 'bubble';
      key: string;
      entry: TimelineEntry<'message' | 'started' | 'images-added'>;
      follows: boolean;
    }
  | { kind: 'note'; key: string; entry: TimelineEntry<'note'> }
  | { kind: 'answers'; key: string; entries: TimelineEntry<'answer'>[] }
  | { kind: 'event'; key: string; entry: EventEntry };

/** A bubble that comes this soon after the same person's last one is drawn as going on from it. */
const FOLLOWS_WITHIN_MS = 3 * 60_000;

const sameActor = (a: TimelineEntry, b: TimelineEntry) =>
  a.actor.kind === b.actor.kind &&
  (a.actor.kind !== 'staff' || b.actor.kind !== 'staff' || a.actor.commissionId === b.actor.commissionId);

/**
 * Turns numbered entries into what is drawn: a day whenever the date changes, answers given in a row folded into one, a
 * decision that a move tells of left out,
 * own words and messages as bubbles, notes apart, the rest as quiet lines. `dayOf` names an instant's local date.
 */
export function timelineItems(
  entries: readonly TimelineEntry[],
  dayOf: (at: string) => string,
): TimelineItem[] {
  const items: TimelineItem[] = [];
  let day = '';
  let previous: TimelineEntry | undefined;
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'routed' && isToldBeside(entry, entries[index - 1], entries[index + 1])) continue;
    const today = dayOf(entry.at);
    if (today !== day) items.push({ kind: 'day', key: `day-${today}`, at: entry.at });
    const key = `entry-${entry.number}`;
    const last = items.at(-1);
    if (entry.kind === 'answer') {
      if (last?.kind === 'answers') last.entries.push(entry);
      else items.push({ kind: 'answers', key, entries: [entry] });
    } else if (entry.kind === 'message' || entry.kind === 'started' || entry.kind === 'images-added') {
      const follows =
        last?.kind === 'bubble' &&
        previous !== undefined &&
        sameActor(previous, entry) &&
        Date.parse(entry.at) - Date.parse(previous.at) < FOLLOWS_WITHIN_MS;
      items.push({ kind: 'bubble', key, entry, follows });
    } else if (entry.kind === 'note') {
      items.push({ kind: 'note', key, entry });
    } else {
      items.push({ kind: 'event', key, entry });
    }
    day = today;
    previous = entry;
  }
  return items;
}

/** Whether the entry before or after says where the case went as well: a move by the router, or by a colleague. */
function isToldBeside(
  { body: { target } }: TimelineEntry<'routed'>,
  before: TimelineEntry | undefined,
  after: TimelineEntry | undefined,
): boolean {
  return (
    (after?.kind === 'moved' && after.body.to.id === target.unitId) ||
    (before?.kind === 'transferred' && before.body.to.id === target.unitId)
  );
}

/** Whether staff have written to the resident since the case began to wait. */
export function isAnswered(entries: readonly TimelineEntry[], waitingSince: string | null): boolean {
  const since = waitingSince === null ? 0 : Date.parse(waitingSince);
  return entries.some(
    (entry) => entry.kind === 'message' && entry.actor.kind === 'staff' && Date.parse(entry.at) >= since,
  );
}
