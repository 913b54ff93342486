import type { EntityManager } from 'typeorm';
import type { TimelineActor, TimelineBodies, TimelineEntry, TimelineKind } from '../contracts/index.js';
import { STAFF_ONLY_KINDS } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';
import { StoredTimelineEntry } from './timeline-entry.entity.js';

/** An entry before it has its number. */
export type NewEntry<K extends TimelineKind = TimelineKind> = {
  [Kind in K]: { id: string; kind: Kind; actor: TimelineActor; body: TimelineBodies[Kind] };
}[K];

/** Gives entries the numbers after the case's last one, and marks those that are for staff only. */
export function numberEntries(
  careCase: Pick<CareCase, 'id' | 'lastNumber'>,
  entries: readonly NewEntry[],
  now: Date,
): TimelineEntry[] {
  return entries.map(
    (entry, index) =>
      ({
        caseId: careCase.id,
        number: careCase.lastNumber + 1 + index,
        at: now.toISOString(),
        staffOnly: STAFF_ONLY_KINDS.includes(entry.kind),
        ...entry,
      }) as TimelineEntry,
  );
}

/** A stored entry as it goes over the wire. */
export function toEntry(row: StoredTimelineEntry): TimelineEntry {
  const { caseId, number, id, at, kind, actor, staffOnly, body } = row;
  return { caseId, number, id, at: at.toISOString(), kind, actor, staffOnly, body } as TimelineEntry;
}

/** An entry as residents receive it: null if it is for staff only, else without what staff wrote to each other in it. */
export function asResidentsSee(entry: TimelineEntry): TimelineEntry | null {
  if (entry.staffOnly) return null;
  switch (entry.kind) {
    case 'handed-back':
      return { ...entry, body: { reason: null } };
    case 'transferred':
      return { ...entry, body: { ...entry.body, note: null } };
    case 'closed':
      return { ...entry, body: { ...entry.body, note: null } };
    default:
      return entry;
  }
}

/** The highest number that an entry can have: PostgreSQL's largest `int`. */
export const HIGHEST_NUMBER = 2_147_483_647;

/** Most entries that one read brings. */
export const PAGE = 500;

/** The entries of a case after a number, in order; for residents as `asResidentsSee` says. */
export async function readTimeline(
  manager: EntityManager,
  caseId: string,
  after: number,
  readers: 'resident' | 'staff',
  limit = PAGE,
): Promise<TimelineEntry[]> {
  const query = manager
    .createQueryBuilder(StoredTimelineEntry, 'entry')
    .where('entry.case_id = :caseId AND entry.number > :after', { caseId, after })
    .orderBy('entry.number')
    .limit(limit);
  if (readers === 'resident') query.andWhere('NOT entry.staff_only');
  const entries = (await query.getMany()).map(toEntry);
  return readers === 'resident' ? entries.flatMap((entry) => asResidentsSee(entry) ?? []) : entries;
}

/** The newest body of a kind, if there is one. */
export function lastBody<K extends TimelineKind>(
  entries: readonly TimelineEntry[],
  kind: K,
): TimelineBodies[K] | null {
  const found = entries.findLast((entry) => entry.kind === kind);
  return found ? (found.body as TimelineBodies[K]) : null;
}
