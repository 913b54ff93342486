import type { Problem, TimelineEntry } from '../../contracts/index.js';
import type { ConnectionState } from './live-connection.js';
import type { OutgoingMessage } from './outbox.js';

/** What every live list shows; a new object at each change. */
export interface NumberedState<E> {
  /** In order of number, each once. */
  entries: readonly E[];
  outbox: readonly OutgoingMessage[];
  connection: ConnectionState;
  /** Whether all of it has been brought at least once. */
  loaded: boolean;
  /** This browser may no longer follow it, and why when known. */
  lost: boolean;
  problem: Problem | null;
}

/** What a view shows of a case. */
export interface FeedState extends NumberedState<TimelineEntry> {
  seenByStaff: number;
  seenByResident: number;
  /** Someone on the other side is writing; their name when known. */
  typing: { name: string | null } | null;
}

/** Both lists as one, in order of number, each number once. The first list is returned itself if nothing is new. */
export function merged<E extends { number: number }>(known: readonly E[], more: readonly E[]): readonly E[] {
  const numbers = new Set(known.map((entry) => entry.number));
  const fresh = more.filter((entry) => !numbers.has(entry.number) && numbers.add(entry.number));
  if (fresh.length === 0) return known;
  return [...known, ...fresh].sort((a, b) => a.number - b.number);
}
