import type { EntityManager } from 'typeorm';
import type { TimelineActor, TimelineBodies, TimelineEntry, TimelineKind } from '../contracts/index.js';
import { RESIDENT_KINDS } from '../contracts/index.js';
import type { CareCase } from './case.entity.js';
import { asResidentsSee } from './resident-timeline.rule.js';
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
        staffOnly: !RESIDENT_KINDS.some((kind) => kind === entry.kind),
        ...entry,
      }) as TimelineEntry,
  );
}

/** A stored entry as it goes over the wire. */
export function toEntry(row: StoredTimelineEntry): TimelineEntry {
  const { caseId, number, id, at, kind, actor, staffOnly, body } = row;
  return { caseId, number, id, at: at.toISOString(), kind, actor, staffOnly, body } as TimelineEntry;
}

/** The highest number that an entry can have: PostgreSQL's largest `int`. */
export const HIGHEST_NUMBER = 2_147_483_647;

/** The most entries that one read returns. */
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
  if (readers === 'resident')
    query.andWhere('NOT entry.staff_only AND entry.kind IN (:...kinds)', { kinds: RESIDENT_KINDS });
  const entries = (await query.getMany()).map(toEntry);
  return readers === 'resident' ? entries.flatMap((entry) => asResidentsSee(entry) ?? []) : entries;
}

/** What was found dangerous in what the resident wrote, and what they said of it. */
const ALARM_KINDS = ['alarm-found', 'alarm-answered'] as const satisfies readonly TimelineKind[];

/** The entries about alarms, in order. They have an index of their own, so that a long case costs no more than a short one. */
export async function readAlarmEntries(
  manager: EntityManager,
  caseId: string,
): Promise<TimelineEntry<(typeof ALARM_KINDS)[number]>[]> {
  const rows = await manager
    .createQueryBuilder(StoredTimelineEntry, 'entry')
    .where(`entry.case_id = :caseId AND entry.kind IN ${sqlKinds(...ALARM_KINDS)}`, { caseId })
    .orderBy('entry.number')
    .getMany();
  return rows.map((row) => toEntry(row) as TimelineEntry<(typeof ALARM_KINDS)[number]>);
}

/** All that a case's timeline holds but what was written and answered, in order; by an index of its own as alarms are. */
export async function readNotSaid(manager: EntityManager, caseId: string): Promise<TimelineEntry[]> {
  const rows = await manager
    .createQueryBuilder(StoredTimelineEntry, 'entry')
    .where(`entry.case_id = :caseId AND entry.kind NOT IN ${sqlKinds('message', 'answer', 'note')}`, {
      caseId,
    })
    .orderBy('entry.number')
    .getMany();
  return rows.map(toEntry);
}

/** The newest body of a kind, if there is one. */
export function lastBody<K extends TimelineKind>(
  entries: readonly TimelineEntry[],
  kind: K,
): TimelineBodies[K] | null {
  const found = entries.findLast((entry) => entry.kind === kind);
  return found ? (found.body as TimelineBodies[K]) : null;
}

/** Kinds as SQL, to put after `IN`: a kind that does not exist does not compile. */
export function sqlKinds(...kinds: TimelineKind[]): string {
  return `(${kinds.map((kind) => `'${kind}'`).join(', ')})`;
}
