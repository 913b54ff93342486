import type { Problem, TimelineEntry } from '../../contracts/index.js';
import type { ConnectionState } from './live-connection.js';
import type { OutgoingMessage } from './outbox.js';

/** What a view shows; a new object at each change. */
export interface FeedState {
  /** In order of number, each once. */
  entries: readonly TimelineEntry[];
  outbox: readonly OutgoingMessage[];
  connection: ConnectionState;
  /** Whether the timeline has been brought at least once. */
  loaded: boolean;
  seenByStaff: number;
  seenByResident: number;
  /** Someone on the other side is writing; their name when known. */
  typing: { name: string | null } | null;
  /** This browser may no longer follow the case, and why when known. */
  lost: boolean;
  problem: Problem | null;
}

/** Both lists as one, in order of number, each number once. The first list is returned itself if nothing is new. */
export function merged(
  known: readonly TimelineEntry[],
  more: readonly TimelineEntry[],
): readonly TimelineEntry[] {
  const numbers = new Set(known.map((entry) => entry.number));
  const fresh = more.filter((entry) => !numbers.has(entry.number) && numbers.add(entry.number));
  if (fresh.length === 0) return known;
  return [...known, ...fresh].sort((a, b) => a.number - b.number);
}
