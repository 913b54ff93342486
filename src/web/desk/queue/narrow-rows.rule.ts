import { COMPETENCES, type Competence, type QueueRow, type Urgency } from '../../../contracts/index.js';

/** The orders of a list; that of need is the server's. */
export const SORTS = ['need', 'urgency', 'waited', 'reason'] as const;
export type Sort = (typeof SORTS)[number];

/** Which rows of a list are shown, and in which order; null and false leave nothing out. */
export interface Narrowing {
  urgency: Urgency | null;
  /** The contact reason by its Swedish name, whatever the reader's language. */
  reason: string | null;
  competence: Competence | null;
  unanswered: boolean;
  mine: boolean;
  sort: Sort;
}

export const EVERYTHING: Narrowing = {
  urgency: null,
  reason: null,
  competence: null,
  unanswered: false,
  mine: false,
  sort: 'need',
};

export interface NarrowedRows {
  rows: QueueRow[];
  hidden: number;
  /** Of the hidden, those of urgency 2. */
  hiddenUrgent: number;
}

/** Life-threatening cases are shown first, whatever somebody has chosen to see. */
const ALWAYS: Urgency = 1;
const URGENT: Urgency = 2;
const URGENCIES: readonly Urgency[] = [1, 2, 3, 4, 5];

/**
 * The rows that somebody wants to see, with how many are hidden. Never hidden are those of urgency 1, which come first,
 * those about which something became known that nobody has seen, and those that could not be placed.
 */
export function narrowRows(
  rows: readonly QueueRow[],
  narrowing: Narrowing,
  commissionId: string,
): NarrowedRows {
  const shown = rows.filter((row) => isToBeSeen(row) || isWanted(row, narrowing, commissionId));
  const hidden = rows.filter((row) => !shown.includes(row));
  return {
    rows: inOrder(shown, narrowing.sort),
    hidden: hidden.length,
    hiddenUrgent: hidden.filter(({ urgency }) => urgency <= URGENT).length,
  };
}

function isToBeSeen({ urgency, alert, unplaced }: QueueRow): boolean {
  return urgency === ALWAYS || alert !== null || unplaced;
}

function isWanted(row: QueueRow, wanted: Narrowing, commissionId: string): boolean {
  const isMine = row.participating || row.holder?.commissionId === commissionId;
  // What the resident wrote last waits for an answer, also where one was given before.
  const isUnanswered = !row.answered || row.unread > 0;
  return (
    (wanted.urgency === null || row.urgency === wanted.urgency) &&
    (wanted.reason === null || row.reason.sv === wanted.reason) &&
    (wanted.competence === null || row.competence === wanted.competence) &&
    (!wanted.unanswered || isUnanswered) &&
    (!wanted.mine || isMine)
  );
}

/** `rows` are in the order of need, which also orders those that are alike. */
function inOrder(rows: readonly QueueRow[], sort: Sort): QueueRow[] {
  const first = ({ urgency }: QueueRow) => Number(urgency !== ALWAYS);
  const by: Readonly<Record<Sort, (a: QueueRow, b: QueueRow) => number>> = {
    need: () => 0,
    urgency: (a, b) => a.urgency - b.urgency,
    waited: (a, b) => Date.parse(a.waitingSince) - Date.parse(b.waitingSince),
    reason: (a, b) => a.reason.sv.localeCompare(b.reason.sv, 'sv'),
  };
  return rows.toSorted((a, b) => first(a) - first(b) || by[sort](a, b));
}

/** Whether anything may be left out. */
export function isNarrow({ sort: _sort, ...wanted }: Narrowing): boolean {
  return Object.values(wanted).some((value) => value !== null && value !== false);
}

/** What was kept, as far as it can be read; anything else leaves nothing out. */
export function keptNarrowing(kept: unknown): Narrowing {
  if (typeof kept !== 'object' || kept === null) return EVERYTHING;
  const { urgency, reason, competence, unanswered, mine, sort } = kept as Partial<Record<string, unknown>>;
  return {
    urgency: URGENCIES.find((each) => each === urgency) ?? null,
    reason: typeof reason === 'string' && reason !== '' ? reason : null,
    competence: COMPETENCES.find((each) => each === competence) ?? null,
    unanswered: unanswered === true,
    mine: mine === true,
    sort: SORTS.find((each) => each === sort) ?? 'need',
  };
}
