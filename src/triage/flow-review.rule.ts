import type { FlowReviewRow, FlowReviewState } from '../contracts/flows.js';
import type { Flow } from './flow.types.js';

/** A row of the recorded reviews: a review, or the withdrawal of one. */
export interface RecordedReview {
  id: string;
  at: Date;
  version: number;
  hash: string;
  staffName: string;
  comment: string | null;
  withdraws: string | null;
}

/** What is known of a content of a flow without reading it. */
export type FlowContent = Pick<Flow, 'version' | 'hash' | 'review'>;

/** The reviews among the rows that nobody has withdrawn. */
export function holdingReviews<R extends Pick<RecordedReview, 'id' | 'withdraws'>>(rows: readonly R[]): R[] {
  const withdrawn = new Set(rows.map(({ withdraws }) => withdraws));
  return rows.filter(({ id, withdraws }) => withdraws === null && !withdrawn.has(id));
}

/** The reviews with their withdrawals, the newest first. */
export function reviewRows(rows: readonly RecordedReview[]): FlowReviewRow[] {
  return rows
    .filter(({ withdraws }) => withdraws === null)
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ id, at, staffName, version, hash, comment }) => {
      const taken = rows.find(({ withdraws }) => withdraws === id);
      const withdrawn = taken && {
        at: taken.at.toISOString(),
        by: taken.staffName,
        comment: taken.comment,
      };
      return {
        id,
        at: at.toISOString(),
        by: staffName,
        version,
        hash,
        comment,
        withdrawn: withdrawn ?? null,
      };
    });
}

/**
 * Whether exactly this content has been reviewed: by its file, which the lock holds to its hash, or by a recorded
 * review. Else whether another content of the same flow was.
 *
 * @param contents of the same flow
 * @param recorded of the same flow
 */
export function reviewStateOf(
  content: FlowContent,
  contents: readonly FlowContent[],
  recorded: readonly RecordedReview[],
): FlowReviewState {
  const holding = holdingReviews(recorded).sort((a, b) => b.at.getTime() - a.at.getTime());
  const of = ({ hash, review, version }: FlowContent) => {
    const here = holding.find((row) => row.hash === hash);
    return byFile(review, version) ?? (here && byRow(here)) ?? null;
  };
  const own = of(content);
  if (own) return { state: 'reviewed', ...own };
  const others = contents.flatMap((other) => (other.hash === content.hash ? [] : (of(other) ?? [])));
  const newest = others.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  return newest ? { state: 'changed', ...newest } : { state: 'draft', by: null, at: null, version: null };
}

const REVIEWED_BY = /^reviewed by (.+) on (\d{4}-\d{2}-\d{2})$/;

function byFile(review: string, version: number) {
  const [, by, date] = REVIEWED_BY.exec(review) ?? [];
  return by && date ? { by, at: `${date}T10:00:00.000Z`, version } : null;
}

function byRow({ staffName, at, version }: RecordedReview) {
  return { by: staffName, at: at.toISOString(), version };
}
