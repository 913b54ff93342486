import type { QueueRow } from '../../../contracts/index.js';

/** Urgencies that make themselves heard, by sound and in the title of the tab. */
export const LOUD_URGENCY = 2;

/** Whether a row waits for somebody now: what is left for later does not. */
export function waits({ state, aside }: QueueRow): boolean {
  return state === 'waiting' && !aside?.until;
}

/** Rows that wait at the loudest urgencies and that nobody has taken. */
export function loudRows(rows: readonly QueueRow[]): QueueRow[] {
  return rows.filter((row) => waits(row) && row.urgency <= LOUD_URGENCY);
}

/** The tab's title, with how many urgent cases wait and own ones have unread replies: `(2) Slussen`. */
export function tabTitle(rows: readonly QueueRow[], name: string, unread = 0): string {
  const waiting = loudRows(rows).length + unread;
  return waiting > 0 ? `(${waiting}) ${name}` : name;
}

/** The newest alert of each row; an alert that was not there before is heard. */
export function alertsIn(rows: readonly QueueRow[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap(({ caseId, alert }) => (alert ? [[caseId, alert.number] as const] : [])));
}

/**
 * Rows about which something new became known and that concern the reader: nobody has them, or the reader has. `before`
 * is null at the first look.
 */
export function alertedSince(
  before: ReadonlyMap<string, number> | null,
  rows: readonly QueueRow[],
  commissionId: string,
): QueueRow[] {
  if (!before) return [];
  return rows.filter(
    ({ caseId, alert, state, holder, participating }) =>
      alert !== null &&
      alert.number > (before.get(caseId) ?? 0) &&
      (state === 'waiting' || participating || holder?.commissionId === commissionId),
  );
}

/**
 * The row that makes itself heard beyond what is read aloud: an urgent one, else a case of the reader's own whose time to
 * be taken up has come.
 */
export function heardOf(
  alerted: readonly QueueRow[],
  arrived: readonly QueueRow[],
  commissionId: string,
): QueueRow | undefined {
  return (
    [...alerted, ...arrived].find(({ urgency }) => urgency <= LOUD_URGENCY) ??
    alerted.find(({ alert, holder }) => alert?.what === 'time' && holder?.commissionId === commissionId)
  );
}

/**
 * Rows that wait now and did not wait before. `before` is null at the first look, when nothing has arrived yet:
 * opening the page makes no sound.
 */
export function arrivedSince(before: ReadonlySet<string> | null, rows: readonly QueueRow[]): QueueRow[] {
  if (!before) return [];
  return rows.filter((row) => waits(row) && !before.has(row.caseId));
}
